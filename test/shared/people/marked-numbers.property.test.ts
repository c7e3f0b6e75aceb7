import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markNumbers, packMarked, readMarked } from '../../../shared/people/marked-numbers.ts';
import { packNumbers, sortedOnce } from '../../../shared/people/packed-numbers.ts';

const number = fc.oneof(
  fc.integer({ min: 919_810_000_000, max: 919_810_000_040 }),
  fc.integer({ min: 14_155_550_000, max: 14_155_550_010 }),
);
const row = fc.tuple(number, fc.integer({ min: 1, max: 0xffff_ffff }));
const rows = fc.array(row, { maxLength: 60 });

describe('numbers with marks', () => {
  it('are each there once, with the mark of their first row, wherever they are asked for', () => {
    fc.assert(
      fc.property(rows, fc.array(number, { maxLength: 20 }), (all, asked) => {
        const marked = markNumbers(
          Float64Array.from(all, ([each]) => each),
          Uint32Array.from(all, ([, mark]) => mark),
        );
        const first = new Map(all.toReversed());
        expect([...marked.numbers]).toEqual([...sortedOnce(Float64Array.from(first.keys()))]);
        expect([...marked.marks]).toEqual(Array.from(marked.numbers, (each) => first.get(each)));
        expect([...marked.among(Float64Array.from(asked))]).toEqual(asked.map((each) => first.get(each) ?? 0));
      }),
    );
  });

  it('are read as they were packed, and without marks as numbers alone', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 0xffff_ffff }), (all, heading) => {
        const { numbers, marks } = markNumbers(
          Float64Array.from(all, ([each]) => each),
          Uint32Array.from(all, ([, mark]) => mark),
        );
        const packed = packNumbers(numbers);
        expect(readMarked(packMarked(numbers, { heading, marks }))).toEqual({ packed, marked: { heading, marks } });
        expect(readMarked(packed)).toEqual({ packed, marked: null });
      }),
    );
  });

  it('are refused where bytes are none, where one has no mark, and where they do not rise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const read = readMarked(bytes);
        expect(read === null || read.packed.length <= bytes.length).toBe(true);
      }),
    );
    const twice = Float64Array.of(919_810_000_001, 919_810_000_001);
    const whole = packMarked(Float64Array.of(919_810_000_001), { heading: 1, marks: Uint32Array.of(2) });
    expect(readMarked(whole.subarray(0, -4))).toBeNull();
    expect(readMarked(packMarked(twice, { heading: 1, marks: Uint32Array.of(2, 3) }))).toBeNull();
  });
});
