import { storedJson, storedText } from '../stored-json.ts';
import type { TeamToken } from '../../shared/protocol/team.ts';
import type { Role } from '../../shared/team/roles.ts';

type TokenRecord = Omit<TeamToken, 'lastUsedAt'>;

/** All SQL of tokens. Layout: docs/storage.md. */
export function createTokenStore(sql: SqlStorage) {
  function toToken(row: Record<string, SqlStorageValue>): TeamToken {
    const used = row['used_at'];
    const lastUsedAt = typeof used === 'number' ? new Date(used).toISOString() : null;
    return { ...storedJson<TokenRecord>(row['body']), lastUsedAt };
  }

  return {
    migrate(): void {
      sql.exec(
        `CREATE TABLE IF NOT EXISTS tokens
         (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, hash TEXT NOT NULL UNIQUE, body TEXT NOT NULL, used_at INTEGER) STRICT`,
      );
      sql.exec('CREATE TABLE IF NOT EXISTS revoked (hash TEXT PRIMARY KEY) STRICT, WITHOUT ROWID');
    },
    count(): number {
      return Number(sql.exec('SELECT COUNT(*) AS total FROM tokens').one()['total']);
    },
    add(token: TokenRecord, hash: string): void {
      sql.exec('INSERT INTO tokens (id, hash, body) VALUES (?, ?, ?)', token.id, hash, JSON.stringify(token));
    },
    /** Newest first. */
    page(offset: number, limit: number): TeamToken[] {
      return sql.exec('SELECT * FROM tokens ORDER BY seq DESC LIMIT ? OFFSET ?', limit, offset).toArray().map(toToken);
    },
    /** Whether there is a valid token with that role. */
    hasRole(role: Role, now: number): boolean {
      const found = sql.exec(
        `SELECT 1 FROM tokens WHERE json_extract(body, '$.role') = ? AND coalesce(json_extract(body, '$.expiresAt') > ?, 1) LIMIT 1`,
        role,
        new Date(now).toISOString(),
      );
      return found.toArray().length > 0;
    },
    byHash(hash: string): TeamToken | null {
      const row = sql.exec('SELECT * FROM tokens WHERE hash = ?', hash).toArray()[0];
      return row === undefined ? null : toToken(row);
    },
    byId(id: string): TeamToken | null {
      const row = sql.exec('SELECT * FROM tokens WHERE id = ?', id).toArray()[0];
      return row === undefined ? null : toToken(row);
    },
    use(id: string, now: number): void {
      sql.exec('UPDATE tokens SET used_at = ? WHERE id = ?', now, id);
    },
    /** Deletes the token. Its hash stays until its sockets are closed. */
    revoke(id: string): void {
      sql.exec('INSERT OR IGNORE INTO revoked SELECT hash FROM tokens WHERE id = ?', id);
      sql.exec('DELETE FROM tokens WHERE id = ?', id);
    },
    /** Hashes of revoked tokens whose sockets are not closed yet. */
    withSockets(): string[] {
      return sql
        .exec('SELECT hash FROM revoked')
        .toArray()
        .map((row) => storedText(row['hash']));
    },
    socketsClosed(hash: string): void {
      sql.exec('DELETE FROM revoked WHERE hash = ?', hash);
    },
  };
}
