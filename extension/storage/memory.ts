import type { StorageArea } from './settings.ts';

/** What a surface would like to find again: nothing here matters if it is lost. */
export interface Memory {
  /** The template picked last. */
  readonly templateId: string | null;
  /** Imports started from this browser whose end the badge still has to show. */
  readonly watched: readonly string[];
}

const KEY = 'memory';
const MAX_WATCHED = 20;
const EMPTY: Memory = { templateId: null, watched: [] };

export type MemoryStore = ReturnType<typeof createMemoryStore>;

export function createMemoryStore(area: StorageArea) {
  async function read(): Promise<Memory> {
    const stored = await area.get(KEY);
    return parseMemory(stored[KEY]);
  }
  async function change(update: (memory: Memory) => Memory): Promise<void> {
    await area.set({ [KEY]: update(await read()) });
  }
  return {
    read,
    rememberTemplate: (templateId: string) => change((memory) => ({ ...memory, templateId })),
    watch: (id: string) =>
      change((memory) => ({
        ...memory,
        watched: [id, ...memory.watched.filter((other) => other !== id)].slice(0, MAX_WATCHED),
      })),
    unwatch: (id: string) =>
      change((memory) => ({ ...memory, watched: memory.watched.filter((other) => other !== id) })),
  };
}

function parseMemory(value: unknown): Memory {
  if (typeof value !== 'object' || value === null) return EMPTY;
  const templateId = 'templateId' in value && typeof value.templateId === 'string' ? value.templateId : null;
  const watched = 'watched' in value && Array.isArray(value.watched) ? value.watched : [];
  return { templateId, watched: watched.filter((id: unknown): id is string => typeof id === 'string') };
}
