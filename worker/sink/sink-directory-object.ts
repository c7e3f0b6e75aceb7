import { DurableObject } from 'cloudflare:workers';
import { storedJson, storedText } from '../stored-json.ts';
import { MAX_SINKS } from '../../shared/sink-limits.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Fault } from '../errors.ts';
import type { Env } from '../env.ts';
import type { SinkRecord } from './sink-store.ts';

/** Which sinks an account has; what they hold is each sink's own. */
export class SinkDirectoryObject extends DurableObject<Env> {
  add(record: SinkRecord): Result<null, Fault> {
    this.migrate();
    const [row] = this.ctx.storage.sql.exec('SELECT count(*) AS sinks FROM sinks').toArray();
    if (Number(row?.['sinks'] ?? 0) >= MAX_SINKS) return err({ code: 'too_many_sinks' });
    this.ctx.storage.sql.exec('INSERT INTO sinks VALUES (?, ?)', record.id, JSON.stringify(record));
    return ok(null);
  }

  /** Newest first. */
  sinks(): SinkRecord[] {
    if (!this.exists()) return [];
    return this.ctx.storage.sql
      .exec('SELECT body FROM sinks ORDER BY rowid DESC')
      .toArray()
      .map((row) => storedJson<SinkRecord>(row['body']));
  }

  sink(id: string): SinkRecord | null {
    return this.sinks().find((record) => record.id === id) ?? null;
  }

  remove(id: string): void {
    if (this.exists()) this.ctx.storage.sql.exec('DELETE FROM sinks WHERE id = ?', id);
  }

  private exists(): boolean {
    const [row] = this.ctx.storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'sinks'").toArray();
    return row !== undefined && storedText(row['name']) === 'sinks';
  }

  private migrate(): void {
    this.ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS sinks (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT');
  }
}
