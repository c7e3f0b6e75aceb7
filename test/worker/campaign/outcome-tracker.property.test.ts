import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumOutcomes } from '../../../shared/protocol/outcomes.ts';
import {
  createOutcomeTracker,
  type OutcomeTracker,
  type UncalledOutcome,
} from '../../../worker/campaign/outcome-tracker.ts';
import type { CallStatus } from '../../../worker/exotel/status.ts';
import type { CallbackFacts } from '../../../worker/callbacks/read-callback.ts';

/** Six contacts; the property with duplicates calls two of them more than once. */
const NUMBERS = [11, 12, 13, 14, 15, 16];
const STATUSES: CallStatus[] = [
  'in_progress',
  'completed',
  'busy',
  'no_answer',
  'failed',
  'dnd',
  'invalid',
  'not_attempted',
  'unknown',
];

interface KnownCall {
  readonly sid: string;
  readonly status: CallStatus;
  readonly at: string | null;
}

type Report =
  | { readonly kind: 'call' | 'schedule'; readonly number: number; readonly facts: Omit<CallbackFacts, 'numbers'> }
  | { readonly kind: 'details'; readonly number: number; readonly call: KnownCall };

const status = fc.constantFrom(...STATUSES);
const at = fc.option(
  fc.constantFrom('2026-11-22T10:00:00+05:30', '2026-11-22T10:05:00+05:30', '2026-11-22T10:09:00+05:30'),
);

/** Reports of up to four calls per number, as callbacks and as call details, some of them for unknown numbers. */
function reports(numbers: readonly number[]): fc.Arbitrary<Report[]> {
  const number = fc.constantFrom(...numbers, 99);
  const call = fc.record({ sid: fc.constantFrom('a', 'b', 'c', 'd'), status, at });
  const of = (n: number, { sid, ...rest }: KnownCall): KnownCall => ({ sid: `${n}${sid}`, ...rest });
  const callback = fc
    .record({
      kind: fc.constantFrom('call' as const, 'schedule' as const),
      number,
      status,
      calls: fc.array(call, { maxLength: 3 }),
    })
    .map(({ kind, number: n, status: word, calls }): Report => ({
      kind,
      number: n,
      facts: { campaignSid: 'c1', status: word, campaignState: 'unknown', calls: calls.map((each) => of(n, each)) },
    }));
  const details = fc
    .record({ number, call })
    .map(({ number: n, call: each }): Report => ({ kind: 'details', number: n, call: of(n, each) }));
  return fc.array(fc.oneof(callback, details), { maxLength: 40 });
}

function give(state: OutcomeTracker, report: Report): void {
  if (report.kind === 'details') {
    state.addCallOf(report.number, { ...report.call, durationSeconds: 3, digits: null, recordingUrl: null });
  } else state.report({ ...report.facts, numbers: [String(report.number)] }, report.kind);
}

const RULES = { retry: { count: 2, on: ['busy', 'no-answer'] }, chunkSize: 2, readNumber: Number };

function stateOf(numbers: readonly number[]): OutcomeTracker {
  return createOutcomeTracker({ numbers: Float64Array.from(numbers), ...RULES });
}

/** Everything visible of a campaign; its calls are sorted, because they have no order of their own. */
function seen(state: OutcomeTracker, numbers: readonly number[]) {
  return {
    counts: { ...state.counts },
    unfinished: state.unfinished(),
    contacts: numbers.map((_, index) => ({
      outcome: state.outcome(index),
      ended: state.contact(index).ended,
      calls: state.contact(index).calls.toSorted((left, right) => (left.sid < right.sid ? -1 : 1)),
    })),
  };
}

/** Reports, and the same reports shuffled, with some repeated. */
function twoOrders(numbers: readonly number[]) {
  return reports(numbers).chain((first) =>
    fc.tuple(
      fc.constant(first),
      fc.tuple(fc.subarray(first), fc.subarray(first)).chain(([some, others]) => {
        const all = [...first, ...some, ...others];
        return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
      }),
    ),
  );
}

const verdict = fc.constantFrom<UncalledOutcome>('not_attempted', 'dnd', 'invalid', 'unaccounted');

describe('the outcomes of a campaign', () => {
  it('are the same whatever the order and the copies of the reports, before and after it is closed', () => {
    fc.assert(
      fc.property(twoOrders(NUMBERS), verdict, ([first, second], uncalled) => {
        const [left, right] = [stateOf(NUMBERS), stateOf(NUMBERS)];
        for (const report of first) give(left, report);
        for (const report of second) give(right, report);
        expect(seen(right, NUMBERS)).toEqual(seen(left, NUMBERS));
        left.close(uncalled);
        right.close(uncalled);
        expect(seen(right, NUMBERS)).toEqual(seen(left, NUMBERS));
        expect(left.unfinished()).toBe(0);
      }),
      { numRuns: 400 },
    );
  });

  it('always sum to the contacts, duplicates that are called included', () => {
    const numbers = [...NUMBERS, 11, 11, 12];
    fc.assert(
      fc.property(reports(numbers), verdict, fc.nat(40), (all, uncalled, closeAt) => {
        const state = stateOf(numbers);
        for (const [i, report] of all.entries()) {
          if (i === closeAt) state.close(uncalled);
          give(state, report);
          expect(sumOutcomes(state.counts)).toBe(numbers.length);
          expect(Math.min(...Object.values(state.counts))).toBeGreaterThanOrEqual(0);
        }
        state.refuse([11], 'invalid');
        state.refuse([12], 'suppressed');
        expect(sumOutcomes(state.counts)).toBe(numbers.length);
      }),
      { numRuns: 200 },
    );
  });

  it('survive being stored chunk by chunk and restored', () => {
    fc.assert(
      fc.property(reports(NUMBERS), fc.nat(40), (all, storedAt) => {
        const state = stateOf(NUMBERS);
        const restored = stateOf(NUMBERS);
        for (const report of all.slice(0, storedAt)) give(state, report);
        for (const chunk of state.dirtyChunks) {
          for (const index of [chunk * RULES.chunkSize, chunk * RULES.chunkSize + 1])
            restored.restore(index, state.contact(index));
        }
        // Reports after the last store are replayed; reports before it may be replayed too.
        for (const report of all) {
          give(state, report);
          give(restored, report);
        }
        expect(seen(restored, NUMBERS)).toEqual(seen(state, NUMBERS));
      }),
      { numRuns: 200 },
    );
  });
});
