import { sortedOnce, unpackNumbers } from '../../shared/people/packed-numbers.ts';

/** All numbers of all campaigns, ascending, each once. */
export function everybody(campaigns: readonly Uint8Array[]): Float64Array {
  const all = campaigns.map(unpackNumbers);
  const numbers = new Float64Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const some of all) {
    numbers.set(some, at);
    at += some.length;
  }
  return sortedOnce(numbers);
}
