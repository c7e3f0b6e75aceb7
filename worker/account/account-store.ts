import { storedJson } from '../stored-json.ts';
import type { Template } from '../../shared/template/template-schema.ts';
import type { ImportSummary } from '../../shared/protocol/import.ts';
import type { BudgetState, Lease } from './request-budget.ts';

/** All SQL of the account object, and nothing else. Layout: docs/storage.md. */
export function createAccountStore(sql: SqlStorage) {
  function migrate(): void {
    sql.exec(
      'CREATE TABLE IF NOT EXISTS templates (id TEXT PRIMARY KEY, created_at INTEGER NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID',
    );
    sql.exec(
      'CREATE TABLE IF NOT EXISTS imports (id TEXT PRIMARY KEY, created_at INTEGER NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID',
    );
    sql.exec(
      'CREATE TABLE IF NOT EXISTS leases (id INTEGER PRIMARY KEY AUTOINCREMENT, granted_at INTEGER NOT NULL, done_at INTEGER) STRICT',
    );
    sql.exec('CREATE TABLE IF NOT EXISTS pause (id INTEGER PRIMARY KEY, until INTEGER NOT NULL) STRICT');
  }

  function toLease(row: Record<string, SqlStorageValue>): Lease {
    return {
      id: Number(row['id']),
      grantedAt: Number(row['granted_at']),
      doneAt: row['done_at'] === null ? null : Number(row['done_at']),
    };
  }

  return {
    migrate,
    templates(offset: number, limit: number): { items: Template[]; total: number } {
      const items = sql
        .exec('SELECT body FROM templates ORDER BY created_at DESC, id LIMIT ? OFFSET ?', limit, offset)
        .toArray()
        .map((row) => storedJson<Template>(row['body']));
      return { items, total: Number(sql.exec('SELECT COUNT(*) AS total FROM templates').one()['total']) };
    },
    template(id: string): Template | null {
      const row = sql.exec('SELECT body FROM templates WHERE id = ?', id).toArray()[0];
      return row === undefined ? null : storedJson<Template>(row['body']);
    },
    saveTemplate(template: Template, createdAt: number): void {
      const body = JSON.stringify(template);
      sql.exec(
        'INSERT INTO templates (id, created_at, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
        template.id,
        createdAt,
        body,
      );
    },
    deleteTemplate(id: string): boolean {
      return sql.exec('DELETE FROM templates WHERE id = ?', id).rowsWritten > 0;
    },
    imports(offset: number, limit: number): { items: ImportSummary[]; total: number } {
      const items = sql
        .exec('SELECT body FROM imports ORDER BY created_at DESC, id LIMIT ? OFFSET ?', limit, offset)
        .toArray()
        .map((row) => storedJson<ImportSummary>(row['body']));
      return { items, total: Number(sql.exec('SELECT COUNT(*) AS total FROM imports').one()['total']) };
    },
    saveImport(summary: ImportSummary): void {
      sql.exec(
        'INSERT INTO imports (id, created_at, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
        summary.id,
        Date.parse(summary.createdAt),
        JSON.stringify(summary),
      );
    },
    deleteImport(id: string): void {
      sql.exec('DELETE FROM imports WHERE id = ?', id);
    },
    budget(): Omit<BudgetState, 'waiters'> {
      const until = sql.exec('SELECT until FROM pause WHERE id = 1').toArray()[0];
      return {
        leases: sql.exec('SELECT * FROM leases ORDER BY id').toArray().map(toLease),
        pausedUntil: until === undefined ? 0 : Number(until['until']),
      };
    },
    addLease(grantedAt: number): number {
      return Number(sql.exec('INSERT INTO leases (granted_at) VALUES (?) RETURNING id', grantedAt).one()['id']);
    },
    endLease(id: number, doneAt: number): void {
      sql.exec('UPDATE leases SET done_at = ? WHERE id = ?', doneAt, id);
    },
    dropLeases(ids: readonly number[]): void {
      sql.exec('DELETE FROM leases WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
    },
    pauseUntil(until: number): void {
      sql.exec('INSERT OR REPLACE INTO pause (id, until) VALUES (1, ?)', until);
    },
  };
}
