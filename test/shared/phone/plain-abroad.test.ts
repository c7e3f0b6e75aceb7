import { getCountries, getCountryCallingCode, parsePhoneNumberWithError } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import type { CountryCode } from 'libphonenumber-js/max';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { libraryVerdict } from '../../../shared/phone/library-verdict.ts';
import { plainAbroad, plainAtHome } from '../../../shared/phone/plain-abroad.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';

/** The library's own verdict; null if it reads no valid number in the text. */
function libraryOf(text: string, home: CountryCode = 'IN'): string | null {
  try {
    const parsed = parsePhoneNumberWithError(text, { defaultCountry: home, extract: false });
    return parsed.isValid() ? parsed.number : null;
  } catch {
    return null;
  }
}

const national = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 13 })
  .map((digits) => digits.join(''));
const mark = fc.constantFrom('', ' ', '-', '.', ' (');

describe('plainAbroad', () => {
  it('never differs from the library, whatever the country and the digits', () => {
    const country = fc.constantFrom(...getCountries());
    fc.assert(
      fc.property(country, national, mark, (from, digits, between) => {
        const text = `+${getCountryCallingCode(from)}${between}${digits}`;
        const taken = plainAbroad(text);
        if (taken !== undefined) expect(taken.ok ? taken.value : null).toBe(libraryOf(text));
      }),
      { numRuns: drawnOf(4_000, 60_000) },
    );
  });

  it('never differs from it in what is dialled before a number, at home and abroad, nor in extensions', () => {
    const country = fc.constantFrom(...getCountries());
    // Half of them begin like real numbers.
    const digits = fc.oneof(
      national,
      fc
        .tuple(country, fc.nat(11), national)
        .map(([of, kept, rest]) => (examples[of] ?? '').slice(0, kept) + rest.slice(4)),
    );
    const dialled = fc.constantFrom('', '0', '00', '1', '8', '(0)', '15', '180020', '+', '00 ', '0 0', '011');
    const code = fc.tuple(country, fc.boolean()).map(([of, isSaid]) => (isSaid ? getCountryCallingCode(of) : ''));
    const trunk = fc.constantFrom('', '', '0', '(0)', ' 0', '8', '15');
    const tail = fc.constantFrom(
      '',
      '',
      '',
      ' x12',
      ' ext. 345',
      ';ext=7',
      ';ext=7#',
      ', extension 9#',
      ' xt',
      ' ext',
      ', 12',
      ',, 12',
      ';12',
      ' #12',
      '~12',
      '#:12345678',
      ', 12, 13',
      'x',
      '@x.in',
      ' xx1',
      'ext 12345678',
    );
    fc.assert(
      fc.property(
        fc.tuple(dialled, code, mark, trunk, digits, tail),
        fc.oneof(fc.constant<CountryCode>('GB'), country),
        (parts, home) => {
          const text = parts.join('');
          const verdict = libraryVerdict(text, home);
          expect([text, home, verdict.ok ? verdict.value : null]).toEqual([text, home, libraryOf(text, home)]);
        },
      ),
      { numRuns: drawnOf(4_000, 60_000) },
    );
  });

  it.each([
    ['+44 7400 123456', '+447400123456'],
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['0044 7400 123456', '+447400123456'],
    ['+39 06 1234 5678', '+390612345678'],
    ['+91 0 98765 43210', '+919876543210'],
  ])('decides %s without it, whatever is dialled before', (text, number) => {
    expect([plainAbroad(text, 'IN'), libraryOf(text)]).toEqual([ok(number), number]);
  });

  it.each([
    ['07400 123456', 'GB', '+447400123456'],
    ['(212) 736-5000', 'US', '+12127365000'],
    ['0151 23456789', 'DE', '+4915123456789'],
  ] as const)('decides %s in %s without it', (text, home, number) => {
    expect([plainAtHome(text, home), libraryOf(text, home)]).toEqual([ok(number), number]);
  });

  it.each([
    ['+1 202 555 0123', '+12025550123'],
    ['+65 8123 4567', '+6581234567'],
    ['+971 50 123 4567', '+971501234567'],
    ['+91 98765-43210', '+919876543210'],
  ])('decides %s without it', (text, number) => {
    expect([plainAbroad(text), libraryOf(text)]).toEqual([ok(number), number]);
  });

  it.each(['+54 0 11 2345 6789', '+7 701 123 4567', '98765 43210', '0044 7400 123456'])('leaves %s to it', (text) => {
    expect(plainAbroad(text)).toBeUndefined();
  });

  it.each([
    ['+1 543 469 30', 'too_short'],
    ['+1 202 555 01234', 'too_long'],
    ['+91 98765 4321', 'too_short'],
    ['+971 50 123 456', 'too_short'],
    ['+999 12345678', 'country_unknown'],
  ] as const)('refuses %s as %s, by the lengths of its own country', (text, code) => {
    expect([plainAbroad(text), libraryOf(text)]).toEqual([err(code), null]);
  });
});
