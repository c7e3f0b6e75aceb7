import { describe, expect, it } from 'vitest';
import { NO_HEALTH } from '../../../../shared/people/health-brake.ts';
import { countHealth } from '../../../../worker/campaign/calls/call-health.ts';
import type { Call, ContactCalls } from '../../../../worker/campaign/contact-calls.ts';

function call(status: Call['status'], durationSeconds: number | null = null): Call {
  return { sid: `${status} ${durationSeconds}`, status, at: null, durationSeconds, digits: null, recordingUrl: null };
}
const contact = (calls: readonly Call[], ended: ContactCalls['ended'] = null): ContactCalls => ({ calls, ended });

describe('countHealth', () => {
  it.each([
    ['nobody called yet', contact([]), {}],
    ['a call that still rings', contact([call('in_progress')]), {}],
    ['an answer of unknown length', contact([call('completed')]), { ended: 1, answered: 1 }],
    ['four seconds', contact([call('completed', 4)]), { ended: 1, answered: 1, timed: 1, short: 1 }],
    ['five seconds', contact([call('completed', 5)]), { ended: 1, answered: 1, timed: 1 }],
    [
      'every attempt',
      contact([call('busy'), call('no_answer'), call('completed', 60)]),
      { ended: 3, answered: 1, timed: 1 },
    ],
    ['a refusal that no call was made of', contact([], 'dnd'), { ended: 1, dnd: 1 }],
    ['a refusal told twice, once', contact([call('dnd')], 'dnd'), { ended: 1, dnd: 1 }],
    ['our own words for no call', contact([], 'not_attempted'), {}],
    ['somebody taken out', contact([], 'suppressed'), {}],
  ])('counts %s', (_what, told, counted) => {
    const counts = countHealth(NO_HEALTH, told, 1);
    expect(counts).toEqual({ ...NO_HEALTH, ...counted });
    expect(countHealth(counts, told, -1)).toEqual(NO_HEALTH);
  });
});
