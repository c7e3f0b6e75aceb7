import { storedText } from '../stored-json.ts';

/** The trail's lines, stored as text, because the hash chain is over exactly that text. Layout: docs/storage.md. */
export function createTrailStore(sql: SqlStorage) {
  return {
    migrate(): void {
      sql.exec(
        'CREATE TABLE IF NOT EXISTS trail (seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, line TEXT NOT NULL) STRICT',
      );
    },
    last(): { seq: number; line: string } | null {
      const row = sql.exec('SELECT seq, line FROM trail ORDER BY seq DESC LIMIT 1').toArray()[0];
      return row === undefined ? null : { seq: Number(row['seq']), line: storedText(row['line']) };
    },
    append(seq: number, at: number, line: string): void {
      sql.exec('INSERT INTO trail (seq, at, line) VALUES (?, ?, ?)', seq, at, line);
    },
    /** Drops at most `count` of the oldest lines. */
    dropBefore(time: number, count: number): void {
      sql.exec('DELETE FROM trail WHERE seq IN (SELECT seq FROM trail ORDER BY seq LIMIT ?) AND at < ?', count, time);
    },
    /** Newest first; only lines that contain `search`, in any case. */
    page(search: string, offset: number, limit: number): { lines: string[]; total: number } {
      const found = 'FROM trail WHERE instr(lower(line), lower(?)) > 0';
      const rows = sql.exec(`SELECT line ${found} ORDER BY seq DESC LIMIT ? OFFSET ?`, search, limit, offset).toArray();
      const total = Number(sql.exec(`SELECT COUNT(*) AS total ${found}`, search).one()['total']);
      return { lines: rows.map((row) => storedText(row['line'])), total };
    },
    /** Oldest first; the lines after `seq`. */
    after(seq: number, limit: number): { seq: number; line: string }[] {
      return sql
        .exec('SELECT seq, line FROM trail WHERE seq > ? ORDER BY seq LIMIT ?', seq, limit)
        .toArray()
        .map((row) => ({ seq: Number(row['seq']), line: storedText(row['line']) }));
    },
  };
}
