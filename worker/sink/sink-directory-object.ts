import { DurableObject } from 'cloudflare:workers';
import { storedJson, storedText } from '../stored-json.ts';
import { MAX_DESTINATIONS, MAX_SINKS } from '../../shared/sink-limits.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Fault } from '../errors.ts';
import type { Env } from '../env.ts';
import type { OutgoingEvent } from './destination-store.ts';
import type { SinkRecord } from './sink-store.ts';

/** Which sinks and destinations an account has; what they hold is each one's own. */
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

  /** Sinks learn of it, so that none goes on thinking that nobody wants its callbacks. */
  async addDestination(id: string): Promise<Result<null, Fault>> {
    this.migrate();
    if (this.destinations().length >= MAX_DESTINATIONS) return err({ code: 'too_many_destinations' });
    this.ctx.storage.sql.exec('INSERT OR IGNORE INTO destinations VALUES (?)', id);
    await Promise.all(this.sinks().map((sink) => this.env.SINKS.getByName(sink.id).destinationsChanged()));
    return ok(null);
  }

  /** In the order they were made. */
  destinations(): string[] {
    if (!this.exists()) return [];
    return this.ctx.storage.sql
      .exec('SELECT id FROM destinations ORDER BY rowid')
      .toArray()
      .map((row) => storedText(row['id']));
  }

  removeDestination(id: string): void {
    if (this.exists()) this.ctx.storage.sql.exec('DELETE FROM destinations WHERE id = ?', id);
  }

  /** Hands events to every destination but one; each keeps them on its own disk before this answers. */
  async tell(events: readonly OutgoingEvent[], except: string | null): Promise<void> {
    const others = this.destinations().filter((id) => id !== except);
    await Promise.all(others.map((id) => this.env.DESTINATIONS.getByName(id).enqueue(events)));
  }

  private exists(): boolean {
    const [row] = this.ctx.storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'destinations'").toArray();
    return row !== undefined && storedText(row['name']) === 'destinations';
  }

  private migrate(): void {
    this.ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS sinks (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT');
    this.ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS destinations (id TEXT PRIMARY KEY) STRICT');
  }
}
