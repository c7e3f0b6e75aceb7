import { holdsFor, type SuppressionSource, type Use } from '../../shared/people/suppression.ts';
import { storedText } from '../stored-json.ts';

/** One number on the list of people not to be called. Times are epoch milliseconds. */
export interface Entry {
  readonly id: string;
  readonly number: number;
  readonly channel: 'voice' | 'sms' | null;
  readonly group: string | null;
  readonly source: SuppressionSource;
  readonly by: string;
  readonly at: number;
  readonly note: string | null;
  readonly expiresAt: number | null;
  readonly importName: string | null;
  readonly row: number | null;
  readonly call: string | null;
}

/** An erased person: only somebody who knows the number can ask about them. */
export interface ErasedPerson {
  readonly id: string;
  readonly hash: string;
  readonly lastDigits: string;
  readonly by: string;
  readonly at: number;
  readonly reason: string;
}

export interface Removal {
  readonly number: number;
  readonly by: string;
  readonly at: number;
  readonly reason: string;
  readonly source: string;
}

type Row = Record<string, SqlStorageValue>;

export function textOrNull(value: SqlStorageValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

export function numberOrNull(value: SqlStorageValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

function toEntry(row: Row): Entry {
  return {
    id: storedText(row['id']),
    number: Number(row['number']),
    channel: toChannel(row['channel']),
    group: textOrNull(row['scope_group']),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own writing
    source: storedText(row['source']) as SuppressionSource,
    by: storedText(row['added_by']),
    at: Number(row['added_at']),
    note: textOrNull(row['note']),
    expiresAt: numberOrNull(row['expires_at']),
    importName: textOrNull(row['import_name']),
    row: numberOrNull(row['row']),
    call: textOrNull(row['call']),
  };
}

export function toChannel(value: SqlStorageValue | undefined): 'voice' | 'sms' | null {
  return value === 'voice' || value === 'sms' ? value : null;
}

/** All SQL of single entries, erased people and removed entries. Layout: docs/storage.md. */
export function createSuppressionStore(sql: SqlStorage) {
  return {
    migrate(): void {
      sql.exec(`CREATE TABLE IF NOT EXISTS entries (
        id TEXT PRIMARY KEY, number INTEGER NOT NULL, channel TEXT, scope_group TEXT, source TEXT NOT NULL,
        added_by TEXT NOT NULL, added_at INTEGER NOT NULL, note TEXT, expires_at INTEGER, import_name TEXT, row INTEGER,
        call TEXT) STRICT, WITHOUT ROWID`);
      sql.exec('CREATE INDEX IF NOT EXISTS entries_number ON entries (number)');
      sql.exec(`CREATE TABLE IF NOT EXISTS erased (
        hash TEXT PRIMARY KEY, id TEXT NOT NULL, last_digits TEXT NOT NULL, erased_by TEXT NOT NULL,
        erased_at INTEGER NOT NULL, reason TEXT NOT NULL) STRICT, WITHOUT ROWID`);
      sql.exec(`CREATE TABLE IF NOT EXISTS removals (
        number INTEGER NOT NULL, removed_by TEXT NOT NULL, removed_at INTEGER NOT NULL, reason TEXT NOT NULL,
        source TEXT NOT NULL) STRICT`);
      sql.exec('CREATE INDEX IF NOT EXISTS removals_number ON removals (number)');
    },
    add(entry: Entry): void {
      sql.exec(
        `INSERT OR REPLACE INTO entries (id, number, channel, scope_group, source, added_by, added_at, note, expires_at,
         import_name, row, call) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        entry.id,
        entry.number,
        entry.channel,
        entry.group,
        entry.source,
        entry.by,
        entry.at,
        entry.note,
        entry.expiresAt,
        entry.importName,
        entry.row,
        entry.call,
      );
    },
    entry(id: string): Entry | null {
      const row = sql.exec('SELECT * FROM entries WHERE id = ?', id).toArray()[0];
      return row === undefined ? null : toEntry(row);
    },
    entriesOf(number: number): Entry[] {
      return sql.exec('SELECT * FROM entries WHERE number = ? ORDER BY added_at, id', number).toArray().map(toEntry);
    },
    /** Ascending by number; only entries that apply to this use. */
    *holding(use: Use, now: number): Iterable<Entry> {
      for (const row of sql.exec('SELECT * FROM entries ORDER BY number, added_at, id')) {
        const entry = toEntry(row);
        if (holdsFor(entry, use, now)) yield entry;
      }
    },
    /** Newest first. */
    *all(): Iterable<Entry> {
      for (const row of sql.exec('SELECT * FROM entries ORDER BY added_at DESC, id')) yield toEntry(row);
    },
    remove(id: string): void {
      sql.exec('DELETE FROM entries WHERE id = ?', id);
    },
    noteRemoval(removal: Removal): void {
      const { number, by, at, reason, source } = removal;
      sql.exec(
        'INSERT INTO removals (number, removed_by, removed_at, reason, source) VALUES (?, ?, ?, ?, ?)',
        number,
        by,
        at,
        reason,
        source,
      );
    },
    removalsOf(number: number): Removal[] {
      return sql
        .exec('SELECT * FROM removals WHERE number = ? ORDER BY removed_at', number)
        .toArray()
        .map((row) => ({
          number,
          by: storedText(row['removed_by']),
          at: Number(row['removed_at']),
          reason: storedText(row['reason']),
          source: storedText(row['source']),
        }));
    },
    erased(): ErasedPerson[] {
      return sql
        .exec('SELECT * FROM erased ORDER BY erased_at DESC, id')
        .toArray()
        .map((row) => ({
          id: storedText(row['id']),
          hash: storedText(row['hash']),
          lastDigits: storedText(row['last_digits']),
          by: storedText(row['erased_by']),
          at: Number(row['erased_at']),
          reason: storedText(row['reason']),
        }));
    },
    addErased(person: ErasedPerson): void {
      sql.exec(
        'INSERT OR IGNORE INTO erased (hash, id, last_digits, erased_by, erased_at, reason) VALUES (?, ?, ?, ?, ?, ?)',
        person.hash,
        person.id,
        person.lastDigits,
        person.by,
        person.at,
        person.reason,
      );
    },
    removeErased(id: string): void {
      sql.exec('DELETE FROM erased WHERE id = ?', id);
    },
    /** Deletes everything that contains the number in plain. */
    forget(number: number): void {
      sql.exec('DELETE FROM entries WHERE number = ?', number);
      sql.exec('DELETE FROM removals WHERE number = ?', number);
    },
  };
}

export type SuppressionStore = ReturnType<typeof createSuppressionStore>;
