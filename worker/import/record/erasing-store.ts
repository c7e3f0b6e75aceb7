import { storedJson, storedText } from '../../stored-json.ts';
import { TABLES } from './import-store.ts';
import type { ErasedList, OrphanRef } from '../outbox/orphan-lists.ts';

/** What still has to be erased elsewhere for an import whose own storage is already gone. */
export interface ErasingTask {
  readonly importId: string;
  readonly life: string;
  readonly seqs: readonly number[];
  readonly lists: readonly OrphanRef[];
}

/** What outlives an import until its erasing is done; it holds nothing about contacts. Layout: docs/storage.md. */
export function createErasingStore(sql: SqlStorage) {
  const isThere = (name: string) => sql.exec('SELECT 1 FROM sqlite_master WHERE name = ?', name).toArray().length > 0;

  function tasks(): ErasingTask[] {
    if (!isThere('erasing')) return [];
    return sql
      .exec('SELECT body FROM erasing ORDER BY life')
      .toArray()
      .map((row) => storedJson<ErasingTask>(row['body']));
  }

  function erasedLists(): ErasedList[] {
    if (!isThere('erased_lists')) return [];
    return sql
      .exec('SELECT * FROM erased_lists ORDER BY tries, name')
      .toArray()
      .map((row) => ({
        name: storedText(row['name']),
        sid: row['sid'] === null ? null : storedText(row['sid']),
        tries: Number(row['tries']),
      }));
  }

  return {
    tasks,
    /** Deletes everything of the life and notes what must be done elsewhere. Call it inside one transaction. */
    begin(task: ErasingTask): void {
      for (const table of TABLES) sql.exec(`DROP TABLE IF EXISTS ${table}`);
      sql.exec('CREATE TABLE IF NOT EXISTS erasing (life TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID');
      sql.exec('INSERT OR REPLACE INTO erasing (life, body) VALUES (?, ?)', task.life, JSON.stringify(task));
    },
    end(life: string): void {
      sql.exec('DELETE FROM erasing WHERE life = ?', life);
    },
    erasedLists,
    saveErased({ name, sid, tries }: ErasedList): void {
      sql.exec(
        'CREATE TABLE IF NOT EXISTS erased_lists (name TEXT PRIMARY KEY, sid TEXT, tries INTEGER NOT NULL) STRICT, WITHOUT ROWID',
      );
      sql.exec('INSERT OR REPLACE INTO erased_lists (name, sid, tries) VALUES (?, ?, ?)', name, sid, tries);
    },
    dropErased(name: string): void {
      sql.exec('DELETE FROM erased_lists WHERE name = ?', name);
    },
    /** Tables without a record and without an erasing task: 0.2 created them for ids that somebody only asked for. */
    isLitter: () =>
      tasks().length === 0 &&
      erasedLists().length === 0 &&
      sql.exec("SELECT 1 FROM sqlite_master WHERE name NOT GLOB '_cf*' AND name NOT GLOB 'sqlite*'").toArray().length >
        0,
    isEmpty: () => tasks().length === 0 && erasedLists().length === 0,
  };
}
