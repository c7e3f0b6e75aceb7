import { describe, expect, it } from 'vitest';
import { callingCodeOf, countryOfCell } from '../../../../shared/phone/calling-codes.ts';
import { NAMES_IN_INDIA } from '../../../../shared/phone/countries/country-names.ts';
import { checkFile } from '../../contacts/check-file.ts';

const COUNTRIES = NAMES_IN_INDIA.split('|').map((line) => line.trim().slice(0, 2));
const LANGUAGES = ['hi', 'mr', 'gu', 'bn', 'pa', 'ta', 'te', 'kn', 'ml'];

describe('the name of a country', () => {
  it.each(LANGUAGES)('is understood as the platform writes it, in %s', (language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    const read = COUNTRIES.map((country) => [country, countryOfCell(names.of(country) ?? '')]);
    expect(read).toEqual(COUNTRIES.map((country) => [country, country]));
  });

  it.each([
    ['अमेरिका', 'US'],
    ['संयुक्त राज्य अमेरिका', 'US'],
    ['यूएसए', 'US'],
    ['भारत (+91)', 'IN'],
    ['हिन्दुस्तान', 'IN'],
    ['क़तर', 'QA'],
    ['कतर', 'QA'],
    ['दुबई', 'AE'],
    ['ब्रिटेन', 'GB'],
    ['ઇંગ્લેન્ડ', 'GB'],
    ['भारत (+1)', undefined],
    ['पुणे', undefined],
    ['नाम', undefined],
  ])('%s is %s', (cell, country) => {
    expect(countryOfCell(cell)).toBe(country);
  });

  it('means one country, whose numbers are called', () => {
    const names = NAMES_IN_INDIA.trim().split(/[\s|]+/u);
    expect(names.length).toBe(new Set(names).size);
    expect(COUNTRIES.map((country) => callingCodeOf(country))).not.toContain('');
    const { accepted } = checkFile('नाम,देश,फ़ोन\nआशा,भारत,9876543210\nजॉन,अमेरिका,2025550123\nमिया,ब्रिटेन,7400123456\n');
    expect(accepted.map(([, number]) => number)).toEqual([919876543210, 12025550123, 447400123456]);
  });
});
