import {
  getCountries,
  getCountryCallingCode,
  isValidPhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/max/metadata';
import { describe, expect, it } from 'vitest';
import { numberTableOf } from '../../../shared/phone/number-table.ts';
import { DRAWS_ALL, drawnOf } from '../../fixtures/drawn-of.ts';
import type { NumberTable } from '../../../shared/phone/number-table.ts';

const EXOTEL_COUNTRIES = new Set<string>(['IN', 'SG', 'MY', 'ID', 'PH', 'AE', 'SA', 'LK', 'BD']);

function tableOf(country: string): NumberTable {
  const table = numberTableOf(country);
  if (table === undefined) throw new Error(`No table for ${country}`);
  return table;
}

function find(table: NumberTable, written: string): number {
  const digits = written.replace('+', '');
  const leadingZeros = /^0*/u.exec(digits)?.[0].length ?? 0;
  return table.find({ value: Number(digits), count: digits.length, leadingZeros, plus: written.startsWith('+') });
}

/** A small generator with a seed, so that a failure names a number that the next run has too. */
function* randomDigits(length: number, count: number, seed: number): Generator<string> {
  let state = seed;
  for (let made = 0; made < count; made++) {
    let digits = '';
    while (digits.length < length) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      digits += Math.floor(state / 65_536) % 10;
    }
    yield digits;
  }
}

/** India's patterns as the metadata has them: the general one, and those of the types for ten digits. */
function indianPattern(): RegExp {
  const plan: unknown[] = metadata.countries.IN ?? [];
  const types: unknown = plan[11];
  const patterns = Array.isArray(types)
    ? types.flatMap((type): string[] => (Array.isArray(type) && type[0] ? [String(type[0])] : []))
    : [];
  return new RegExp(`^(?=(?:${String(plan[2])})$)(?:${patterns.join('|')})$`, 'u');
}

/** Every change takes one of them after each prefix. */
const RESTS = ['0000', '4321', '9999'];

describe('the table of Indian numbers', () => {
  const table = tableOf('IN');

  it('holds every prefix of six digits exactly as the metadata has it, whatever follows', () => {
    const pattern = indianPattern();
    const differing: string[] = [];
    for (let prefix = 100_000; prefix < 1_000_000; prefix++) {
      for (const rest of DRAWS_ALL ? RESTS : [RESTS[prefix % RESTS.length]]) {
        const national = `${prefix}${rest}`;
        const value = Number(national);
        const isFound = table.find({ value, count: 10, leadingZeros: 0, plus: false }) === 910_000_000_000 + value;
        if (isFound !== pattern.test(national)) differing.push(national);
      }
    }
    expect(differing).toEqual([]);
  });

  it('says what the library says of every prefix of four digits and random ones beyond', () => {
    const differing: string[] = [];
    const compare = (national: string): void => {
      if (find(table, national) > 0 !== isValidPhoneNumber(national, 'IN')) differing.push(national);
    };
    for (let prefix = 1000; prefix < 10_000; prefix++)
      for (const rest of randomDigits(6, drawnOf(1, 2), prefix)) compare(`${prefix}${rest}`);
    for (const digits of randomDigits(10, drawnOf(3_000, 10_000), 7)) if (!digits.startsWith('0')) compare(digits);
    expect(differing).toEqual([]);
  });

  it.each(['9876543210', '09876543210', '919876543210', '+919876543210', '00919876543210'])('reads %s', (written) => {
    expect(find(table, written)).toBe(919_876_543_210);
  });

  it.each([
    '+9876543210',
    '+0919876543210',
    '5555555555',
    '00 9876543210'.replace(' ', ''),
    '000919876543210',
    '0000000000',
    '',
    '91',
    '+',
  ])('leaves %j to the library', (written) => {
    expect(find(table, written)).toBe(0);
  });

  it('takes ten digits for a number though they start like the calling code', () => {
    expect(find(table, '9198765432')).toBe(919_198_765_432);
  });
});

describe("every country's table", () => {
  const countries = getCountries().filter((country) => numberTableOf(country) !== undefined);

  it('exists for most countries', () => {
    expect(countries.length).toBeGreaterThan(120);
  });

  it('finds only what the library finds, in the same form, and where Exotel calls misses no plain number', () => {
    const differing: unknown[] = [];
    for (const country of countries) compareCountry(country, differing);
    expect(differing).toEqual([]);
  });

  it('is not made where digits do not stand for themselves', () => {
    expect(
      ['US', 'CA', 'RU', 'GB', 'AR', 'HU', 'XX', 'toString'].filter((country) => numberTableOf(country) !== undefined),
    ).toEqual([]);
  });
});

function compareCountry(country: CountryCode, differing: unknown[]): void {
  const table = tableOf(country);
  const code = getCountryCallingCode(country);
  const each = EXOTEL_COUNTRIES.has(country) ? drawnOf(20, 60) : drawnOf(2, 6);
  for (let length = 5; length < 13; length++) {
    for (const digits of randomDigits(length, each, length * 1000 + code.length)) {
      for (const written of [digits, `0${digits}`, `${code}${digits}`, `+${code}${digits}`, `00${code}${digits}`]) {
        const found = find(table, written);
        const parsed = parsePhoneNumberFromString(written, { defaultCountry: country, extract: false });
        const expected = parsed?.isValid() === true ? Number(parsed.number) : 0;
        const isPlain =
          EXOTEL_COUNTRIES.has(country) && written === digits && !digits.startsWith('0') && !digits.startsWith(code);
        if (found !== expected && (found !== 0 || isPlain)) differing.push({ country, written, found, expected });
      }
    }
  }
}
