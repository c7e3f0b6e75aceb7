/** The part of `chrome.storage` used here; the tests bring their own. */
export interface StorageArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Where the team's Worker is, and this person's token: everything that is stored about them. */
export interface Settings {
  readonly address: string;
  readonly token: string;
}

const KEY = 'settings';

export type SettingsStore = ReturnType<typeof createSettingsStore>;

/** `fallback` is what a local build was made with; anything stored wins over it. */
export function createSettingsStore(area: StorageArea, fallback: Settings | null) {
  return {
    async read(): Promise<Settings | null> {
      const stored = await area.get(KEY);
      return parseSettings(stored[KEY]) ?? fallback;
    },
    write: (settings: Settings) => area.set({ [KEY]: settings }),
    forget: () => area.remove(KEY),
    isAmong: (changes: Record<string, unknown>) => KEY in changes,
  };
}

function parseSettings(value: unknown): Settings | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('address' in value) || !('token' in value)) return null;
  const { address, token } = value;
  if (typeof address !== 'string' || typeof token !== 'string' || address === '' || token === '') return null;
  return { address, token };
}
