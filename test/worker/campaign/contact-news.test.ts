import { describe, expect, it } from 'vitest';
import { addCall, NO_CALLS, outcomeOf, type Call, type ContactCalls } from '../../../worker/campaign/contact-calls.ts';
import { contactNews, isMissed } from '../../../worker/campaign/contact-news.ts';

const NOW = Date.parse('2026-11-29T10:30:00Z');
const RETRY = { count: 1, on: ['busy', 'no-answer'] };

function call(sid: string, change: Partial<Call> = {}): Call {
  return {
    sid,
    status: 'completed',
    at: '2026-11-29T10:29:00Z',
    durationSeconds: null,
    digits: null,
    recordingUrl: null,
    ...change,
  };
}

function newsOf(contact: ContactCalls, closed = false) {
  const { attempts, finished, waits } = contactNews(contact, outcomeOf(contact, RETRY), { closed, now: NOW });
  return { attempts: attempts.map(({ sid }) => sid), finished, waits };
}

const LONG_AGO = '2026-11-29T10:00:00Z';
const heard = { heard: true } as const;
const read = { read: true } as const;

describe('what is new of a contact', () => {
  it.each<[string, ContactCalls, boolean, ReturnType<typeof newsOf>]>([
    ['nothing of one who waits', NO_CALLS, false, { attempts: [], finished: false, waits: false }],
    [
      'nothing of a call under way',
      { calls: [call('a', { status: 'in_progress', ...read })], ended: null },
      false,
      { attempts: [], finished: false, waits: false },
    ],
    [
      'a call that a callback told of, and that more may be known of it',
      { calls: [call('a', heard)], ended: null },
      false,
      { attempts: ['a'], finished: false, waits: true },
    ],
    [
      'the end once call details had their say',
      { calls: [call('a', { ...heard, ...read })], ended: null },
      false,
      { attempts: ['a'], finished: true, waits: false },
    ],
    [
      'the end alone while a callback may still come',
      { calls: [call('a', read)], ended: null },
      false,
      { attempts: [], finished: true, waits: true },
    ],
    [
      'a call no callback can tell of any more',
      { calls: [call('a', { ...read, at: LONG_AGO })], ended: null },
      false,
      { attempts: ['a'], finished: true, waits: false },
    ],
    [
      'every call when all is over',
      { calls: [call('a', read)], ended: null },
      true,
      { attempts: ['a'], finished: true, waits: false },
    ],
    [
      'no end of one who is called again',
      { calls: [call('a', { ...heard, ...read, status: 'busy' })], ended: null },
      false,
      { attempts: ['a'], finished: false, waits: false },
    ],
    [
      'the end of one who cannot be called',
      { calls: [], ended: 'dnd' },
      false,
      { attempts: [], finished: true, waits: false },
    ],
    [
      'no end by a bare word that a call may contradict',
      { calls: [], ended: 'failed' },
      false,
      { attempts: [], finished: false, waits: true },
    ],
    [
      'the end of one nobody called, when all is over',
      { calls: [], ended: 'not_attempted' },
      true,
      { attempts: [], finished: true, waits: false },
    ],
    [
      'nothing twice',
      { calls: [call('a', { ...heard, ...read, toldAt: 1 })], ended: null, toldAt: 1 },
      true,
      { attempts: [], finished: false, waits: false },
    ],
  ])('is %s', (_what, contact, closed, wanted) => {
    expect(newsOf(contact, closed)).toEqual(wanted);
  });

  it('is not told again of a call that another report changes', () => {
    const told = { calls: [call('a', { ...heard, toldAt: 5 })], ended: null, toldAt: 5 };
    const later = addCall(told, call('a', { ...read, digits: '9' }));
    expect(later.calls[0]).toMatchObject({ heard: true, read: true, toldAt: 5, digits: '9' });
    expect(newsOf({ ...later, toldAt: 5 })).toEqual({ attempts: [], finished: false, waits: false });
  });
});

describe('a callback that never came', () => {
  it.each<[string, Call, boolean, boolean]>([
    ['of a call that one told of', call('a', heard), true, false],
    ['of a call that is under way', call('a', { status: 'in_progress' }), true, false],
    ['while it may still come', call('a', read), false, false],
    ['after the third try', call('a', { ...read, at: LONG_AGO }), false, true],
    ['when all is over', call('a', read), true, true],
  ])('is counted %s: %#', (_what, each, closed, missed) => {
    expect(isMissed(each, { closed, now: NOW })).toBe(missed);
  });
});
