import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CONTACTS_PER_CAMPAIGN } from '../../../shared/limits.ts';
import { sumOutcomes } from '../../../shared/protocol/outcomes.ts';
import { createOutcomeTracker, type OutcomeTracker } from '../../../worker/campaign/outcome-tracker.ts';
import { readCallback } from '../../../worker/callbacks/read-callback.ts';

const SENDER = 8088919888;

interface Known {
  readonly expected: number;
  readonly numbers?: readonly number[];
  readonly learned?: readonly (readonly [number, number])[];
}

/** A campaign made elsewhere, with the numbers that it learned and would have stored. */
function followed({ expected, numbers = [], learned = [] }: Known) {
  const stored: (readonly [number, number])[] = [...learned];
  const state = createOutcomeTracker({
    numbers: Float64Array.from(numbers),
    retry: { count: 0, on: [] },
    chunkSize: 250,
    readNumber: Number,
    open: { expected, sender: SENDER, learned, learn: (place, number) => stored.push([place, number]) },
  });
  return { state, stored };
}

function report(state: OutcomeTracker, number: number, status: string, sid = `call of ${number}`): void {
  const call = { sid, status: 'completed' as const, at: null, durationSeconds: null, digits: null, recordingUrl: null };
  if (status === 'completed') state.addCallOf(number, call);
  else state.report(readCallback(JSON.stringify({ number: String(number), call_sid: sid, status })), 'call');
}

function people(state: OutcomeTracker): (number | null)[] {
  return Array.from({ length: state.size() }, (_, index) => state.numberAt(index));
}

describe('a campaign whose people are not known beforehand', () => {
  it('counts everyone it is said to have, and learns who they are as they are reported', () => {
    const { state, stored } = followed({ expected: 3 });
    expect(state.counts.queued).toBe(3);
    report(state, 11, 'completed');
    report(state, 12, 'busy');
    expect(people(state)).toEqual([11, 12, null]);
    expect(state.counts).toMatchObject({ queued: 1, completed: 1, busy: 1 });
    expect(stored).toEqual([
      [0, 11],
      [1, 12],
    ]);
  });

  it('grows when more are reported than it was said to have', () => {
    const { state } = followed({ expected: 1 });
    for (const number of [11, 12, 13]) report(state, number, 'completed');
    expect(people(state)).toEqual([11, 12, 13]);
    expect(sumOutcomes(state.counts)).toBe(3);
  });

  it('takes the caller id for nobody, though a report names it beside the contact', () => {
    const { state } = followed({ expected: 1 });
    const schedule = { from: String(SENDER), to: '11', status: 'no-answer', call_sids: ['a'] };
    state.report(readCallback(JSON.stringify(schedule)), 'schedule');
    const reversed = { from: '12', phone: String(SENDER), status: 'busy', call_sid: 'b' };
    state.report(readCallback(JSON.stringify(reversed)), 'call');
    expect(people(state)).toEqual([11, 12]);
  });

  it('takes up again what it knew', () => {
    const { state } = followed({
      expected: 2,
      numbers: [11],
      learned: [
        [1, 12],
        [2, 13],
      ],
    });
    expect(people(state)).toEqual([11, 12, 13]);
    report(state, 13, 'completed');
    expect(state.outcome(2)).toBe('completed');
    expect(state.size()).toBe(3);
  });

  it('says of those never heard of what Exotel says of them all', () => {
    const { state } = followed({ expected: 3 });
    report(state, 11, 'completed');
    state.close('dnd');
    expect(state.counts).toMatchObject({ completed: 1, dnd: 2, queued: 0 });
    report(state, 12, 'completed');
    expect(state.counts).toMatchObject({ completed: 2, dnd: 1 });
  });

  it('stops learning at the most one campaign may hold', () => {
    const { state } = followed({ expected: MAX_CONTACTS_PER_CAMPAIGN + 5 });
    expect(state.size()).toBe(MAX_CONTACTS_PER_CAMPAIGN);
    const full = followed({ expected: 0, numbers: Array.from({ length: MAX_CONTACTS_PER_CAMPAIGN }, (_, i) => i + 1) });
    report(full.state, 999_999, 'completed');
    expect(full.state.counts.completed).toBe(0);
    expect(full.state.size()).toBe(MAX_CONTACTS_PER_CAMPAIGN);
  });

  it('ends with the same people and outcomes after any interruption', () => {
    const reports = fc.array(
      fc.tuple(fc.integer({ min: 11, max: 20 }), fc.constantFrom('completed', 'busy', 'failed')),
    );
    fc.assert(
      fc.property(reports, fc.nat(8), fc.nat(20), (all, expected, at) => {
        const through = followed({ expected });
        for (const [number, status] of all) report(through.state, number, status);
        const before = followed({ expected });
        for (const [number, status] of all.slice(0, at)) report(before.state, number, status);
        const after = followed({ expected, learned: before.stored });
        // No calls were stored yet, so callbacks that wait for their archive are counted again.
        for (const [number, status] of all) report(after.state, number, status);
        expect(people(after.state)).toEqual(people(through.state));
        expect({ ...after.state.counts }).toEqual({ ...through.state.counts });
      }),
    );
  });
});
