import type { ImportSummary } from '../../shared/protocol/import.ts';
import { storedText } from '../stored-json.ts';
import type { createImportList } from './import-list.ts';

/** A day of calls that is over: what was started after `from` and by `until`. `date` is its local date. */
export interface PastDay {
  readonly date: string;
  readonly from: number;
  readonly until: number;
}

/** Of which day the team's destinations were told last: each is told of once, and none without a start. */
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
    /** What was started in it; nothing of a day that was told. Once nothing late can come, an empty one is not looked at again. */
    startedIn({ date, from, until }: PastDay, isLate: boolean): ImportSummary[] {
      if (isTold(date)) return [];
      const started = imports.launchedWithin(from, until);
      if (started.length === 0 && isLate) note(date);
      return started;
    },
  };
}
