import { storedText } from '../stored-json.ts';

/** A press that stopped everything. */
export interface Press {
  readonly by: string;
  readonly reason: string;
  readonly at: number;
}

/** One import that the press stops. `paused`: it has been told; `quiet`: no campaign of it can ring any more. */
export interface BrakedImport {
  readonly life: string;
  readonly importId: string;
  readonly calls: number;
  readonly isPaused: boolean;
  readonly isQuiet: boolean;
}

/** All SQL of the brake that stops everything. Layout: docs/storage.md. */
export function createBrakeStore(sql: SqlStorage) {
  return {
    migrate(): void {
      sql.exec(
        'CREATE TABLE IF NOT EXISTS brake (id INTEGER PRIMARY KEY, pressed_by TEXT NOT NULL, reason TEXT NOT NULL, pressed_at INTEGER NOT NULL) STRICT',
      );
      sql.exec(`CREATE TABLE IF NOT EXISTS braked_imports (
        life TEXT PRIMARY KEY, import_id TEXT NOT NULL, calls INTEGER NOT NULL, is_paused INTEGER NOT NULL,
        is_quiet INTEGER NOT NULL) STRICT, WITHOUT ROWID`);
    },
    press(): Press | null {
      const row = sql.exec('SELECT * FROM brake WHERE id = 1').toArray()[0];
      if (row === undefined) return null;
      return { by: storedText(row['pressed_by']), reason: storedText(row['reason']), at: Number(row['pressed_at']) };
    },
    savePress({ by, reason, at }: Press): void {
      sql.exec('INSERT OR REPLACE INTO brake (id, pressed_by, reason, pressed_at) VALUES (1, ?, ?, ?)', by, reason, at);
    },
    /** The import with the most remaining calls first. */
    imports(): BrakedImport[] {
      return sql
        .exec('SELECT * FROM braked_imports ORDER BY calls DESC, life')
        .toArray()
        .map((row) => ({
          life: storedText(row['life']),
          importId: storedText(row['import_id']),
          calls: Number(row['calls']),
          isPaused: row['is_paused'] === 1,
          isQuiet: row['is_quiet'] === 1,
        }));
    },
    saveImport({ life, importId, calls, isPaused, isQuiet }: BrakedImport): void {
      sql.exec(
        'INSERT OR REPLACE INTO braked_imports (life, import_id, calls, is_paused, is_quiet) VALUES (?, ?, ?, ?, ?)',
        life,
        importId,
        calls,
        isPaused ? 1 : 0,
        isQuiet ? 1 : 0,
      );
    },
    dropImport(life: string): void {
      sql.exec('DELETE FROM braked_imports WHERE life = ?', life);
    },
    release(): void {
      sql.exec('DELETE FROM brake');
      sql.exec('DELETE FROM braked_imports');
    },
  };
}

export type BrakeStore = ReturnType<typeof createBrakeStore>;
