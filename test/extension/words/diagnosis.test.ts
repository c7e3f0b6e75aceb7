import { describe, expect, it } from 'vitest';
import { words as english } from '../../../extension/words/en.ts';
import { words as hindi } from '../../../extension/words/hi.ts';
import { PROBLEM_SENTENCES } from '../../../worker/sink/delivery-schedule.ts';
import { ADDRESS_SENTENCES } from '../../../worker/sink/destination-address.ts';
import { diagnose } from '../../../worker/sink/diagnose.ts';

const DEVANAGARI = /\p{Script=Devanagari}/u;
const startedAt = Date.parse('2026-11-24T09:00:00Z');
const late = { date: 'Tue, 24 Nov 2026 09:07:00 GMT' };

/** Answers that together have everything a diagnosis can read in one. */
const ANSWERS = [
  { status: 302, headers: { ...late, location: 'https://login.example.com/' }, body: '<html>' },
  { status: 405, headers: {}, body: '' },
  { status: 413, headers: {}, body: '' },
  { status: 400, headers: {}, body: 'signature does not verify: unexpected token in JSON' },
];
interface Said {
  readonly code: string;
  readonly message: string;
  readonly facts?: Readonly<Record<string, string | number>> | undefined;
}
const said: readonly Said[] = [
  ...Object.entries({ ...PROBLEM_SENTENCES, ...ADDRESS_SENTENCES }).map(([code, message]) => ({ code, message })),
  ...ANSWERS.flatMap((response) => diagnose({ startedAt, response })),
];

describe('what the doctor says', () => {
  it.each(said)('has words in Hindi, too: $code', ({ code, message, facts = {} }) => {
    expect(english.destinations.diagnosis(code, message, facts)).toBe(message);
    const inHindi = hindi.destinations.diagnosis(code, message, facts);
    expect(inHindi).toMatch(DEVANAGARI);
    for (const fact of Object.values(facts)) expect(inHindi).toContain(String(fact));
  });

  it('is the Worker’s own sentence for what this version does not know', () => {
    expect(hindi.destinations.diagnosis('sunspots', 'Wait.', {})).toBe('Wait.');
  });
});
