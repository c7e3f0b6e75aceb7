import type { ImportSummary } from '../../shared/protocol/import.ts';
import { storedText } from '../stored-json.ts';
import type { createImportList } from './import-list.ts';

/** A day of calls that is over: it covers starts after `from` and up to `until`. `date` is the local date. */
export interface PastDay {
  readonly date: string;
  readonly from: number;
  readonly until: number;
}

/** The last day that the team's destinations were told of. Each day is told once, and only if something was started. */
export function createToldDays(sql: SqlStorage, imports: Pick<ReturnType<typeof createImportList>, 'launchedWithin'>) {
  function note(date: string): void {
    sql.exec(
      'INSERT INTO told_day (id, date) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET date = max(date, ?1)',
      date,
    );
  }

  function isTold(date: string): boolean {
    const [row] = sql.exec('SELECT date FROM told_day').toArray();
    return row !== undefined && storedText(row['date']) >= date;
  }

  return {
    migrate(): void {
      sql.exec('CREATE TABLE IF NOT EXISTS told_day (id INTEGER PRIMARY KEY, date TEXT NOT NULL) STRICT');
    },
    note,
    /**
     * What was started that day; nothing if the day was told already. Once nothing late can come, an empty day is not
     * looked at again.
     */
    startedIn({ date, from, until }: PastDay, isLate: boolean): ImportSummary[] {
      if (isTold(date)) return [];
      const started = imports.launchedWithin(from, until);
      if (started.length === 0 && isLate) note(date);
      return started;
    },
  };
}
