import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestNumber, UNSURE_KINDS } from '../../../shared/contacts/suggest-number.ts';

/** Words beside a number that must not be called, or that is no telephone; `N` is the number. */
const AGAINST = `
do not call N|don't call N|N do n't call|dont ring N|never call N|DND N|N (DND)|NDNC: N|not N|N not to be called|please avoid N
N (wrong number)|wrong no N|incorrect N|invalid - N|N galat hai|N गलत नंबर|N મોબાઈલ ખોટો|N తప్పు
N deceased|N (late)|N expired|died, N|N मृत|स्व. N निधन
N switched off|N off|N (Switch-off)|N not reachable|N unreachable|N disconnected|N deactivated|N inactive|N blocked|N lost
N opted out|opt-out N|N unsubscribed|N stop|N not interested|N refused|N no longer with us|N no more
old N|old number: N|N (former)|previous N|ex N|N changed|N replaced|पुराना N|जुना N|N band hai|N बंद
❌ N|🚫N|N ⛔|📵 N|N✖|💀 N|N 👎
Order N|Order no. N|A/c N|A/C No: N|Fax N|Fax: N|ref N|Ref# N|ID - N|Invoice no N|Txn N|GSTIN N|UTR N|N Cr|N Dr
`
  .trim()
  .split(/[|\n]/u);

/** It is unclear whether these may be called, so they are never accepted together with all others. */
const MAY_BE = `
N agent|N (wife)|Ramesh N|N Suresh ji|call N after 5|ask for Asha N|no N|no mobile N|N busy|N?|N*|₹N|$N|@N|manager: N|N x|? - N!|xyz N
N कल बात करेंगे|N ಕರೆ|N Vertretung
`
  .trim()
  .split(/[|\n]/u);

/** Two numbers, one of which is somebody else's, or whose owner is unclear. */
const PAIRS_AGAINST = `
old: N, new: M|wrong N / M|N (DND)/M|N not in use, M|N / M (wrong)|N ❌ M|purana N naya M|N (switched off) M
`
  .trim()
  .split('|');
const PAIRS_APART = `
N:A:M|N:M|N§A§M|N§M|N (husband), M (wife)|N Asha / M Bina|N -> M|N > M|N ~ M|N = M|N to M|home N office M
`
  .trim()
  .split('|');
const PAIRS = ['N / M', 'N/M', 'N, M', 'N;M', 'N | M', 'N & M', 'N or M', 'N and M', 'N ::: M', 'N/ M,'];

const write = (text: string, number = '9876543210', other = '9123456789'): string =>
  text
    .trim()
    .replace(/(?<!\p{L})N(?!\p{L})/u, number)
    .replace(/(?<!\p{L})M(?!\p{L})/u, other);
const kindOf = (text: string) => suggestNumber(text, 'IN')?.kind;

describe('a suggestion', () => {
  it.each(AGAINST)('is never made where the cell says "%s"', (text) => {
    expect(suggestNumber(write(text), 'IN')).toBeNull();
  });

  it.each(PAIRS_AGAINST)('is never made of "%s"', (text) => {
    expect(suggestNumber(write(text), 'IN')).toBeNull();
  });

  it.each(MAY_BE)('is made of "%s", and never taken with all others', (text) => {
    expect(suggestNumber(write(text), 'IN')).toEqual({ number: '+919876543210', kind: 'among_words' });
    expect(UNSURE_KINDS).toContain('among_words');
  });

  it.each(PAIRS_APART)('is one of several that differ in "%s"', (text) => {
    expect(kindOf(write(text))).toBe('one_of_several');
    expect(UNSURE_KINDS).toContain('one_of_several');
  });

  it.each(PAIRS)('is the first of "%s"', (text) => {
    expect(suggestNumber(write(text), 'IN')).toEqual({ number: '+919876543210', kind: 'first_of_several' });
  });

  it('is unsure where the first of two is an id that cannot be called', () => {
    expect(suggestNumber('1000000111 / 9876543210', 'IN')).toEqual({ number: '+919876543210', kind: 'one_of_several' });
  });

  it('is the first where the last digits of the next follow', () => {
    expect(kindOf('9876543210/11')).toBe('first_of_several');
    expect(kindOf('9876543210 / 12')).toBe('first_of_several');
  });

  it.each(['+2025550123', '00 415 555 2671', '+9172345678'])(
    'reads %s in one of two ways: America is as likely',
    (text) => {
      expect(kindOf(text)).toBe('two_beginnings');
      expect(UNSURE_KINDS).toContain('two_beginnings');
    },
  );

  it('leaves no plus apart from its digits unasked', () => {
    expect(kindOf('+ 646-555-2671')).toBe('among_words');
  });

  it('mends a beginning in the one way there is', () => {
    expect(kindOf('91 91 9876543210')).toBe('beginning');
    expect(kindOf('+91+919876543210')).toBe('around');
  });

  it('is never sure beside a word that nobody knows', () => {
    const word = fc.stringMatching(/^[b-z][a-z]{3,9}$/u).filter((text) => kindOf(`${text} 9876543210`) !== 'around');
    const place = fc.constantFrom('W N', 'N W', 'N (W)', 'W: N', 'N - W', 'W N/M', 'N W M', 'N / M W');
    fc.assert(
      fc.property(word, place, (unknown, text) => {
        const kind = kindOf(write(text.replace('W', unknown)));
        expect([unknown, text, kind === undefined || UNSURE_KINDS.has(kind)]).toEqual([unknown, text, true]);
      }),
      { numRuns: 500 },
    );
  });

  it('is never made where the cell says against it, whatever else it says', () => {
    const against = fc.constantFrom(...AGAINST);
    const more = fc.constantFrom('', ' mob', ' Asha', ' / 9123456789', ' (M)', ', 98765O3211', ' x');
    fc.assert(
      fc.property(against, more, (text, rest) => {
        expect([text, rest, suggestNumber(write(text) + rest, 'IN')]).toEqual([text, rest, null]);
      }),
      { numRuns: 500 },
    );
  });
});
