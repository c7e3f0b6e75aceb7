import { getCountries, getCountryCallingCode, parsePhoneNumberWithError } from 'libphonenumber-js/max';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { plainAbroad } from '../../../shared/phone/plain-abroad.ts';

/** What the library says on its own; null for a text it reads no valid number from. */
function libraryOf(text: string): string | null {
  try {
    const parsed = parsePhoneNumberWithError(text, { defaultCountry: 'IN', extract: false });
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
      { numRuns: 20_000 },
    );
  });

  it.each([
    ['+1 202 555 0123', '+12025550123'],
    ['+65 8123 4567', '+6581234567'],
    ['+971 50 123 4567', '+971501234567'],
    ['+91 98765-43210', '+919876543210'],
  ])('decides %s without it', (text, number) => {
    expect([plainAbroad(text), libraryOf(text)]).toEqual([ok(number), number]);
  });

  it.each([
    '+44 07400 123456',
    '+1 1 202 555 0123',
    '+54 9 11 2345 6789',
    '+7 701 123 4567',
    '+999 12345678',
    '98765 43210',
  ])('leaves %s to it', (text) => {
    expect(plainAbroad(text)).toBeUndefined();
  });

  it.each([
    ['+1 543 469 30', 'too_short'],
    ['+1 202 555 01234', 'too_long'],
    ['+91 98765 4321', 'too_short'],
    ['+971 50 123 456', 'too_short'],
  ] as const)('refuses %s as %s, by the lengths of its own country', (text, code) => {
    expect([plainAbroad(text), libraryOf(text)]).toEqual([err(code), null]);
  });
});
