import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNumberSet } from '../../../shared/contacts/number-set.ts';

describe('createNumberSet', () => {
  it('answers as a map of first lines does', () => {
    const number = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));
    fc.assert(
      fc.property(fc.array(number, { maxLength: 400 }), (numbers) => {
        const set = createNumberSet();
        const first = new Map<number, number>();
        for (const [index, number] of numbers.entries()) {
          expect(set.add(number, index + 1)).toBe(first.get(number) ?? 0);
          if (!first.has(number)) first.set(number, index + 1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['in order', (index: number) => 919_000_000_000 + index],
    ['far apart', (index: number) => 1 + index * 90_071_992_547],
    ['a power of two apart', (index: number) => 2 ** 21 * (index + 1)],
  ])('keeps 90,000 numbers %s through its growth', (_, numberAt) => {
    const set = createNumberSet();
    for (let index = 0; index < 90_000; index++)
      if (set.add(numberAt(index), index + 1) !== 0) throw new Error(`${index} was new`);
    for (let index = 0; index < 90_000; index++)
      if (set.add(numberAt(index), 7) !== index + 1) throw new Error(`${index} was lost`);
  });

  it('is not slowed down by numbers chosen to start at one slot', () => {
    const chosen: number[] = [];
    for (let number = 916_000_000_000; chosen.length < 3000; number++) if (firstSlot(number) < 16) chosen.push(number);
    const set = createNumberSet();
    const started = performance.now();
    for (const [index, number] of chosen.entries()) set.add(number, index + 1);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

/** The hash of the set, restated: what an attacker would work from. */
function firstSlot(number: number): number {
  const mixed = Math.imul((number | 0) ^ Math.imul(Math.trunc(number / 2 ** 32), 0x85eb_ca6b), 0x9e37_79b1);
  const scrambled = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d);
  return (scrambled ^ (scrambled >>> 13)) & 8191;
}
