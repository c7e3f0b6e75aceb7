import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortNumbers } from '../../../shared/people/sort-numbers.ts';

/** Whole numbers, few or many, close together or far apart, and sometimes all equal. */
const numbers = fc
  .record({
    count: fc.oneof(fc.nat(40), fc.integer({ min: 4_000, max: 5_000 })),
    lowest: fc.constantFrom(-1, 0, 1_000_000, 916_000_000_000, 2 ** 52),
    span: fc.constantFrom(1, 2, 4_095, 4_096, 4_097, 2 ** 24, 2 ** 32, 9_999_999_999, 2 ** 48, 2 ** 52),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
  })
  .map(({ count, lowest, span, seed }) => {
    let state = seed;
    const next = () => (state = (state * 48_271) % (2 ** 31 - 1)) / (2 ** 31 - 1);
    return Float64Array.from({ length: count }, () => lowest + Math.floor(((next() + next()) % 1) * span));
  });

describe('numbers', () => {
  it('are sorted as a comparing sort does, and what was given is left as it is', () => {
    fc.assert(
      fc.property(numbers, (given) => {
        const before = given.slice();
        const sorted = sortNumbers(given);
        expect(given).toEqual(before);
        expect(sorted).toEqual(before.slice().sort());
        expect(sorted).not.toBe(given);
      }),
    );
  });
});
