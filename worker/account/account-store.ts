import { storedJson, storedText } from '../stored-json.ts';
import { createImportList, type ImportQuery } from './import-list.ts';
import type { Template } from '../../shared/template/template-schema.ts';
import type { ImportSummary } from '../../shared/protocol/import.ts';
import type { BudgetState, Lease } from './request-budget.ts';

/** Imports to look up, by their ids or by the names of their lives. */
export interface ImportNames {
  readonly ids: readonly string[];
  readonly lives: readonly string[];
}

export interface KnownImport {
  readonly id: string;
  readonly life: string;
}

export interface ImportToStop {
  readonly importId: string;
  readonly life: string;
  readonly calls: number;
  readonly isPaused: boolean;
}

/** Rows of 0.2 and before have no life: such an import is known by its id. */
const LIFE = "COALESCE(NULLIF(imports.life, ''), imports.id)";

/** True of imports that have not ended. */
const IS_OPEN = "json_extract(body, '$.finishedAt') IS NULL";

/** Adds the column to tables of earlier versions. They can still write the table if they are deployed again. */
function addLives(sql: SqlStorage): void {
  const known = sql.exec("SELECT 1 FROM pragma_table_info('imports') WHERE name = 'life'").toArray();
  if (known.length === 0) sql.exec("ALTER TABLE imports ADD COLUMN life TEXT NOT NULL DEFAULT ''");
  sql.exec('CREATE INDEX IF NOT EXISTS imports_life ON imports (life)');
  sql.exec(`CREATE INDEX IF NOT EXISTS imports_open ON imports (id) WHERE ${IS_OPEN}`);
  sql.exec(
    'CREATE TABLE IF NOT EXISTS erased_lives (life TEXT PRIMARY KEY, erased_at INTEGER NOT NULL) STRICT, WITHOUT ROWID',
  );
}

/** All SQL of the account object, and nothing else. Layout: docs/storage.md. */
export function createAccountStore(sql: SqlStorage) {
  const list = createImportList(sql);

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
    addLives(sql);
    list.migrate();
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
    imports: (query: ImportQuery) => list.page(query),
    launchedBefore: (moment: number, limit: number): string[] => list.launchedBefore(moment, limit),
    launchedWithin: (after: number, until: number): ImportSummary[] => list.launchedWithin(after, until),
    knownImports({ ids, lives }: ImportNames): KnownImport[] {
      return sql
        .exec(
          `SELECT id, ${LIFE} AS life FROM imports WHERE id IN (SELECT value FROM json_each(?))
           UNION SELECT id, life FROM imports WHERE life IN (SELECT value FROM json_each(?))`,
          // A life of 0.2 and before has the import's id as its name.
          JSON.stringify([...ids, ...lives]),
          JSON.stringify(lives),
        )
        .toArray()
        .map((row) => ({ id: storedText(row['id']), life: storedText(row['life']) }));
    },
    importIdsAfter(id: string, limit: number): string[] {
      return sql
        .exec('SELECT id FROM imports WHERE id > ? ORDER BY id LIMIT ?', id, limit)
        .toArray()
        .map((row) => storedText(row['id']));
    },
    importsIn(states: readonly ImportSummary['state'][], limit: number): string[] {
      return sql
        .exec(
          `SELECT id FROM imports WHERE json_extract(body, '$.state') IN (SELECT value FROM json_each(?))
           ORDER BY created_at DESC LIMIT ?`,
          JSON.stringify(states),
          limit,
        )
        .toArray()
        .map((row) => storedText(row['id']));
    },
    /**
     * Imports in one of these states or with one of these lives, each with how many of its contacts are not yet called
     * to the end.
     */
    importsToStop(states: readonly ImportSummary['state'][], lives: readonly string[]): ImportToStop[] {
      const left = ['queued', 'dialling', 'retrying'].map(
        (outcome) => `COALESCE(json_extract(body, '$.contacts.${outcome}'), 0)`,
      );
      return sql
        .exec(
          `SELECT id, ${LIFE} AS life, ${left.join(' + ')} AS calls, json_extract(body, '$.state') AS state FROM imports
           WHERE json_extract(body, '$.state') IN (SELECT value FROM json_each(?))
           OR ${LIFE} IN (SELECT value FROM json_each(?))`,
          JSON.stringify(states),
          JSON.stringify(lives),
        )
        .toArray()
        .map((row) => ({
          importId: storedText(row['id']),
          life: storedText(row['life']),
          calls: Number(row['calls']),
          isPaused: row['state'] === 'paused',
        }));
    },
    /** Imports under way, and imports never launched whose time is over; by id, starting after `after`. */
    importsToWake(now: number, after: string, limit: number): string[] {
      return sql
        .exec(
          `SELECT id FROM imports WHERE ${IS_OPEN} AND id > ?
           AND (json_extract(body, '$.launchedAt') IS NOT NULL
             OR COALESCE(unixepoch(json_extract(body, '$.expiresAt')), 0) * 1000 <= ?)
           ORDER BY id LIMIT ?`,
          after,
          now,
          limit,
        )
        .toArray()
        .map((row) => storedText(row['id']));
    },
    saveImport: (summary: ImportSummary, life: string): void => list.save(summary, life),
    deleteImport(id: string, life: string, now: number): void {
      sql.exec('INSERT OR IGNORE INTO erased_lives (life, erased_at) VALUES (?, ?)', life, now);
      sql.exec(`DELETE FROM imports WHERE id = ? AND ${LIFE} = ?`, id, life);
    },
    /** After this long, no message of an erased life can still be on its way. */
    forgetErasedBefore(time: number): void {
      sql.exec('DELETE FROM erased_lives WHERE erased_at < ?', time);
    },
    firstErasedAt(): number | null {
      const first = sql.exec('SELECT MIN(erased_at) AS first FROM erased_lives').one()['first'];
      return first === null ? null : Number(first);
    },
    budget(): Omit<BudgetState, 'waiters'> {
      const until = sql.exec('SELECT until FROM pause WHERE id = 1').toArray()[0];
      return {
        leases: sql.exec('SELECT * FROM leases ORDER BY id').toArray().map(toLease),
        pausedUntil: until === undefined ? 0 : Number(until['until']),
        // Not stored: after a restart, one request asks Exotel anew whether it still wants silence.
        safetyPausedUntil: 0,
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
