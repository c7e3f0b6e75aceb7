import { MAX_NUMBERS_PER_CAMPAIGN } from '../../../shared/limits.ts';
import { markNumbers, type MarkedNumbers } from '../../../shared/people/marked-numbers.ts';
import type { ImportStore } from './import-store.ts';

/**
 * The accepted numbers from `first` up to `first + count`, in file order; a campaign need not begin at the start of a
 * chunk.
 */
export function contactNumbers(store: ImportStore, generation: number, first: number, count: number): Float64Array {
  const numbers = new Float64Array(count);
  let filled = 0;
  while (filled < count) {
    const at = first + filled;
    const chunk = store.numbers(generation, Math.floor(at / MAX_NUMBERS_PER_CAMPAIGN));
    const from = at % MAX_NUMBERS_PER_CAMPAIGN;
    const some = chunk.subarray(from, Math.min(chunk.length, from + count - filled));
    if (some.length === 0) throw new Error(`Contact ${at} is not stored`);
    numbers.set(some, filled);
    filled += some.length;
  }
  return numbers;
}

/**
 * The first `count` accepted numbers, each once, with the marks of their statuses; null if no column gives statuses.
 */
export function markedNumbers(store: ImportStore, generation: number, count: number): MarkedNumbers | null {
  const marks = new Uint32Array(count);
  for (let first = 0; first < count; first += MAX_NUMBERS_PER_CAMPAIGN) {
    const chunk = store.marks(generation, first / MAX_NUMBERS_PER_CAMPAIGN);
    if (chunk === null) return null;
    marks.set(chunk.subarray(0, count - first), first);
  }
  return count === 0 ? null : markNumbers(contactNumbers(store, generation, 0, count), marks);
}
