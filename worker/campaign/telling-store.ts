import { storedJson } from '../stored-json.ts';
import type { Person } from '../import/reports/people-reader.ts';

/** How far the destinations were told. */
export interface TellingProgress {
  /** Exotel will report nothing more. */
  readonly closed: boolean;
  /** The id of the last callback that was handed over. */
  readonly rawUpTo: number;
  /** Calls for which no callback ever came. */
  readonly missed: number;
}

/** Neighbouring rows of the file, and what they share. `first` is the place of the first row in its campaign. */
export interface PeoplePage {
  readonly first: number;
  readonly importName: string;
  readonly campaign: string;
  readonly sid: string | null;
  /** The place of the campaign's first contact among all contacts of the import, from 0. */
  readonly firstContact: number;
  readonly headings: readonly string[];
  readonly people: readonly Person[];
}

const START: TellingProgress = { closed: false, rawUpTo: 0, missed: 0 };
export const TELLING_TABLES = ['telling', 'people'];

/** What a campaign stores to tell the destinations. Its tables are created when there is something to note. */
export function createTellingStore(sql: SqlStorage) {
  function has(table: string): boolean {
    return sql.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", table).toArray().length > 0;
  }

  return {
    progress(): TellingProgress {
      const row = has('telling') ? sql.exec('SELECT body FROM telling').toArray()[0] : undefined;
      return row === undefined ? START : storedJson<TellingProgress>(row['body']);
    },
    saveProgress(progress: TellingProgress): void {
      sql.exec('CREATE TABLE IF NOT EXISTS telling (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
      sql.exec('INSERT OR REPLACE INTO telling VALUES (1, ?)', JSON.stringify(progress));
    },
    /** The page that holds a place, if it was fetched before. */
    page(place: number): PeoplePage | null {
      if (!has('people')) return null;
      const [row] = sql.exec('SELECT body FROM people WHERE first <= ? ORDER BY first DESC LIMIT 1', place).toArray();
      if (row === undefined) return null;
      const page = storedJson<PeoplePage>(row['body']);
      return place < page.first + page.people.length ? page : null;
    },
    savePage(page: PeoplePage): void {
      sql.exec('CREATE TABLE IF NOT EXISTS people (first INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
      sql.exec('INSERT OR REPLACE INTO people VALUES (?, ?)', page.first, JSON.stringify(page));
    },
    dropPages(): void {
      sql.exec('DROP TABLE IF EXISTS people');
    },
  };
}
