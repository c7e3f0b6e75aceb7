import { describe, expect, it } from 'vitest';
import { addCall, endSchedule, NO_CALLS, outcomeOf, type Call } from '../../../worker/campaign/contact-calls.ts';

const ONCE = { count: 0, on: [] };

function call(status: Call['status']): Call {
  return {
    sid: 'c1',
    status,
    at: '2026-11-23T09:00:00+05:30',
    durationSeconds: null,
    digits: null,
    recordingUrl: null,
  };
}

describe('a contact closed without a known call', () => {
  it.each(['unaccounted', 'not_attempted', 'failed'] as const)(
    'is put right by a call heard of later (%s)',
    (ended) => {
      const closed = endSchedule(NO_CALLS, ended);
      expect(outcomeOf(closed, ONCE)).toBe(ended);
      expect(outcomeOf(addCall(closed, call('busy')), ONCE)).toBe('busy');
      expect(outcomeOf(addCall(closed, call('completed')), ONCE)).toBe('completed');
    },
  );

  it('keeps its verdict while a call has only begun', () => {
    const closed = endSchedule(NO_CALLS, 'unaccounted');
    expect(outcomeOf(addCall(closed, call('in_progress')), ONCE)).toBe('unaccounted');
  });
});
