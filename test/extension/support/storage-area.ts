import type { StorageArea } from '../../../extension/storage/settings.ts';

/** A storage area like the browser's, in memory; it stores copies, so a value that cannot be copied fails. */
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
