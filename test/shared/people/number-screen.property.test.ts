import * as fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeyedHash } from '../../../shared/people/keyed-hash.ts';
import { NumberScreen } from '../../../shared/people/number-screen.ts';
import {
  countPacked,
  overwriteNumber,
  packNumbers,
  placesOf,
  readPacked,
  sortedOnce,
  unpackNumbers,
} from '../../../shared/people/packed-numbers.ts';

/** Numbers close together, so that lists overlap, and of more than one country. */
const number = fc.oneof(
  fc.integer({ min: 919_810_000_000, max: 919_810_000_060 }),
  fc.integer({ min: 14_155_550_000, max: 14_155_550_020 }),
  fc.integer({ min: 1_000_000, max: 999_999_999_999_999 }),
);
const numbers = fc.array(number, { maxLength: 60 }).map((all) => Float64Array.from(all).sort());

describe('packed numbers', () => {
  it('unpack to what was packed, and find every number at its places', () => {
    fc.assert(
      fc.property(numbers, number, (sorted, other) => {
        const packed = packNumbers(sorted);
        expect([...unpackNumbers(packed)]).toEqual([...sorted]);
        expect(countPacked(packed)).toBe(sorted.length);
        for (const each of [...sorted, other]) {
          const [first, end] = placesOf(packed, each);
          const places = [...sorted.keys()].filter((at) => sorted[at] === each);
          expect(Array.from({ length: end - first }, (_, at) => first + at)).toEqual(places);
        }
      }),
    );
  });

  it('are refused where bytes are none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const groups = readPacked(bytes);
        expect(groups === null || Array.isArray(groups)).toBe(true);
      }),
    );
    expect([readPacked(new Uint8Array()), readPacked(new Uint8Array([9, 0, 0, 0]))]).toEqual([null, null]);
  });

  it('keep every other number in its place when one is overwritten', () => {
    fc.assert(
      fc.property(numbers, (sorted) => {
        const gone = sorted[sorted.length >> 1] ?? 0;
        const left = overwriteNumber(packNumbers(sorted), gone);
        expect(left === null).toBe(new Set(sorted).size < 2);
        const after = unpackNumbers(left ?? packNumbers(sorted.filter((each) => each !== gone)));
        expect(after).not.toContain(gone);
        for (const [at, each] of sorted.entries()) if (each !== gone) expect(after[at]).toBe(each);
      }),
    );
  });
});

describe('a screen', () => {
  it('adds up what each number meets, as a map of all would', () => {
    const campaign = fc.record({
      numbers,
      planned: fc.integer({ min: 1, max: 4 }),
      of: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(numbers, fc.array(campaign, { maxLength: 8 }), (all, unordered) => {
        const campaigns = unordered.toSorted((left, right) => left.of - right.of);
        const asked = sortedOnce(all);
        const screen = new NumberScreen(asked);
        for (const { numbers: some, planned, of } of campaigns) {
          screen.addPlanned(readPacked(packNumbers(some)) ?? [], planned, of);
        }
        for (const [place, each] of asked.entries()) {
          const met = campaigns.map(({ numbers: some, planned, of }) => ({
            planned,
            of,
            times: some.filter((other) => other === each).length,
          }));
          const attempts = met.reduce((sum, { times, planned }) => sum + times * planned, 0);
          const imports = new Set(met.filter(({ times }) => times > 0).map(({ of }) => of));
          expect([screen.attempts[place], screen.imports[place]]).toEqual([attempts, imports.size]);
          expect(screen.lastImport[place]).toBe(imports.size === 0 ? 0 : Math.max(...imports) + 1);
          expect(screen.placeOf(each)).toBe(place);
        }
        expect(screen.placeOf(5)).toBe(-1);
      }),
    );
  });

  it.each([
    ['spread over all mobiles', 3_999_999_999],
    ['of one town', 60_000],
  ])('finds everybody of a long list, and nobody besides: numbers %s', (_, span) => {
    const some = (count: number, seed: number) => {
      let state = seed;
      return sortedOnce(
        Float64Array.from({ length: count }, () => {
          state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
          return 916_000_000_000 + (state % span);
        }),
      );
    };
    const [foreign, abroad] = [14_155_550_000, 999_999_999_999_999];
    const asked = Float64Array.from([foreign, ...some(20_000, 1), abroad]);
    const list = Float64Array.from([...some(30_000, 2), ...asked.filter((__, at) => at % 50 === 0), abroad]).sort();
    const listed = new Set(list);
    const screen = new NumberScreen(asked);
    screen.addPlanned(readPacked(packNumbers(list)) ?? [], 1, 0);
    const found = asked.filter((__, place) => (screen.imports[place] ?? 0) > 0);
    expect([...found]).toEqual([...asked].filter((number) => listed.has(number)));
    expect(found.length).toBeGreaterThan(400);
  });
});

describe('the keyed hash', () => {
  it('is HMAC-SHA-256', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.string({ maxLength: 13 }), (key, text) => {
        const expected = createHmac('sha256', key).update(text).digest();
        const hash = createKeyedHash(key);
        expect(hash.text(text)).toBe(expected.toString('hex'));
        expect(hash.bits(text)).toBe(Number(expected.readBigUInt64BE() >> 11n));
      }),
    );
  });
});
