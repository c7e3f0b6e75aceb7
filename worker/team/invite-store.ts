import { storedJson } from '../stored-json.ts';
import type { Role } from '../../shared/team/roles.ts';
import type { TokenWish } from './team-object.ts';

/** Invites that are not used yet, by the hash of their code, and the token that made each. Layout: docs/storage.md. */
export function createInviteStore(sql: SqlStorage) {
  return {
    migrate(): void {
      sql.exec(
        `CREATE TABLE IF NOT EXISTS invites
         (hash TEXT PRIMARY KEY, maker TEXT NOT NULL, body TEXT NOT NULL, expires_at INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
      );
    },
    add(hash: string, maker: string, wish: TokenWish, expiresAt: number): void {
      sql.exec('INSERT INTO invites VALUES (?, ?, ?, ?)', hash, maker, JSON.stringify(wish), expiresAt);
    },
    count(now: number): number {
      sql.exec('DELETE FROM invites WHERE expires_at <= ?', now);
      return Number(sql.exec('SELECT COUNT(*) AS total FROM invites').one()['total']);
    },
    hasRole(role: Role, now: number): boolean {
      const found = sql.exec(
        `SELECT 1 FROM invites WHERE expires_at > ? AND json_extract(body, '$.role') = ? LIMIT 1`,
        now,
        role,
      );
      return found.toArray().length > 0;
    },
    /** Takes the invite. Asking uses it up. */
    take(hash: string, now: number): TokenWish | null {
      const row = sql.exec('DELETE FROM invites WHERE hash = ? RETURNING *', hash).toArray()[0];
      return row === undefined || Number(row['expires_at']) <= now ? null : storedJson<TokenWish>(row['body']);
    },
    /** A revoked token's invites are no longer valid. */
    dropOf(maker: string): void {
      sql.exec('DELETE FROM invites WHERE maker = ?', maker);
    },
  };
}
