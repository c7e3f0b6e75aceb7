import { storedText } from '../stored-json.ts';

/** A list at Exotel that holds exactly these numbers, whatever their order. */
export interface KnownList {
  readonly sid: string;
  readonly name: string;
}

/** Which numbers a list holds: a fingerprint of them, and how many. */
export interface ListKey {
  readonly numbersHash: string;
  readonly contacts: number;
}

/**
 * Lists that were uploaded once and may be called with any template, and which imports call each. Layout:
 * docs/storage.md.
 */
export function createKnownLists(sql: SqlStorage) {
  function use(sid: string, life: string): void {
    sql.exec('INSERT OR IGNORE INTO list_users (sid, import_id) VALUES (?, ?)', sid, life);
  }

  function forget(sid: string): void {
    sql.exec('DELETE FROM known_lists WHERE sid = ?', sid);
    sql.exec('DELETE FROM list_users WHERE sid = ?', sid);
  }

  return {
    migrate(): void {
      sql.exec(`CREATE TABLE IF NOT EXISTS known_lists (
        sid TEXT PRIMARY KEY, name TEXT NOT NULL, numbers_hash TEXT NOT NULL, contacts INTEGER NOT NULL) STRICT, WITHOUT ROWID`);
      sql.exec('CREATE INDEX IF NOT EXISTS known_lists_numbers ON known_lists (numbers_hash)');
      sql.exec(`CREATE TABLE IF NOT EXISTS list_users (
        sid TEXT NOT NULL, import_id TEXT NOT NULL, PRIMARY KEY (sid, import_id)) STRICT, WITHOUT ROWID`);
    },
    /** From now on the asking import counts as calling the list, so that nobody deletes it meanwhile. */
    find(key: ListKey, life: string): KnownList | null {
      const row = sql
        .exec(
          'SELECT sid, name FROM known_lists WHERE numbers_hash = ? AND contacts = ? ORDER BY sid LIMIT 1',
          key.numbersHash,
          key.contacts,
        )
        .toArray()[0];
      if (row === undefined) return null;
      const known = { sid: storedText(row['sid']), name: storedText(row['name']) };
      use(known.sid, life);
      return known;
    },
    remember(list: KnownList & ListKey, life: string): void {
      const { sid, name, numbersHash, contacts } = list;
      sql.exec(
        'INSERT OR IGNORE INTO known_lists (sid, name, numbers_hash, contacts) VALUES (?, ?, ?, ?)',
        sid,
        name,
        numbersHash,
        contacts,
      );
      use(sid, life);
    },
    /** True when no other import calls the list: then it is forgotten, and may be deleted. */
    release(sid: string, life: string): boolean {
      sql.exec('DELETE FROM list_users WHERE sid = ? AND import_id = ?', sid, life);
      const others = Number(sql.exec('SELECT COUNT(*) AS others FROM list_users WHERE sid = ?', sid).one()['others']);
      if (others === 0) forget(sid);
      return others === 0;
    },
    forget,
  };
}
