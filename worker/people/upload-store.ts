import { PACKED_NUMBERS_PER_CHUNK } from '../../shared/people-limits.ts';
import { packNumbers } from '../../shared/people/packed-numbers.ts';
import { storedText } from '../stored-json.ts';
import { numberOrNull, textOrNull, toChannel } from './suppression-store.ts';

/** One uploaded file of numbers. Times are epoch milliseconds. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly channel: 'voice' | 'sms' | null;
  readonly group: string | null;
  readonly by: string;
  readonly at: number;
  readonly note: string | null;
  readonly expiresAt: number | null;
  readonly numbers: number;
}

/** A stored piece of an upload: its places `[first, first + count)`, packed. */
export interface UploadChunk {
  readonly chunk: number;
  readonly first: number;
  readonly count: number;
  readonly body: Uint8Array;
}

function toUpload(row: Record<string, SqlStorageValue>): Upload {
  return {
    id: storedText(row['id']),
    name: storedText(row['name']),
    channel: toChannel(row['channel']),
    group: textOrNull(row['scope_group']),
    by: storedText(row['added_by']),
    at: Number(row['added_at']),
    note: textOrNull(row['note']),
    expiresAt: numberOrNull(row['expires_at']),
    numbers: Number(row['numbers']),
  };
}

/** All SQL of uploads: their numbers packed, a row per piece. A number that was removed keeps its place. */
export function createUploadStore(sql: SqlStorage) {
  function* chunks(upload: string): Iterable<UploadChunk> {
    const keys = sql.exec('SELECT chunk FROM upload_chunks WHERE upload = ? ORDER BY chunk', upload).toArray();
    for (const key of keys) {
      const chunk = Number(key['chunk']);
      const row = sql.exec('SELECT * FROM upload_chunks WHERE upload = ? AND chunk = ?', upload, chunk).one();
      if (!(row['body'] instanceof ArrayBuffer)) continue;
      yield { chunk, first: Number(row['first']), count: Number(row['count']), body: new Uint8Array(row['body']) };
    }
  }

  return {
    migrate(): void {
      sql.exec(`CREATE TABLE IF NOT EXISTS uploads (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, channel TEXT, scope_group TEXT, added_by TEXT NOT NULL,
        added_at INTEGER NOT NULL, note TEXT, expires_at INTEGER, numbers INTEGER NOT NULL, replaced_by TEXT) STRICT,
        WITHOUT ROWID`);
      sql.exec(`CREATE TABLE IF NOT EXISTS upload_chunks (
        upload TEXT NOT NULL, chunk INTEGER NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL, body BLOB NOT NULL,
        PRIMARY KEY (upload, chunk)) STRICT, WITHOUT ROWID`);
      sql.exec(`CREATE TABLE IF NOT EXISTS taken_out (
        upload TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (upload, place)) STRICT, WITHOUT ROWID`);
    },
    /** `sorted` is ascending, each number once. */
    add(upload: Upload, sorted: Float64Array): void {
      sql.exec(
        `INSERT INTO uploads (id, name, channel, scope_group, added_by, added_at, note, expires_at, numbers)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        upload.id,
        upload.name,
        upload.channel,
        upload.group,
        upload.by,
        upload.at,
        upload.note,
        upload.expiresAt,
        upload.numbers,
      );
      for (let first = 0, chunk = 0; first < sorted.length; first += PACKED_NUMBERS_PER_CHUNK, chunk += 1) {
        const some = sorted.subarray(first, first + PACKED_NUMBERS_PER_CHUNK);
        sql.exec(
          'INSERT INTO upload_chunks (upload, chunk, first, count, body) VALUES (?, ?, ?, ?, ?)',
          upload.id,
          chunk,
          first,
          some.length,
          packNumbers(some).buffer,
        );
      }
    },
    upload(id: string): Upload | null {
      const row = sql.exec('SELECT * FROM uploads WHERE id = ? AND replaced_by IS NULL', id).toArray()[0];
      return row === undefined ? null : toUpload(row);
    },
    /** Newest first. An upload that another has replaced holds nobody back. */
    uploads(): Upload[] {
      return sql
        .exec('SELECT * FROM uploads WHERE replaced_by IS NULL ORDER BY added_at DESC, id')
        .toArray()
        .map(toUpload);
    },
    chunks,
    takenOut(upload: string): Set<number> {
      const rows = sql.exec('SELECT place FROM taken_out WHERE upload = ?', upload).toArray();
      return new Set(rows.map((row) => Number(row['place'])));
    },
    takeOut(upload: string, place: number): void {
      sql.exec('INSERT OR IGNORE INTO taken_out (upload, place) VALUES (?, ?)', upload, place);
    },
    /** Replaces earlier uploads of the same name by this one, until that is undone. */
    replace(name: string, by: string): void {
      sql.exec('UPDATE uploads SET replaced_by = ? WHERE name = ? AND replaced_by IS NULL AND id <> ?', by, name, by);
    },
    remove(id: string): void {
      sql.exec('UPDATE uploads SET replaced_by = NULL WHERE replaced_by = ?', id);
      for (const table of ['upload_chunks', 'taken_out']) sql.exec(`DELETE FROM ${table} WHERE upload = ?`, id);
      sql.exec('DELETE FROM uploads WHERE id = ?', id);
    },
    /** Includes replaced uploads, because no byte of an erased person may come back. */
    everyUpload(): string[] {
      return sql
        .exec('SELECT id FROM uploads')
        .toArray()
        .map((row) => storedText(row['id']));
    },
    /** Null: nothing of the piece is left. */
    rewrite(upload: string, chunk: number, body: Uint8Array | null): void {
      if (body === null) sql.exec('DELETE FROM upload_chunks WHERE upload = ? AND chunk = ?', upload, chunk);
      else
        sql.exec(
          'UPDATE upload_chunks SET body = ? WHERE upload = ? AND chunk = ?',
          body.slice().buffer,
          upload,
          chunk,
        );
    },
  };
}

export type UploadStore = ReturnType<typeof createUploadStore>;
