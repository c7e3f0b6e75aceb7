import type { StorageArea } from '../../../extension/storage/settings.ts';

/** A storage area as the browser's, in memory; holds only what survives being copied. */
export function storageArea(initial: Record<string, unknown> = {}): StorageArea & { content(): unknown } {
  const items = new Map(Object.entries(initial));
  return {
    content: () => Object.fromEntries(items),
    async get(key) {
      return items.has(key) ? { [key]: structuredClone(items.get(key)) } : {};
    },
    async set(changes) {
      for (const [key, value] of Object.entries(changes)) items.set(key, structuredClone(value));
    },
    async remove(key) {
      items.delete(key);
    },
  };
}
