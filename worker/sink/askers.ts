import { INTEREST_AGAIN_SECONDS, MAX_ASKERS_TOLD, TELL_ASKERS_MS } from '../../shared/sink-limits.ts';
import { logEvent } from '../log.ts';
import { storedText } from '../stored-json.ts';
import type { Env } from '../env.ts';
import type { Interest } from '../events/interest.ts';

/** The object of a sink or campaign, by name. */
export interface Asker {
  readonly kind: 'sink' | 'campaign';
  readonly name: string;
}

/**
 * The sinks and campaigns that asked lately whether anybody is interested, and are told of every change. Stored, so
 * that it survives an eviction of the directory.
 */
export function createAskers(sql: SqlStorage, env: Env, sleep: (ms: number) => Promise<unknown>) {
  const migrate = () =>
    sql.exec(
      'CREATE TABLE IF NOT EXISTS askers (kind TEXT NOT NULL, name TEXT NOT NULL, asked_at INTEGER NOT NULL, PRIMARY KEY (kind, name)) STRICT, WITHOUT ROWID',
    );
  // An interest that was asked before this is asked again before it is used.
  const oldest = (now: number) => now - INTEREST_AGAIN_SECONDS * 1000;

  return {
    note({ kind, name }: Asker, now: number): void {
      migrate();
      sql.exec('INSERT OR REPLACE INTO askers VALUES (?, ?, ?)', kind, name, now);
    },
    /** Answers once all have heard it, or shortly after if one cannot be reached. */
    async tell(interest: Interest, now: number): Promise<void> {
      migrate();
      sql.exec('DELETE FROM askers WHERE asked_at < ?', oldest(now));
      const rows = sql.exec('SELECT kind, name FROM askers ORDER BY asked_at DESC LIMIT ?', MAX_ASKERS_TOLD).toArray();
      const told = rows.map(async (row) => {
        const name = storedText(row['name']);
        const objects = row['kind'] === 'sink' ? env.SINKS : env.CAMPAIGNS;
        await objects.getByName(name).interestChanged(interest);
      });
      const all = Promise.allSettled(told).then((answers) => {
        for (const each of answers) if (each.status === 'rejected') logEvent('interest_not_told', {}, each.reason);
      });
      await Promise.race([all, sleep(TELL_ASKERS_MS)]);
    },
  };
}
