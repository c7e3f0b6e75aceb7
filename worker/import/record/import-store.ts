import { storedJson, storedText } from '../../stored-json.ts';
import type { RowIssue } from '../../../shared/contacts/issue.ts';
import { rowWithLaterFields, withLaterFields } from './upgrade-stored.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { ErasedList, OrphanRef } from '../outbox/orphan-lists.ts';
import type { ImportRecord } from './import-record.ts';

/** All SQL of an import object, and nothing else. Layout: docs/storage.md. */
export function createImportStore(sql: SqlStorage) {
  function migrate(): void {
    sql.exec('CREATE TABLE IF NOT EXISTS import (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
    sql.exec(
      'CREATE TABLE IF NOT EXISTS parts (start INTEGER PRIMARY KEY, size INTEGER NOT NULL, body BLOB NOT NULL) STRICT',
    );
    sql.exec(`CREATE TABLE IF NOT EXISTS issues (
      generation INTEGER NOT NULL, chunk INTEGER NOT NULL, count INTEGER NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (generation, chunk)) STRICT, WITHOUT ROWID`);
    sql.exec(`CREATE TABLE IF NOT EXISTS numbers (
      generation INTEGER NOT NULL, chunk INTEGER NOT NULL, body BLOB NOT NULL,
      PRIMARY KEY (generation, chunk)) STRICT, WITHOUT ROWID`);
    sql.exec('CREATE TABLE IF NOT EXISTS campaigns (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
    sql.exec(
      'CREATE TABLE IF NOT EXISTS erased_lists (name TEXT PRIMARY KEY, sid TEXT, tries INTEGER NOT NULL) STRICT, WITHOUT ROWID',
    );
  }

  function saveErased({ name, sid, tries }: ErasedList): void {
    sql.exec('INSERT OR REPLACE INTO erased_lists (name, sid, tries) VALUES (?, ?, ?)', name, sid, tries);
  }

  return {
    migrate,
    record(): ImportRecord | null {
      const row = sql.exec('SELECT body FROM import WHERE id = 1').toArray()[0];
      return row === undefined ? null : withLaterFields(storedJson<ImportRecord>(row['body']));
    },
    saveRecord(record: ImportRecord): void {
      sql.exec('INSERT OR REPLACE INTO import (id, body) VALUES (1, ?)', JSON.stringify(record));
    },
    received(): number {
      const row = sql.exec('SELECT start + size AS received FROM parts ORDER BY start DESC LIMIT 1').toArray()[0];
      return row === undefined ? 0 : Number(row['received']);
    },
    clearFile(): void {
      sql.exec('DELETE FROM parts');
    },
    /** Parts are contiguous: each starts where the one before ends. */
    addPart(start: number, body: Uint8Array): void {
      sql.exec('INSERT INTO parts (start, size, body) VALUES (?, ?, ?)', start, body.byteLength, body.slice().buffer);
    },
    partAt(start: number): Uint8Array | null {
      const row = sql.exec('SELECT body FROM parts WHERE start = ?', start).toArray()[0];
      return row !== undefined && row['body'] instanceof ArrayBuffer ? new Uint8Array(row['body']) : null;
    },
    partSizes(): { start: number; size: number }[] {
      const rows = sql.exec('SELECT start, size FROM parts ORDER BY start').toArray();
      return rows.map((row) => ({ start: Number(row['start']), size: Number(row['size']) }));
    },
    clearCheck(generation: number): void {
      sql.exec('DELETE FROM issues WHERE generation = ?', generation);
      sql.exec('DELETE FROM numbers WHERE generation = ?', generation);
    },
    clearChecksBefore(generation: number): void {
      sql.exec('DELETE FROM issues WHERE generation < ?', generation);
      sql.exec('DELETE FROM numbers WHERE generation < ?', generation);
    },
    addIssues(generation: number, chunk: number, issues: readonly RowIssue[]): void {
      const body = JSON.stringify(issues);
      sql.exec(
        'INSERT INTO issues (generation, chunk, count, body) VALUES (?, ?, ?, ?)',
        generation,
        chunk,
        issues.length,
        body,
      );
    },
    issues(generation: number, chunk: number): RowIssue[] {
      const row = sql
        .exec('SELECT body FROM issues WHERE generation = ? AND chunk = ?', generation, chunk)
        .toArray()[0];
      return row === undefined ? [] : storedJson<RowIssue[]>(row['body']);
    },
    addNumbers(generation: number, chunk: number, numbers: Float64Array): void {
      const body = numbers.slice().buffer;
      sql.exec('INSERT INTO numbers (generation, chunk, body) VALUES (?, ?, ?)', generation, chunk, body);
    },
    numbers(generation: number, chunk: number): Float64Array {
      const row = sql
        .exec('SELECT body FROM numbers WHERE generation = ? AND chunk = ?', generation, chunk)
        .toArray()[0];
      return row !== undefined && row['body'] instanceof ArrayBuffer
        ? new Float64Array(row['body'])
        : new Float64Array();
    },
    campaigns(): CampaignRow[] {
      return sql
        .exec('SELECT body FROM campaigns ORDER BY seq')
        .toArray()
        .map((row) => rowWithLaterFields(storedJson<CampaignRow>(row['body'])));
    },
    /** Everything goes, at once, but the names of lists that are still to be deleted at Exotel. */
    keepOnly(lists: readonly OrphanRef[]): void {
      for (const table of ['import', 'parts', 'issues', 'numbers', 'campaigns']) sql.exec(`DELETE FROM ${table}`);
      for (const list of lists) saveErased({ ...list, tries: 0 });
    },
    erasedLists(): ErasedList[] {
      return sql
        .exec('SELECT * FROM erased_lists ORDER BY tries, name')
        .toArray()
        .map((row) => ({
          name: storedText(row['name']),
          sid: row['sid'] === null ? null : storedText(row['sid']),
          tries: Number(row['tries']),
        }));
    },
    saveErased,
    dropErased(name: string): void {
      sql.exec('DELETE FROM erased_lists WHERE name = ?', name);
    },
    saveCampaign(row: CampaignRow): void {
      sql.exec('INSERT OR REPLACE INTO campaigns (seq, body) VALUES (?, ?)', row.seq, JSON.stringify(row));
    },
  };
}

export type ImportStore = ReturnType<typeof createImportStore>;
