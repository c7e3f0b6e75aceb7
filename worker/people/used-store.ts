import { USED_DAYS } from '../../shared/people-limits.ts';
import { storedText } from '../stored-json.ts';
import type { Claim } from './ledger-store.ts';

/** Calls and talk time used by one person in a period. Only counts: no number, and no name of a contact. */
export interface Used {
  readonly name: string;
  readonly imports: number;
  readonly people: number;
  readonly calls: number;
  readonly messages: number;
  readonly seconds: number;
  readonly pulses: number;
}

interface Settled {
  readonly attempts: number;
  /** Seconds of each answered call. */
  readonly seconds?: readonly number[];
}

/**
 * What finished campaigns used, and in whose name they were started. It stays when the import is deleted, because
 * deleting refunds nothing.
 */
export function createUsedStore(sql: SqlStorage) {
  return {
    migrate(): void {
      sql.exec(`CREATE TABLE IF NOT EXISTS used (
        life TEXT NOT NULL, seq INTEGER NOT NULL, started_by TEXT NOT NULL, started_at INTEGER NOT NULL,
        people INTEGER NOT NULL, calls INTEGER NOT NULL, messages INTEGER NOT NULL, seconds INTEGER NOT NULL,
        pulses INTEGER NOT NULL, PRIMARY KEY (life, seq)) STRICT, WITHOUT ROWID`);
    },
    /** A repeated report replaces the one before. */
    note({ life, by, at, channel }: Claim, seq: number, people: readonly Settled[], pulseSeconds: number): void {
      const attempts = people.reduce((sum, each) => sum + each.attempts, 0);
      const talks = people.flatMap(({ seconds = [] }) => seconds);
      sql.exec(
        'INSERT OR REPLACE INTO used VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        life,
        seq,
        by,
        at,
        people.filter(({ attempts }) => attempts > 0).length,
        channel === 'voice' ? attempts : 0,
        channel === 'sms' ? attempts : 0,
        talks.reduce((sum, each) => sum + each, 0),
        talks.reduce((sum, each) => sum + Math.ceil(each / pulseSeconds), 0),
      );
      sql.exec('DELETE FROM used WHERE started_at < ?', Date.now() - USED_DAYS * 86_400_000);
    },
    /** For campaigns started at `from` or later and before `to` (epoch ms); the person who used most comes first. */
    between(from: number, to: number): Used[] {
      return sql
        .exec(
          `SELECT started_by, COUNT(DISTINCT life) AS imports, SUM(people) AS people, SUM(calls) AS calls,
             SUM(messages) AS messages, SUM(seconds) AS seconds, SUM(pulses) AS pulses
           FROM used WHERE started_at >= ? AND started_at < ? GROUP BY started_by
           ORDER BY pulses DESC, calls + messages DESC, started_by`,
          from,
          to,
        )
        .toArray()
        .map((row) => ({
          name: storedText(row['started_by']),
          imports: Number(row['imports']),
          people: Number(row['people']),
          calls: Number(row['calls']),
          messages: Number(row['messages']),
          seconds: Number(row['seconds']),
          pulses: Number(row['pulses']),
        }));
    },
    /** For campaigns started since a time (epoch ms): how many people they called, and with how many pulses. */
    lately(from: number): { people: number; pulses: number } {
      const sums = 'SELECT SUM(people) AS people, SUM(pulses) AS pulses FROM used WHERE started_at >= ? AND calls > 0';
      const row = sql.exec(sums, from).one();
      return { people: Number(row['people']), pulses: Number(row['pulses']) };
    },
    /** How many campaigns started in that period have no result yet: they still call, or were given up. */
    open(from: number, to: number): number {
      const found = sql.exec(
        `SELECT COUNT(*) AS total FROM ledger JOIN claims USING (life)
         WHERE made IS NULL AND claimed_at >= ? AND claimed_at < ?`,
        from,
        to,
      );
      return Number(found.one()['total']);
    },
  };
}

export type UsedStore = ReturnType<typeof createUsedStore>;
