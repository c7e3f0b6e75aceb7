import * as fc from 'fast-check';
import examples from 'libphonenumber-js/mobile/examples';
import { getCountries, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { cleanNumber } from '../../../shared/phone/clean-number.ts';
import { judgeNumber } from '../../../shared/phone/judge-number.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';

/** Codes that are refused on purpose although the library may find a number. */
const EXCEPTIONS = new Set(['several_numbers', 'excel_exponent', 'excel_truncated', 'excel_computed']);
const MAX_E164_CHARS = 16;
const COUNTRIES = getCountries();

/** The library's own verdict on the unchanged text: the number in E.164, or nothing. */
function oracle(text: string, country: string): string | undefined {
  if (!isSupportedCountry(country)) return undefined;
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
  return parsed?.isValid() === true && parsed.number.length <= MAX_E164_CHARS ? parsed.number : undefined;
}

/** Our verdict in the same shape; `exception` is a refusal the library need not share. */
function ours(text: string, country: string): { value: string | undefined; exception: boolean } {
  const verdict = judgeNumber(text, country);
  if (verdict.ok) return { value: verdict.value, exception: false };
  return { value: undefined, exception: EXCEPTIONS.has(verdict.error.code) };
}

function expectAgreement(text: string, country: string): void {
  const { value, exception } = ours(text, country);
  if (!exception) expect([text, country, value]).toEqual([text, country, oracle(cleanNumber(text), country)]);
}

const country = fc.constantFrom('IN', 'IN', 'IN', ...COUNTRIES);
const separator = fc.constantFrom('', '', '', ' ', '-', '.', '/', ' - ', ')', '(', '~', '\u2011', '\u00a0');
const prefix = fc.constantFrom(
  '',
  '',
  '0',
  '+',
  '00',
  '91',
  '+91',
  '0091',
  '+910',
  '+1',
  '+44',
  '+7',
  '011',
  '(',
  '+(',
  '0 0',
);

const spacedDigits = fc
  .tuple(
    prefix,
    fc.array(fc.tuple(fc.constantFrom(...'0123456789'.split('')), separator), { minLength: 1, maxLength: 16 }),
  )
  .map(([start, parts]) => start + parts.map(([digit, gap]) => digit + gap).join(''));

describe("judgeNumber agrees with libphonenumber's verdict and form", () => {
  it("for every country's example number, in five ways of writing it", () => {
    let compared = 0;
    for (const code of COUNTRIES) {
      const national = examples[code];
      if (national === undefined) continue;
      const full = oracle(national, code);
      if (full === undefined) continue;
      const abroad = full.slice(1);
      for (const text of [national, `0${national}`, full, abroad, `00${abroad}`, national.replace(/(?=...$)/u, ' ')]) {
        expectAgreement(text, code);
        expectAgreement(text, 'IN');
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(1200);
  });

  it('for digits with separators and prefixes', () => {
    fc.assert(fc.property(spacedDigits, country, expectAgreement), { numRuns: drawnOf(500, 6_000) });
  });

  it('for bare digits', () => {
    fc.assert(fc.property(fc.stringMatching(/^[0-9]{2,17}$/), country, expectAgreement), {
      numRuns: drawnOf(500, 6_000),
    });
  });

  it('for numbers with extensions and other words', () => {
    const tail = fc.constantFrom(
      ' x',
      ' ext ',
      ' ext.',
      ';ext=',
      ' extension ',
      '#',
      ' int ',
      ' доб ',
      ' #',
      ',',
      ';',
      ' ward ',
      'Ext',
      'ｘ',
    );
    const text = fc.tuple(spacedDigits, tail, fc.stringMatching(/^[0-9]{0,7}$/)).map((parts) => parts.join(''));
    fc.assert(fc.property(text, country, expectAgreement), { numRuns: drawnOf(400, 4_500) });
  });

  it('for any characters', () => {
    const char = fc.oneof(
      fc.constantFrom(...'0123456789+-.()/ ~xX#;,='.split('')),
      fc.constantFrom('\uff10', '\u0663', '\u06f7', '\uff0b', '\uff03', '\uff5e', '\u2212', '\u3000', '\u00ad'),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    );
    fc.assert(
      fc.property(
        fc.array(char, { maxLength: 24 }).map((chars) => chars.join('')),
        country,
        expectAgreement,
      ),
      {
        numRuns: drawnOf(400, 4_500),
        examples: [
          ['\u2212\uff1400\uff10\uff10', 'AC'],
          ['98765 43210,\uff5e12', 'IN'],
          ['+919876543210\uff03:1', 'IN'],
        ],
      },
    );
  });

  it('without a word against what the library reads from the text as it stands', () => {
    fc.assert(
      fc.property(spacedDigits, country, (text, code) => {
        const { value, exception } = ours(text, code);
        // Cleaning changes the meaning of these: `.0` is an amount for us, but ten digits for the library; a tilde
        // starts an extension, but for the library only if no space follows; brackets around the plus.
        const isChanged = /^\+?\d+\.0+$/u.test(text) || text.includes('~') || text.startsWith('(+');
        if (!exception && !isChanged) {
          expect([text, code, value]).toEqual([text, code, oracle(text, code)]);
        }
      }),
      { numRuns: drawnOf(500, 6_000) },
    );
  });
});
