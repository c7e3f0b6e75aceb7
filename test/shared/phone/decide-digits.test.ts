import * as fc from 'fast-check';
import examples from 'libphonenumber-js/mobile/examples';
import { getCountries, getCountryCallingCode, ParseError, parsePhoneNumberWithError } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { fewestDigits } from '../../../shared/phone/judge-number.ts';
import { misfitOf } from '../../../shared/phone/misfit.ts';
import { numberingPlanOf } from '../../../shared/phone/numbering-plan.ts';
import { decidePlainText } from '../../../shared/phone/plain-text.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';

/** The same seed in every run, unless DIGITS_SEED gives another. */
const SEED = Number(process.env['DIGITS_SEED'] ?? 20_261_129);
const RUNS = Number(process.env['DIGITS_RUNS'] ?? drawnOf(3_000, 60_000));
const WORDS: Readonly<Record<string, string>> = {
  INVALID_COUNTRY: 'country_unknown',
  TOO_SHORT: 'too_short',
  TOO_LONG: 'too_long',
  NOT_A_NUMBER: 'not_a_number',
};
const NO_COUNTRYS_CODES = ['800', '808', '870', '878', '881', '882', '883', '888', '979', '999', '210'];

/** The library's own verdict: the number, or the reason why there is none. */
function libraryOf(text: string, home: CountryCode): string {
  try {
    const parsed = parsePhoneNumberWithError(text, { defaultCountry: home, extract: false });
    return parsed.isValid() ? parsed.number : misfitOf(parsed.nationalNumber, parsed.country ?? home);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return WORDS[error.message] ?? error.message;
  }
}

function ours(text: string, home: CountryCode): string | undefined {
  const verdict = decidePlainText(text, home);
  if (verdict === undefined) return undefined;
  return verdict.ok ? verdict.value : verdict.error;
}

const country = fc.constantFrom(...getCountries());
const digits = fc.stringMatching(/^[0-9]{0,18}$/);
/** Most begin or end like real numbers of the country or of another one. */
const national = fc.oneof(
  digits,
  country.map((of) => examples[of] ?? ''),
  fc.tuple(country, fc.nat(11), digits).map(([of, kept, rest]) => (examples[of] ?? '').slice(0, kept) + rest),
  fc.tuple(country, fc.nat(5), digits).map(([of, cut, start]) => start.slice(0, 5) + (examples[of] ?? '').slice(cut)),
);
const dialled = fc.constantFrom('', '', '+', '+', '00', '011', '0', '1', '8', '810', '0011', '001', '(0)', '014');
const code = fc.oneof(
  fc.constantFrom('', ...NO_COUNTRYS_CODES),
  country.map((of) => getCountryCallingCode(of)),
);
const trunk = fc.constantFrom('', '', '', '0', '8', '15', '1', '90', '06', '44', '9', '(0) ');
const mark = fc.constantFrom('', '', ' ', '-', '.', '/', ' (', ')', '[', '~', ' ~ ', '~.');

describe('a text without letters', () => {
  it('has the verdict and the reason of the library, in every country, however it is dialled', () => {
    fc.assert(
      fc.property(fc.tuple(dialled, code, mark, trunk, national, mark, digits), country, (parts, home) => {
        const [start, of, between, prefix, number, last, rest] = parts;
        const text = [start, of, between, prefix, number, ...(last === '' ? [] : [last, rest])].join('');
        if (text.trim() === '' || !/\d/u.test(text)) return;
        expect([text, home, ours(text, home)]).toEqual([text, home, libraryOf(text, home)]);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it.each([
    ['1-212-736-5000', 'US', '+12127365000'],
    ['1-212-036-5000', 'US', 'not_in_service_range'],
    ['447400123456', 'GB', '+447400123456'],
    ['9 11 2345 6789', 'AR', '+5491123456789'],
    ['011 15 2345-6789', 'AR', '+5491123456789'],
    ['8 701 123 4567', 'KZ', '+77011234567'],
    ['464 1234', 'AG', '+12684641234'],
    ['00 800 1234 5678', 'DE', '+80012345678'],
    ['+870 773 111 632', 'IN', '+870773111632'],
    ['+1 [212] 736 5000', 'IN', '+12127365000'],
    ['20 7946 0958~12', 'GB', '+442079460958'],
    ['98', 'IN', 'too_short'],
    ['+0 98765 43210', 'IN', 'country_unknown'],
    ['-5', 'IN', 'too_short'],
    ['5-', 'IN', 'not_a_number'],
  ] as const)('is decided without it: %s in %s', (text, home, verdict) => {
    expect([ours(text, home), libraryOf(text, home)]).toEqual([verdict, verdict]);
  });

  it.each(['98765 43210 x1', '98765,43210', '98765 + 43210', 'नौ', ''])('is not "%s"', (text) => {
    expect(ours(text, 'IN')).toBe(text === '' ? 'not_a_number' : undefined);
  });
});

describe('digits that are fewer than any number of the calling code has', () => {
  it('are none, unless they are dialled abroad or rewritten', () => {
    const short = fc.tuple(country, fc.stringMatching(/^[0-9]{3,9}$/));
    fc.assert(
      fc.property(short, ([home, written]) => {
        const plan = numberingPlanOf(home);
        const isAbroad = plan?.dialledAbroad.exec(written)?.index === 0;
        if (written.length >= fewestDigits(home) || isAbroad || plan?.cutInto !== '') return;
        expect([written, home, libraryOf(written, home)]).toEqual([written, home, expect.not.stringMatching(/^\+/u)]);
      }),
      { seed: SEED, numRuns: RUNS, examples: [[['DO', '3105778']], [['JM', '3106873']]] },
    );
  });

  it.each([
    ['IN', 8],
    ['JM', 7],
    ['GB', 7],
  ])('are, in %s, fewer than %i', (home, fewest) => {
    expect(fewestDigits(home)).toBe(fewest);
  });
});
