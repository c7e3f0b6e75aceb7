import { storedJson } from '../stored-json.ts';
import type { StoredSettings } from '../../shared/protocol/settings.ts';
import { DEFAULT_SETTINGS } from '../../shared/people/default-settings.ts';

/** The team's settings, one row. Layout: docs/storage.md. */
export function createSettingsStore(sql: SqlStorage) {
  return {
    migrate(): void {
      sql.exec('CREATE TABLE IF NOT EXISTS settings (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
    },
    settings(): StoredSettings | null {
      const row = sql.exec('SELECT body FROM settings WHERE id = 1').toArray()[0];
      // Settings that an earlier version did not have get their default.
      return row === undefined ? null : { ...DEFAULT_SETTINGS, ...storedJson<StoredSettings>(row['body']) };
    },
    save(settings: StoredSettings): void {
      sql.exec('INSERT OR REPLACE INTO settings (id, body) VALUES (1, ?)', JSON.stringify(settings));
    },
  };
}
