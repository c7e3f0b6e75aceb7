import { answerFault, newSecrets, ofBuild } from './deploy-answers.ts';
import { describe, expect, it } from 'vitest';
import { checkAnswers } from './live-checks.ts';

const NOW = Date.parse('2026-11-29T10:00:00Z');

/** A Worker that is well, but for the time it names. */
async function clockOf(date: string | null) {
  const fetcher: typeof fetch = (input) => {
    const isHealth = new Request(input).url.endsWith('/healthz');
    const body = isHealth ? { ok: true, name: 'dialsheet', version: '1' } : { error: { code: 'not_found' } };
    const headers: Record<string, string> = date === null ? {} : { date };
    return Promise.resolve(Response.json(body, { status: isHealth ? 200 : 404, headers }));
  };
  const checks = await checkAnswers('https://calls.example.com', { version: '1', token: null }, fetcher, () => NOW);
  return checks.find(({ what }) => what === 'Clock');
}

describe('the secrets of a build', () => {
  it('are those that nobody has to be told', () => {
    const made = newSecrets(new Set(), {});
    expect([Object.keys(made.secrets), typeof made.ownerToken]).toEqual([['CALLBACK_SECRET', 'TEAM_TOKENS'], 'string']);
    expect(ofBuild(made)).toEqual({ secrets: { CALLBACK_SECRET: made.secrets['CALLBACK_SECRET'] }, ownerToken: null });
  });
});

describe('an answer at the terminal', () => {
  it.each([
    ['EXOTEL_BASE_URL', 'mumbai', null],
    ['EXOTEL_BASE_URL', 'Singapore', null],
    ['EXOTEL_BASE_URL', 'https://api.exotel.com', null],
    ['EXOTEL_BASE_URL', 'pune', 'Enter singapore or mumbai.'],
    ['EXOTEL_ACCOUNT_SID', '', 'An answer is needed.'],
    ['EXOTEL_API_TOKEN', 'two words', 'No spaces: copy it once more.'],
    ['EXOTEL_API_KEY', 'a1b2', null],
  ] as const)('%s may be %j: %j', (name, answer, fault) => {
    expect(answerFault(name, answer)).toBe(fault);
  });
});

describe('the clock of a live Worker', () => {
  it.for<[string | null, boolean | null, RegExp]>([
    ['Sun, 29 Nov 2026 10:00:00 GMT', true, /agrees/],
    ['Sun, 29 Nov 2026 10:05:00 GMT', true, /agrees/],
    ['Sun, 29 Nov 2026 10:05:01 GMT', false, /301 s ahead of/],
    ['Sun, 29 Nov 2026 09:54:59 GMT', false, /301 s behind/],
    ['yesterday', null, /names no time/],
    [null, null, /names no time/],
  ])('at %s is judged %s', async ([date, ok, note]) => {
    expect(await clockOf(date)).toEqual({ what: 'Clock', ok, note: expect.stringMatching(note) as unknown });
  });
});
