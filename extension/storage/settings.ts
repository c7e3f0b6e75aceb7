import { withStorageLock } from './with-storage-lock.ts';

/** The part of `chrome.storage` used here; tests pass their own. */
export interface StorageArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Where a team's Worker is, and this person's token. */
export interface Settings {
  readonly address: string;
  readonly token: string;
}

/** A live one calls real people; a trial one is for trying things out. */
export const WORKER_KINDS = ['live', 'trial'] as const;
export type WorkerKind = (typeof WORKER_KINDS)[number];

/** A Worker this browser knows. Its address identifies it; `label` is what people call it. */
export interface SavedWorker extends Settings {
  readonly label: string;
  readonly kind: WorkerKind;
}

/** All of them, and the one in use; `current` is null if there are none. */
export interface SavedWorkers {
  readonly workers: readonly SavedWorker[];
  readonly current: SavedWorker | null;
}

const KEY = 'settings';
const MAX_LABEL_CHARS = 40;

export type SettingsStore = ReturnType<typeof createSettingsStore>;

/** `fallback` is what a local build was made with; stored settings win over it. */
export function createSettingsStore(area: StorageArea, fallback: Settings | null) {
  async function readAll(): Promise<SavedWorkers> {
    const stored = await area.get(KEY);
    const known = parseWorkers(stored[KEY]);
    if (known.workers.length > 0 || fallback === null) return known;
    const local: SavedWorker = { ...fallback, label: hostOf(fallback.address), kind: 'trial' };
    return { workers: [local], current: local };
  }

  /** `to` answers the new list and which entry is in use; null changes nothing. */
  function change(to: (known: SavedWorkers) => [readonly SavedWorker[], string | null] | null): Promise<void> {
    return withStorageLock(KEY, async () => {
      const next = to(await readAll());
      if (next) await area.set({ [KEY]: { workers: next[0], current: next[1] } });
    });
  }

  return {
    readAll,
    read: async (): Promise<SavedWorker | null> => (await readAll()).current,
    /** The Worker at an address, even if another is in use: a file goes where it was meant to. */
    find: async (address: string): Promise<SavedWorker | null> =>
      (await readAll()).workers.find((worker) => worker.address === address) ?? null,
    /** Adds a Worker, or replaces the one at its address, and uses it from now on. */
    write: (worker: SavedWorker) =>
      change(({ workers }) => {
        const at = workers.findIndex(({ address }) => address === worker.address);
        return [at === -1 ? [...workers, worker] : workers.with(at, worker), worker.address];
      }),
    choose: (address: string) =>
      change(({ workers }) => (workers.some((worker) => worker.address === address) ? [workers, address] : null)),
    forget: (address: string) =>
      change(({ workers, current }) => {
        const left = workers.filter((worker) => worker.address !== address);
        return [left, (current?.address === address ? left[0]?.address : current?.address) ?? null];
      }),
    isAmong: (changes: Record<string, unknown>) => KEY in changes,
  };
}

/** The name of a Worker that nobody has named. */
export function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address;
}

function parseWorkers(value: unknown): SavedWorkers {
  if (typeof value !== 'object' || value === null) return { workers: [], current: null };
  // Before several could be saved, a single one was stored by itself.
  const list = 'workers' in value && Array.isArray(value.workers) ? value.workers : [value];
  const workers = list.map((each: unknown) => parseWorker(each)).filter((worker) => worker !== null);
  const chosen = 'current' in value ? workers.find(({ address }) => address === value.current) : undefined;
  return { workers, current: chosen ?? workers[0] ?? null };
}

function parseWorker(value: unknown): SavedWorker | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('address' in value) || !('token' in value)) return null;
  const { address, token } = value;
  if (typeof address !== 'string' || typeof token !== 'string' || address === '' || token === '') return null;
  const label = 'label' in value && typeof value.label === 'string' ? value.label.trim() : '';
  const kind = 'kind' in value && value.kind === 'trial' ? 'trial' : 'live';
  return { address, token, label: label.slice(0, MAX_LABEL_CHARS) || hostOf(address), kind };
}
