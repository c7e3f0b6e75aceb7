import { rememberIfKept } from './with-storage-lock.ts';
import type { StorageArea } from './settings.ts';

/** What a person said that they may do: reach people through this Worker, with this template, for its purpose. */
export interface ConsentScope {
  readonly worker: string;
  readonly template: string;
  readonly purpose: string;
}

const KEY = 'consents';
/** How many templates are remembered; for the oldest, the question is asked again. */
const MAX_REMEMBERED = 200;

/**
 * Remembers for which templates somebody said that they are allowed to call. If this is lost, the question is just
 * asked again.
 */
export function createConsentStore(area: Pick<StorageArea, 'get' | 'set'>) {
  async function all(): Promise<string[]> {
    const stored = (await area.get(KEY))[KEY];
    return Array.isArray(stored) ? stored.filter((each: unknown): each is string => typeof each === 'string') : [];
  }
  const change = (of: ConsentScope, isGiven: boolean): Promise<void> =>
    rememberIfKept(KEY, async () => {
      const key = keyOf(of);
      const others = (await all()).filter((one) => one !== key);
      await area.set({ [KEY]: isGiven ? [key, ...others].slice(0, MAX_REMEMBERED) : others });
    });
  return {
    has: async (of: ConsentScope): Promise<boolean> => (await all().catch((): string[] => [])).includes(keyOf(of)),
    remember: (of: ConsentScope) => change(of, true),
    forget: (of: ConsentScope) => change(of, false),
  };
}

function keyOf({ worker, template, purpose }: ConsentScope): string {
  return JSON.stringify([worker, template, purpose]);
}
