import type { KeptImport } from '../../../extension/storage/kept-import.ts';
import type { KeptImports } from '../../../extension/storage/kept-imports.ts';

/** The store of kept imports as the database behaves, without a database; `writes` counts what would be on disk. */
export function keptInMemory(): KeptImports & { writes: () => number } {
  const imports = new Map<string, KeptImport>();
  const files = new Map<string, Blob>();
  const corrected = new Map<string, Blob>();
  let writes = 0;
  return {
    writes: () => writes,
    list: async () => [...imports.values()].toSorted((left, right) => right.keptAt - left.keptAt),
    read: async (id) => imports.get(id) ?? null,
    readFile: async (id) => files.get(id) ?? null,
    readSent: async (id) => corrected.get(id) ?? files.get(id) ?? null,
    async keepCorrected(id, file) {
      writes += 1;
      const kept = imports.get(id);
      if (kept) imports.set(id, { ...kept, isCorrected: file !== null, fileBytes: (file ?? files.get(id))?.size ?? 0 });
      if (file) corrected.set(id, file);
      else corrected.delete(id);
    },
    async rename(id, newId) {
      writes += 1;
      for (const map of [files, corrected]) {
        const file = map.get(id);
        if (file) map.set(newId, file);
        map.delete(id);
      }
      const kept = imports.get(id);
      if (kept) imports.set(newId, { ...kept, id: newId });
      imports.delete(id);
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
      imports.set(id, structuredClone(next));
      return next;
    },
    async remove(id) {
      writes += 1;
      imports.delete(id);
      files.delete(id);
    },
  };
}
