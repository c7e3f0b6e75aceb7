import type { StorageArea } from './settings.ts';
import { rememberIfKept } from './with-storage-lock.ts';

/** A press, stored before it is sent: repeated under its id, it is the same call. */
export interface TestPress {
  readonly id: string;
  /** What was asked for, to distinguish another call from the same one asked for again. */
  readonly asked: string;
  /** The kept import it was made for. */
  readonly of: string;
}

export interface OwnNumber {
  readonly number: string;
  /** The last test call; null if there is none to show. */
  readonly press: TestPress | null;
}

const KEY = 'ownNumbers';
const NOTHING: OwnNumber = { number: '', press: null };
/** How many Workers are remembered; the oldest is forgotten first. */
const MAX_REMEMBERED = 20;

/** For each Worker, the number a person calls to hear what others will. If this is lost, it is just asked for again. */
export function createOwnNumbers(area: Pick<StorageArea, 'get' | 'set'>) {
  async function all(): Promise<[string, OwnNumber][]> {
    const stored = (await area.get(KEY))[KEY];
    return Array.isArray(stored) ? stored.flatMap(readEntry) : [];
  }
  return {
    read: async (worker: string): Promise<OwnNumber> =>
      (await all().catch((): [string, OwnNumber][] => [])).find(([address]) => address === worker)?.[1] ?? NOTHING,
    remember: (worker: string, own: OwnNumber): Promise<void> =>
      rememberIfKept(KEY, async () => {
        const others = (await all()).filter(([address]) => address !== worker);
        await area.set({ [KEY]: [[worker, own], ...others].slice(0, MAX_REMEMBERED) });
      }),
  };
}

function readEntry(entry: unknown): [string, OwnNumber][] {
  if (!Array.isArray(entry)) return [];
  const [worker, own]: readonly unknown[] = entry;
  if (typeof worker !== 'string' || typeof own !== 'object' || own === null) return [];
  const number: unknown = Reflect.get(own, 'number');
  return typeof number === 'string' ? [[worker, { number, press: readPress(Reflect.get(own, 'press')) }]] : [];
}

function readPress(value: unknown): TestPress | null {
  if (typeof value !== 'object' || value === null) return null;
  const [id, asked, of] = ['id', 'asked', 'of'].map((key): unknown => Reflect.get(value, key));
  return typeof id === 'string' && typeof asked === 'string' && typeof of === 'string' ? { id, asked, of } : null;
}
