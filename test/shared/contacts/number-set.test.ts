import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberSet } from '../../../shared/contacts/number-set.ts';
import { BATCH_RECORDS } from '../../../shared/csv/record-batch.ts';

/** The first line of each number, in batches of `size`. */
function addAll(numbers: readonly number[], size: number, set = new NumberSet()): number[] {
  const firstLines: number[] = [];
  for (let from = 0; from < numbers.length; from += size) {
    const batch = Float64Array.from(numbers.slice(from, from + size));
    firstLines.push(
      ...set
        .addAll(
          batch,
          batch.length,
          Uint32Array.from(batch, (_, at) => from + at + 1),
        )
        .subarray(0, batch.length),
    );
  }
  return firstLines;
}

/** The same, computed with a map. */
function firstLinesOf(numbers: readonly number[]): number[] {
  const first = new Map<number, number>();
  return numbers.map((number, index) => {
    const known = first.get(number) ?? 0;
    if (known === 0 && number !== 0) first.set(number, index + 1);
    return known;
  });
}

describe('NumberSet', () => {
  it('answers as a map of first lines does, zeros left out', () => {
    const number = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));
    fc.assert(
      fc.property(fc.array(number, { maxLength: 400 }), fc.integer({ min: 1, max: BATCH_RECORDS }), (numbers, size) => {
        expect(addAll(numbers, size)).toEqual(firstLinesOf(numbers));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['in order', (index: number) => 919_000_000_000 + index],
    ['far apart', (index: number) => 1 + index * 90_071_992_547],
    ['a power of two apart', (index: number) => 2 ** 21 * (index + 1)],
  ])('keeps 90,000 numbers %s through its growth', (_, numberAt) => {
    const numbers = Array.from({ length: 90_000 }, (_, index) => numberAt(index));
    const set = new NumberSet();
    expect(addAll(numbers, BATCH_RECORDS, set).every((line) => line === 0)).toBe(true);
    expect(addAll(numbers, BATCH_RECORDS, set)).toEqual(numbers.map((_, index) => index + 1));
  });
});
