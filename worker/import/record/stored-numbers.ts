import { MAX_NUMBERS_PER_CAMPAIGN } from '../../../shared/limits.ts';
import type { ImportStore } from './import-store.ts';

/** The accepted numbers `first` up to `first + count`, in file order; a campaign need not begin where a chunk does. */
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
