import { storedText } from '../stored-json.ts';

/**
 * Which token opened live sockets at which object, so that revoking the token can close them. Layout: docs/storage.md.
 */
export function createSocketNotes(sql: SqlStorage) {
  return {
    migrate(): void {
      sql.exec(`CREATE TABLE IF NOT EXISTS socket_notes (
        token TEXT NOT NULL, place TEXT NOT NULL, opened_at INTEGER NOT NULL, PRIMARY KEY (token, place)) STRICT, WITHOUT ROWID`);
    },
    add(token: string, place: string, now: number): void {
      sql.exec(
        `INSERT INTO socket_notes (token, place, opened_at) VALUES (?, ?, ?)
         ON CONFLICT (token, place) DO UPDATE SET opened_at = excluded.opened_at`,
        token,
        place,
        now,
      );
    },
    placesOf(token: string): string[] {
      return sql
        .exec('SELECT place FROM socket_notes WHERE token = ? ORDER BY place', token)
        .toArray()
        .map((row) => storedText(row['place']));
    },
    forget(token: string): void {
      sql.exec('DELETE FROM socket_notes WHERE token = ?', token);
    },
    dropBefore(time: number): void {
      sql.exec('DELETE FROM socket_notes WHERE opened_at < ?', time);
    },
  };
}
