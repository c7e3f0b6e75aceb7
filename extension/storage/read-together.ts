import type { StorageArea } from './settings.ts';

/** The part of `chrome.storage` that answers several keys at once. */
export interface ManyKeysArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/**
 * Combines reads made in one turn into one request: each request goes to another process and back, and the first screen
 * waits for it.
 */
export function readTogether(area: ManyKeysArea): StorageArea {
  let next: { readonly keys: Set<string>; readonly answer: Promise<Record<string, unknown>> } | null = null;

  function begin() {
    const keys = new Set<string>();
    const answer = Promise.resolve().then(() => {
      next = null;
      return area.get([...keys]);
    });
    return { keys, answer };
  }

  return {
    async get(key) {
      next ??= begin();
      next.keys.add(key);
      const found = await next.answer;
      return key in found ? { [key]: found[key] } : {};
    },
    set: (items) => area.set(items),
    remove: (key) => area.remove(key),
  };
}
