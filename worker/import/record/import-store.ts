import { storedJson, storedText } from '../../stored-json.ts';
import type { RowIssue } from '../../../shared/contacts/issue.ts';
import { rowWithLaterFields, withLaterFields } from './upgrade-stored.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { ImportRecord } from './import-record.ts';

export const TABLES = ['import', 'parts', 'issues', 'numbers', 'skips', 'campaigns'];

const OF_A_CHECK = ['issues', 'numbers', 'skips'];

function hasRecord(sql: LifeSql): boolean {
  const isThere = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'import'").toArray().length > 0;
  return isThere && sql.exec('SELECT 1 FROM import').toArray().length > 0;
}

/** The storage that a life writes to; it is closed when the life ends. */
export type LifeSql = Pick<SqlStorage, 'exec'>;

/**
 * All SQL of an import object, and nothing else. Its tables are created by the first write, so that reading an unknown
 * id leaves nothing behind. Layout: docs/storage.md.
 */
export function createImportStore(sql: LifeSql) {
  let isMade = hasRecord(sql);
  /** The life whose parts are read; bytes of another life of this id are never read. */
  let owner = '';
  let rewrites = 0;
  if (isMade) migrate();

  function begin(): void {
    // Rows without a record belong to nobody: 0.2 could leave such rows.
    for (const table of TABLES) sql.exec(`DROP TABLE IF EXISTS ${table}`);
    migrate();
  }

  function migrate(): void {
    sql.exec('CREATE TABLE IF NOT EXISTS import (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
    sql.exec(`CREATE TABLE IF NOT EXISTS parts (
      start INTEGER PRIMARY KEY, size INTEGER NOT NULL, body BLOB NOT NULL, incarnation TEXT NOT NULL DEFAULT '') STRICT`);
    if (sql.exec("SELECT 1 FROM pragma_table_info('parts') WHERE name = 'incarnation'").toArray().length === 0)
      sql.exec("ALTER TABLE parts ADD COLUMN incarnation TEXT NOT NULL DEFAULT ''");
    sql.exec(`CREATE TABLE IF NOT EXISTS issues (
      generation INTEGER NOT NULL, chunk INTEGER NOT NULL, count INTEGER NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (generation, chunk)) STRICT, WITHOUT ROWID`);
    sql.exec(`CREATE TABLE IF NOT EXISTS numbers (
      generation INTEGER NOT NULL, chunk INTEGER NOT NULL, body BLOB NOT NULL, marks BLOB,
      PRIMARY KEY (generation, chunk)) STRICT, WITHOUT ROWID`);
    if (sql.exec("SELECT 1 FROM pragma_table_info('numbers') WHERE name = 'marks'").toArray().length === 0)
      sql.exec('ALTER TABLE numbers ADD COLUMN marks BLOB');
    sql.exec(`CREATE TABLE IF NOT EXISTS skips (
      generation INTEGER NOT NULL, rule TEXT NOT NULL, first INTEGER NOT NULL, body BLOB NOT NULL,
      PRIMARY KEY (generation, rule, first)) STRICT, WITHOUT ROWID`);
    sql.exec('CREATE TABLE IF NOT EXISTS campaigns (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
    isMade = true;
  }

  function read(query: string, ...bindings: SqlStorageValue[]): Record<string, SqlStorageValue>[] {
    // Runs a query even if there is no table, so that the closed storage of an ended life refuses.
    return sql.exec(isMade ? query : 'SELECT 1 WHERE 0', ...(isMade ? bindings : [])).toArray();
  }

  function write(query: string, ...bindings: SqlStorageValue[]): void {
    if (!isMade) begin();
    sql.exec(query, ...bindings);
  }

  return {
    record(): ImportRecord | null {
      const row = read('SELECT body FROM import WHERE id = 1')[0];
      const record = row === undefined ? null : withLaterFields(storedJson<ImportRecord>(row['body']));
      owner = record?.incarnation ?? owner;
      return record;
    },
    saveRecord(record: ImportRecord): void {
      owner = record.incarnation;
      write('INSERT OR REPLACE INTO import (id, body) VALUES (1, ?)', JSON.stringify(record));
    },
    received(): number {
      const row = read(
        'SELECT start + size AS received FROM parts WHERE incarnation = ? ORDER BY start DESC LIMIT 1',
        owner,
      )[0];
      return row === undefined ? 0 : Number(row['received']);
    },
    /** Parts are contiguous: each starts where the one before it ends. */
    addPart(start: number, body: Uint8Array): void {
      const { buffer } = body.slice();
      write(
        'INSERT INTO parts (start, size, body, incarnation) VALUES (?, ?, ?, ?)',
        start,
        body.byteLength,
        buffer,
        owner,
      );
    },
    partAt(start: number): Uint8Array | null {
      const row = read('SELECT body FROM parts WHERE start = ? AND incarnation = ?', start, owner)[0];
      return row !== undefined && row['body'] instanceof ArrayBuffer ? new Uint8Array(row['body']) : null;
    },
    partSizes(): { start: number; size: number }[] {
      const rows = sql.exec('SELECT start, size FROM parts ORDER BY start').toArray();
      return rows.map((row) => ({ start: Number(row['start']), size: Number(row['size']) }));
    },
    /** How often the file was changed since this store was made. */
    rewrites: () => rewrites,
    /** Replaces a part by one of the same length, so that nothing else of the file moves. */
    rewritePart(start: number, body: Uint8Array): void {
      rewrites += 1;
      write('UPDATE parts SET body = ? WHERE start = ?', body.slice().buffer, start);
    },
    clearCheck(generation: number): void {
      for (const table of OF_A_CHECK) write(`DELETE FROM ${table} WHERE generation = ?`, generation);
    },
    clearChecksBefore(generation: number): void {
      for (const table of OF_A_CHECK) write(`DELETE FROM ${table} WHERE generation < ?`, generation);
    },
    addIssues(generation: number, chunk: number, issues: readonly RowIssue[]): void {
      const body = JSON.stringify(issues);
      write(
        'INSERT INTO issues (generation, chunk, count, body) VALUES (?, ?, ?, ?)',
        generation,
        chunk,
        issues.length,
        body,
      );
    },
    rewriteIssues(generation: number, chunk: number, issues: readonly RowIssue[]): void {
      const body = JSON.stringify(issues);
      write('UPDATE issues SET body = ? WHERE generation = ? AND chunk = ?', body, generation, chunk);
    },
    issues(generation: number, chunk: number): RowIssue[] {
      const row = read('SELECT body FROM issues WHERE generation = ? AND chunk = ?', generation, chunk)[0];
      return row === undefined ? [] : storedJson<RowIssue[]>(row['body']);
    },
    /** `marks` are the marks of their statuses, in the same order; null if no column gives statuses. */
    addNumbers(generation: number, chunk: number, numbers: Float64Array, marks: Uint32Array | null): void {
      const [body, marked] = [numbers.slice().buffer, marks?.slice().buffer ?? null];
      write(
        'INSERT INTO numbers (generation, chunk, body, marks) VALUES (?, ?, ?, ?)',
        generation,
        chunk,
        body,
        marked,
      );
    },
    rewriteNumbers(generation: number, chunk: number, numbers: Float64Array, marks: Uint32Array | null): void {
      const [body, marked] = [numbers.slice().buffer, marks?.slice().buffer ?? null];
      const query = 'UPDATE numbers SET body = ?, marks = ? WHERE generation = ? AND chunk = ?';
      write(query, body, marked, generation, chunk);
    },
    numbers(generation: number, chunk: number): Float64Array {
      const row = read('SELECT body FROM numbers WHERE generation = ? AND chunk = ?', generation, chunk)[0];
      return row !== undefined && row['body'] instanceof ArrayBuffer
        ? new Float64Array(row['body'])
        : new Float64Array();
    },
    marks(generation: number, chunk: number): Uint32Array | null {
      const row = read('SELECT marks FROM numbers WHERE generation = ? AND chunk = ?', generation, chunk)[0];
      return row !== undefined && row['marks'] instanceof ArrayBuffer ? new Uint32Array(row['marks']) : null;
    },
    /** Packed numbers that the check left out because of this rule. */
    addSkips(generation: number, rule: string, first: number, body: Uint8Array): void {
      const { buffer } = body.slice();
      write('INSERT INTO skips (generation, rule, first, body) VALUES (?, ?, ?, ?)', generation, rule, first, buffer);
    },
    rewriteSkips(generation: number, rule: string, first: number, body: Uint8Array): void {
      const query = 'UPDATE skips SET body = ? WHERE generation = ? AND rule = ? AND first = ?';
      write(query, body.slice().buffer, generation, rule, first);
    },
    everySkip(generation: number): { rule: string; first: number; body: Uint8Array }[] {
      return read('SELECT * FROM skips WHERE generation = ?', generation).map(({ rule, first, body }) => ({
        rule: storedText(rule),
        first: Number(first),
        body: body instanceof ArrayBuffer ? new Uint8Array(body) : new Uint8Array(),
      }));
    },
    skips(generation: number, rule: string): Uint8Array[] {
      return read('SELECT body FROM skips WHERE generation = ? AND rule = ? ORDER BY first', generation, rule).map(
        ({ body }) => (body instanceof ArrayBuffer ? new Uint8Array(body) : new Uint8Array()),
      );
    },
    campaigns(): CampaignRow[] {
      return read('SELECT body FROM campaigns ORDER BY seq').map((row) =>
        rowWithLaterFields(storedJson<CampaignRow>(row['body'])),
      );
    },
    saveCampaign(row: CampaignRow): void {
      write('INSERT OR REPLACE INTO campaigns (seq, body) VALUES (?, ?)', row.seq, JSON.stringify(row));
    },
  };
}

export type ImportStore = ReturnType<typeof createImportStore>;
