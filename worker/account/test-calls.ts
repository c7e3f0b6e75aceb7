import { MAX_TEST_CALLS_PER_HOUR } from '../../shared/people-limits.ts';

const HOUR_MS = 3_600_000;

/** Who made test calls within the last hour: one row per call, with its own id. Layout: docs/storage.md. */
export function createTestCalls(sql: SqlStorage) {
  return {
    migrate(): void {
      sql.exec(
        'CREATE TABLE IF NOT EXISTS test_calls (id TEXT PRIMARY KEY, who TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID',
      );
    },
    /**
     * Counts one more test call of this person. Answers how many seconds they must wait first; 0 if they may call now.
     */
    take(id: string, who: string, now: number): number {
      sql.exec('DELETE FROM test_calls WHERE at <= ?', now - HOUR_MS);
      const made = sql.exec('SELECT at FROM test_calls WHERE who = ? ORDER BY at', who).toArray();
      const [first] = made.slice(-MAX_TEST_CALLS_PER_HOUR);
      if (first !== undefined && made.length >= MAX_TEST_CALLS_PER_HOUR)
        return Math.ceil((Number(first['at']) + HOUR_MS - now) / 1000);
      sql.exec('INSERT INTO test_calls (id, who, at) VALUES (?, ?, ?)', id, who, now);
      return 0;
    },
    /** The test call was not made, so it does not count. */
    giveBack(id: string): void {
      sql.exec('DELETE FROM test_calls WHERE id = ?', id);
    },
  };
}
