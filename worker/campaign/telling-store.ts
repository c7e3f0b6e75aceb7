import { storedJson } from '../stored-json.ts';
import type { Person } from '../import/reports/people-reader.ts';

/** How far the destinations were told. */
export interface TellingProgress {
  /** Nothing more will be heard from Exotel. */
  readonly closed: boolean;
  /** The last callback, by its id, that was handed over. */
  readonly rawUpTo: number;
  /** Calls of which no callback ever came. */
  readonly missed: number;
}

/** Rows of the file that lie together, and what is the same for all of them. `first` is the place of the first in its campaign. */
export interface PeoplePage {
  readonly first: number;
  readonly importName: string;
  readonly campaign: string;
  readonly sid: string | null;
  /** Of the campaign's first contact among all of the import, from 0. */
  readonly firstContact: number;
  readonly headings: readonly string[];
  readonly people: readonly Person[];
}

const START: TellingProgress = { closed: false, rawUpTo: 0, missed: 0 };
export const TELLING_TABLES = ['telling', 'people'];

/** What a campaign keeps so that the destinations are told: its tables come when there is something to note. */
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
    /** The page that holds a place, where it was fetched before. */
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
