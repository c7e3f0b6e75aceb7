import { FORGOTTEN_CALLS_PER_ROW_COUNT } from '../../../shared/people-limits.ts';
import { storedText } from '../../stored-json.ts';

/** The calls of a deleted import while the cap still looks back at them. Each number is stored only as a keyed hash. */
export interface ForgottenCalls {
  readonly life: string;
  readonly channel: 'voice' | 'sms';
  readonly by: string;
  readonly at: number;
  /** When the last call is older than the cap looks back (epoch ms). */
  readonly until: number;
  readonly calls: readonly ForgottenCall[];
}

export interface ForgottenCall {
  readonly hash: number;
  readonly attempts: number;
  /** Minutes since 1970. */
  readonly minute: number;
}

export interface ForgottenLife {
  readonly life: string;
  /** The name was deleted with the import. */
  readonly name: null;
  readonly by: string;
  readonly at: number;
}

/**
 * All SQL of the calls of deleted imports. Rows are deleted by an alarm, and count no longer than the cap looks back.
 */
export function createForgottenStore(sql: SqlStorage) {
  return {
    migrate(): void {
      sql.exec(`CREATE TABLE IF NOT EXISTS forgotten_calls (
        life TEXT NOT NULL, part INTEGER NOT NULL, channel TEXT NOT NULL, called_by TEXT NOT NULL,
        called_at INTEGER NOT NULL, hashes BLOB NOT NULL, made BLOB NOT NULL, minutes BLOB NOT NULL,
        until INTEGER NOT NULL, PRIMARY KEY (life, part)) STRICT, WITHOUT ROWID`);
    },
    keep({ life, channel, by, at, until, calls }: ForgottenCalls): void {
      // Sorted by hash, so that the order of storage does not reveal the order of calls.
      const sorted = calls.toSorted((left, right) => left.hash - right.hash);
      for (let first = 0; first < sorted.length; first += FORGOTTEN_CALLS_PER_ROW_COUNT) {
        const part = sorted.slice(first, first + FORGOTTEN_CALLS_PER_ROW_COUNT);
        sql.exec(
          'INSERT OR REPLACE INTO forgotten_calls VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
          life,
          first,
          channel,
          by,
          at,
          Float64Array.from(part, ({ hash }) => hash).buffer,
          Uint8Array.from(part, ({ attempts }) => Math.min(255, attempts)).buffer,
          Uint32Array.from(part, ({ minute }) => minute).buffer,
          until,
        );
      }
    },
    /** Imports that called on this channel, oldest first. */
    lives(channel: string, now: number): ForgottenLife[] {
      return sql
        .exec(
          `SELECT DISTINCT life, called_by, called_at FROM forgotten_calls WHERE channel = ? AND until > ?
           ORDER BY called_at, life`,
          channel,
          now,
        )
        .toArray()
        .map((row) => ({
          life: storedText(row['life']),
          name: null,
          by: storedText(row['called_by']),
          at: Number(row['called_at']),
        }));
    },
    *callsOf(life: string): Iterable<ForgottenCall> {
      for (const row of sql.exec('SELECT hashes, made, minutes FROM forgotten_calls WHERE life = ?', life)) {
        const [hashes, made, minutes] = [bytesOf(row['hashes']), bytesOf(row['made']), bytesOf(row['minutes'])];
        const [attempts, minuteOf] = [new Uint8Array(made), new Uint32Array(minutes)];
        for (const [at, hash] of new Float64Array(hashes).entries())
          yield { hash, attempts: attempts[at] ?? 0, minute: minuteOf[at] ?? 0 };
      }
    },
    /** When the next of them ends; null if there is none. */
    next(): number | null {
      const { next } = sql.exec('SELECT MIN(until) AS next FROM forgotten_calls').one();
      return next === null ? null : Number(next);
    },
    dropUntil(now: number): void {
      sql.exec('DELETE FROM forgotten_calls WHERE until <= ?', now);
    },
  };
}

export type ForgottenStore = ReturnType<typeof createForgottenStore>;

function bytesOf(value: SqlStorageValue | undefined): ArrayBuffer {
  return value instanceof ArrayBuffer ? value : new ArrayBuffer(0);
}
