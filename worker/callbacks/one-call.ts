import { CHARS_PER_CALL_COUNT } from '../../shared/sink-limits.ts';

/** The first items, as many as one call between objects can carry, but at least one. The rest is not read. */
export function withinOneCall<Item>(items: Iterable<Item>, charsOf: (item: Item) => number): Item[] {
  const taken: Item[] = [];
  let chars = 0;
  for (const item of items) {
    chars += charsOf(item);
    if (taken.length > 0 && chars > CHARS_PER_CALL_COUNT) break;
    taken.push(item);
  }
  return taken;
}
