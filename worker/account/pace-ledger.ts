import { storedText } from '../stored-json.ts';
import type { PaceUse } from '../../shared/plan/free-pace.ts';
import type { Slot } from '../../shared/plan/next-slot.ts';
import type { Channel } from '../../shared/template/template-schema.ts';

/** The minutes promised to one campaign, and the pace it calls at in them. */
interface Promised {
  readonly life: string;
  readonly seq: number;
  readonly slot: Pick<Slot, 'sendAt' | 'doneAt' | 'pace'>;
}

/** Which campaign asks; without `seq`, the whole import asks. */
export interface Asker {
  readonly life: string;
  readonly seq?: number;
}

/**
 * Which minutes of the account's pace were promised to which campaign, one row each. Plans and re-plans read it, so
 * that no two campaigns count on the same minutes. Layout: docs/storage.md.
 */
export function createPaceLedger(sql: SqlStorage) {
  return {
    migrate(): void {
      sql.exec(`CREATE TABLE IF NOT EXISTS promised_minutes (
        life TEXT NOT NULL, seq INTEGER NOT NULL, channel TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL,
        per_minute INTEGER NOT NULL, PRIMARY KEY (life, seq)) STRICT, WITHOUT ROWID`);
    },
    /** The minutes promised to everybody else, from now on. */
    promisedToOthers(channel: Channel, asker: Asker, now: number): PaceUse[] {
      return sql
        .exec(
          `SELECT starts, ends, per_minute FROM promised_minutes
           WHERE channel = ? AND ends > ? AND NOT (life = ? AND (?4 IS NULL OR seq = ?4)) ORDER BY starts`,
          channel,
          now,
          asker.life,
          asker.seq ?? null,
        )
        .toArray()
        .map((row) => ({
          from: Number(row['starts']),
          until: Number(row['ends']),
          perMinute: Number(row['per_minute']),
        }));
    },
    /** The lives that were promised minutes which are not over yet. */
    lives(now: number): string[] {
      return sql
        .exec('SELECT DISTINCT life FROM promised_minutes WHERE ends > ?', now)
        .toArray()
        .map((row) => storedText(row['life']));
    },
    /** Promises nothing to a life that was erased meanwhile. */
    promise(channel: Channel, { life, seq, slot }: Promised): void {
      sql.exec(
        `INSERT OR REPLACE INTO promised_minutes (life, seq, channel, starts, ends, per_minute) SELECT ?1, ?, ?, ?, ?, ?
         WHERE NOT EXISTS (SELECT 1 FROM erased_lives WHERE life = ?1)`,
        life,
        seq,
        channel,
        slot.sendAt,
        slot.doneAt,
        slot.pace,
      );
    },
    /** The campaign or import calls nobody any more: its remaining minutes are free for others. */
    release({ life, seq }: Asker): void {
      sql.exec('DELETE FROM promised_minutes WHERE life = ? AND (?2 IS NULL OR seq = ?2)', life, seq ?? null);
    },
    /** Deletes promises whose time is over. */
    dropBefore(time: number): void {
      sql.exec('DELETE FROM promised_minutes WHERE ends <= ?', time);
    },
  };
}
