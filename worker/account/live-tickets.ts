import { LIVE_TICKET_SECONDS } from '../../shared/access-limits.ts';
import { storedText } from '../stored-json.ts';

/** The token that a request came with: its name, and its SHA-256 in hex. */
export interface TokenHolder {
  readonly name: string;
  readonly token: string;
}

/** Tickets that open live sockets, stored by hash. Each works once and expires soon. Layout: docs/storage.md. */
export function createLiveTickets(sql: SqlStorage) {
  return {
    migrate(): void {
      sql.exec(`CREATE TABLE IF NOT EXISTS live_tickets (
        hash TEXT PRIMARY KEY, name TEXT NOT NULL, token TEXT NOT NULL, expires_at INTEGER NOT NULL) STRICT, WITHOUT ROWID`);
    },
    add(hash: string, { name, token }: TokenHolder, now: number): void {
      sql.exec('DELETE FROM live_tickets WHERE expires_at <= ?', now);
      const expiresAt = now + LIVE_TICKET_SECONDS * 1000;
      sql.exec(
        'INSERT INTO live_tickets (hash, name, token, expires_at) VALUES (?, ?, ?, ?)',
        hash,
        name,
        token,
        expiresAt,
      );
    },
    /** Whose ticket it was. Asking uses the ticket up. */
    redeem(hash: string, now: number): TokenHolder | null {
      const row = sql.exec('DELETE FROM live_tickets WHERE hash = ? RETURNING *', hash).toArray()[0];
      if (row === undefined || Number(row['expires_at']) <= now) return null;
      return { name: storedText(row['name']), token: storedText(row['token']) };
    },
    /** Voids the tickets made with a token that is no longer good. */
    revoke(token: string): void {
      sql.exec('DELETE FROM live_tickets WHERE token = ?', token);
    },
  };
}
