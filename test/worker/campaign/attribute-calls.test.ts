import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOutcomeTracker, type OutcomeTracker } from '../../../worker/campaign/outcome-tracker.ts';
import type { CallbackFacts } from '../../../worker/callbacks/read-callback.ts';
import type { Outcome } from '../../../shared/protocol/outcomes.ts';
import type { CallStatus } from '../../../worker/exotel/status.ts';

const NUMBER = 919810010001;

/** A campaign that calls one number for `contacts` people, and another number for one person. */
function campaign(contacts: number, retries = 0): OutcomeTracker {
  const numbers = Float64Array.from([...Array<number>(contacts).fill(NUMBER), NUMBER + 1]);
  const retry = { count: retries, on: ['busy', 'no-answer'] };
  return createOutcomeTracker({ numbers, retry, chunkSize: 250, readNumber: Number });
}

interface ToldCall {
  readonly sid: string;
  readonly status: CallStatus;
  readonly at: string;
}

function details(state: OutcomeTracker, call: ToldCall): void {
  state.addCallOf(NUMBER, { ...call, durationSeconds: 5, digits: null, recordingUrl: null });
}

function callback(
  state: OutcomeTracker,
  kind: 'call' | 'schedule',
  calls: readonly ToldCall[],
  status: CallStatus,
): void {
  const facts: CallbackFacts = {
    campaignSid: 'c1',
    numbers: [String(NUMBER)],
    status,
    campaignState: 'unknown',
    calls,
  };
  state.report(facts, kind);
}

function outcomes(state: OutcomeTracker, contacts: number): Outcome[] {
  return Array.from({ length: contacts }, (_, i) => state.outcome(i)).toSorted();
}

const call = (sid: string, status: CallStatus, minute: number): ToldCall => ({
  sid,
  status,
  at: `2026-11-22T10:${String(minute).padStart(2, '0')}:00+05:30`,
});

describe('a number that is called for several contacts', () => {
  it('gives each of them a call of their own, known from call details alone', () => {
    const state = campaign(3);
    for (const each of [call('b', 'busy', 2), call('a', 'completed', 1), call('c', 'no_answer', 3)])
      details(state, each);
    expect(outcomes(state, 3)).toEqual(['busy', 'completed', 'no_answer']);
    expect(state.unfinished()).toBe(1);
  });

  it('gives a contact the attempts that its schedule names together', () => {
    const state = campaign(2, 1);
    const [first, again, other] = [call('a', 'busy', 1), call('a2', 'completed', 9), call('b', 'no_answer', 2)];
    for (const each of [other, again, first]) callback(state, 'call', [each], each.status);
    callback(state, 'schedule', [first, again], 'completed');
    expect([outcomes(state, 2), state.contact(0).calls.length]).toEqual([['completed', 'retrying'], 2]);
    callback(state, 'schedule', [other], 'failed');
    expect(outcomes(state, 2)).toEqual(['completed', 'no_answer']);
  });

  it('is blocked for all of them', () => {
    const state = campaign(3);
    callback(state, 'schedule', [], 'dnd');
    expect(outcomes(state, 3)).toEqual(['dnd', 'dnd', 'dnd']);
  });

  it('leaves whom nobody called to the verdict, and takes it back when a call comes to light', () => {
    const state = campaign(2);
    details(state, call('a', 'completed', 1));
    state.close('not_attempted');
    expect(outcomes(state, 2)).toEqual(['completed', 'not_attempted']);
    details(state, call('b', 'busy', 2));
    expect(outcomes(state, 2)).toEqual(['busy', 'completed']);
  });

  it('comes to the same end in any order, with any copies, and whatever is stored in between', () => {
    /** What truly happened: for each contact its attempts, the last of which decides. */
    const last = fc.constantFrom<CallStatus>('completed', 'busy', 'no_answer', 'failed');
    const history = fc
      .array(fc.tuple(fc.nat(2), last), { minLength: 2, maxLength: 4 })
      .map((contacts) =>
        contacts.map(([before, status], contact) => [
          ...Array.from({ length: before }, (_, i) => call(`${contact}-${i}`, 'busy', contact + 10 * i)),
          call(`${contact}-end`, status, contact + 40),
        ]),
      );
    type Told = (state: OutcomeTracker) => void;
    const told = history.chain((contacts) => {
      const all = contacts.flatMap((attempts): Told[] => [
        ...attempts.flatMap((each): Told[] => [
          (state) => details(state, each),
          (state) => callback(state, 'call', [each], each.status),
        ]),
        (state) =>
          callback(state, 'schedule', attempts, attempts.at(-1)?.status === 'completed' ? 'completed' : 'failed'),
      ]);
      const twice = [...all, ...all];
      const shuffled = fc.shuffledSubarray(twice, { minLength: twice.length, maxLength: twice.length });
      return fc.tuple(fc.constant(contacts), shuffled, fc.nat(twice.length));
    });
    fc.assert(
      fc.property(told, ([contacts, reports, storedAt]) => {
        let state = campaign(contacts.length, 2);
        for (const [i, report] of reports.entries()) {
          report(state);
          if (i !== storedAt) continue;
          const restored = campaign(contacts.length, 2);
          for (let index = 0; index < contacts.length; index += 1) restored.restore(index, state.contact(index));
          state = restored;
        }
        const truth = contacts.map((attempts) => attempts.at(-1)?.status ?? 'unknown').toSorted();
        expect(outcomes(state, contacts.length)).toEqual(truth);
        const attempts = contacts.map((each) => each.length).toSorted((a, b) => a - b);
        const counted = contacts.map((_, i) => state.contact(i).calls.length).toSorted((a, b) => a - b);
        expect(counted).toEqual(attempts);
      }),
      { numRuns: 300 },
    );
  });
});
