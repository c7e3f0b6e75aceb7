import { isUnderWay } from '../../../extension/storage/kept-import.ts';
import type { KeptImport } from '../../../extension/storage/kept-import.ts';
import type { KeptImports } from '../../../extension/storage/kept-imports.ts';

/** A store of kept imports that behaves like the database, kept in memory; `writes` counts writes to disk. */
export function keptInMemory(): KeptImports & { writes: () => number } {
  const imports = new Map<string, KeptImport>();
  const files = new Map<string, Blob>();
  const corrected = new Map<string, Blob>();
  let writes = 0;
  return {
    writes: () => writes,
    list: async () =>
      [...imports.values()]
        .filter(({ discardedAt }) => discardedAt === null)
        .toSorted((left, right) => right.keptAt - left.keptAt),
    discarded: async () => [...imports.values()].filter(({ discardedAt }) => discardedAt !== null),
    read: async (id) => imports.get(id) ?? null,
    readFile: async (id) => files.get(id) ?? null,
    readSent: async (id) => corrected.get(id) ?? files.get(id) ?? null,
    async keepSent(id, sent, file) {
      const kept = imports.get(id);
      const bytes = (file ?? files.get(id))?.size;
      if (kept?.edition !== sent.edition || isUnderWay(kept) || bytes === undefined) return false;
      writes += 1;
      imports.set(id, { ...kept, sent, fileBytes: bytes });
      if (file) corrected.set(id, file);
      else corrected.delete(id);
      return true;
    },
    async keep(kept, file) {
      writes += 1;
      imports.set(kept.id, kept);
      files.set(kept.id, file);
    },
    async update(id, change) {
      const kept = imports.get(id);
      if (!kept) return null;
      const next = change(kept);
      if (next !== kept) writes += 1;
      imports.delete(id);
      imports.set(next.id, structuredClone(next));
      for (const map of next.id === id ? [] : [files, corrected]) {
        const file = map.get(id);
        if (file) map.set(next.id, file);
        map.delete(id);
      }
      return next;
    },
    async remove(id) {
      writes += 1;
      imports.delete(id);
      files.delete(id);
    },
  };
}
