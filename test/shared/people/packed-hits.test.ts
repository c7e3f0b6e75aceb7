import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packHits, unpackHits } from '../../../shared/people/packed-hits.ts';
import { sortedOnce } from '../../../shared/people/packed-numbers.ts';
import { leftOutBy, screenOf } from '../../../shared/people/screen-file.ts';
import type { ScreenHits } from '../../../shared/people/screen-answer.ts';

const numbers = fc
  .uniqueArray(fc.integer({ min: 1, max: 999_999_999_999_999 }), { maxLength: 40 })
  .map((some) => sortedOnce(Float64Array.from(some)));

const hits = fc
  .tuple(numbers, numbers, fc.array(fc.string(), { minLength: 1, maxLength: 4 }), fc.nat())
  .map(([suppressed, calledRecently, names, seed]): ScreenHits => ({
    suppressed,
    calledRecently,
    suppressedBy: Uint32Array.from(suppressed, (_, at) => (at + seed) % names.length),
    calledBy: Uint32Array.from(calledRecently, (_, at) => (at * 7 + seed) % names.length),
    reasons: names.map((by) => ({
      rule: 'suppressed',
      detail: 'hand',
      since: '2026-11-01T00:00:00.000Z',
      by,
      importName: 'दिवाली',
      note: null,
    })),
  }));

const REASON: ScreenHits['reasons'][number] = {
  rule: 'suppressed',
  detail: 'hand',
  since: '2026-11-01T00:00:00.000Z',
  by: 'asha',
  importName: null,
  note: null,
};
const NOBODY = { calledRecently: Float64Array.of(), calledBy: Uint32Array.of() };

describe('who of a file is not called', () => {
  it('is the same after it was packed', () => {
    fc.assert(
      fc.property(hits, (made) => {
        expect(unpackHits(packHits(made))).toEqual(made);
      }),
    );
  });

  it('is nothing where bytes are cut short, or are none of these', () => {
    fc.assert(
      fc.property(hits, fc.integer({ min: 1, max: 12 }), (made, less) => {
        expect(unpackHits(packHits(made).slice(0, -less))).toBeNull();
      }),
    );
    expect(unpackHits(new TextEncoder().encode('{"suppressed":[]}   '))).toBeNull();
  });

  it.each([
    ['a reason of another shape', [{ rule: 'suppressed', detail: 'hand' }], [0]],
    ['a rule that is none', [{ ...REASON, rule: 'disliked' }], [0]],
    ['a time that is no text', [{ ...REASON, since: 7 }], [0]],
    ['no reasons', [], [0]],
    ['a reason that is not there', [REASON], [1]],
  ])('is nothing where there is %s', (_what, reasons, by) => {
    const made = { ...NOBODY, suppressed: Float64Array.of(919_845_000_001), suppressedBy: Uint32Array.from(by) };
    expect(unpackHits(packHits({ ...made, reasons: [REASON, REASON] }))).not.toBeNull();
    expect(unpackHits(packHits(Object.assign({ ...made, reasons: [] }, { reasons })))).toBeNull();
  });

  it('adds up by reason, and screens those numbers and no others', () => {
    fc.assert(
      fc.property(hits, (made) => {
        const people = leftOutBy(made).reduce((sum, each) => sum + each.people, 0);
        expect(people).toBe(made.suppressed.length + made.calledRecently.length);
        const screen = screenOf(made);
        const [listed, called] = [new Set(made.suppressed), new Set(made.calledRecently)];
        for (const number of [...listed, ...called].flatMap((each) => [each - 1, each, each + 1]))
          expect(screen(number)?.code).toBe(
            listed.has(number) ? 'suppressed' : called.has(number) ? 'called_recently' : undefined,
          );
        expect(screen(7)?.code).toBe(
          [...made.suppressed].includes(7)
            ? 'suppressed'
            : [...made.calledRecently].includes(7)
              ? 'called_recently'
              : undefined,
        );
      }),
    );
  });
});
