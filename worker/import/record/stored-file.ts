import { samplePlaces } from '../../../shared/contacts/file-sample.ts';
import type { ImportStore } from './import-store.ts';

/** The stored file, part by part, in order. */
export function* readParts(store: ImportStore): Iterable<Uint8Array> {
  let start = 0;
  for (let part = store.partAt(start); part !== null; part = store.partAt(start)) {
    yield part;
    start += part.byteLength;
  }
}

/** Samples from all over the file, each within one stored part. */
export function sampleFile(store: ImportStore): Uint8Array[] {
  const parts = store.partSizes();
  const bytes = parts.reduce((sum, { size }) => sum + size, 0);
  return samplePlaces(bytes).flatMap(([from, to]) => {
    const held = parts.find(({ start, size }) => from >= start && from < start + size);
    const part = held === undefined ? null : store.partAt(held.start);
    return held === undefined || part === null ? [] : [part.slice(from - held.start, to - held.start)];
  });
}
