import { storedText } from '../stored-json.ts';
import type { EarlierLaunch } from '../../shared/protocol/import.ts';

/** What a second launch of the same people is recognised by. */
export interface LaunchKey {
  /** The import that asks, so that it does not notice itself. */
  readonly life: string;
  /** A keyed fingerprint of the people and how they are reached, whatever their order. */
  readonly people: string;
}

export interface LaunchNotice extends LaunchKey {
  readonly importId: string;
  readonly name: string;
  readonly createdBy: string;
}

/** Who was launched within a day: keyed fingerprints, and nothing else of the people. Layout: docs/storage.md. */
export function createPeopleNotices(sql: SqlStorage) {
  return {
    migrate(): void {
      sql.exec(`CREATE TABLE IF NOT EXISTS people_notices (
        life TEXT PRIMARY KEY, people TEXT NOT NULL, launched_at INTEGER NOT NULL,
        import_id TEXT NOT NULL, name TEXT NOT NULL, created_by TEXT NOT NULL) STRICT, WITHOUT ROWID`);
    },
    /** The newest launch of the same people by another import, or by an earlier life of this one. */
    earlier({ life, people }: LaunchKey, since: number): EarlierLaunch | null {
      const row = sql
        .exec(
          `SELECT * FROM people_notices WHERE people = ? AND life <> ? AND launched_at >= ?
           ORDER BY launched_at DESC LIMIT 1`,
          people,
          life,
          since,
        )
        .toArray()[0];
      if (row === undefined) return null;
      return {
        id: storedText(row['import_id']),
        name: storedText(row['name']),
        createdBy: storedText(row['created_by']),
        launchedAt: new Date(Number(row['launched_at'])).toISOString(),
      };
    },
    add({ life, people, importId, name, createdBy }: LaunchNotice, now: number): void {
      sql.exec(
        'INSERT OR IGNORE INTO people_notices (life, people, launched_at, import_id, name, created_by) VALUES (?, ?, ?, ?, ?, ?)',
        life,
        people,
        now,
        importId,
        name,
        createdBy,
      );
    },
    /** The import was deleted. The notice that these people were called today stays; the import's name goes. */
    forgetName(life: string): void {
      sql.exec("UPDATE people_notices SET name = 'a deleted import' WHERE life = ?", life);
    },
    dropBefore(time: number): void {
      sql.exec('DELETE FROM people_notices WHERE launched_at < ?', time);
    },
    firstAt(): number | null {
      const first = sql.exec('SELECT MIN(launched_at) AS first FROM people_notices').one()['first'];
      return first === null ? null : Number(first);
    },
  };
}
