import type { ImportStore } from './import-store.ts';

/** The stored file, part by part, in order. */
export function* readParts(store: ImportStore): Iterable<Uint8Array> {
  let start = 0;
  for (let part = store.partAt(start); part !== null; part = store.partAt(start)) {
    yield part;
    start += part.byteLength;
  }
}
