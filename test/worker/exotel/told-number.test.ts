import { describe, expect, it } from 'vitest';
import { readToldNumber } from '../../../worker/exotel/told-number.ts';

describe('a number that Exotel tells', () => {
  it.each([
    ['+919876543210', '+919876543210'],
    ['919876543210', '+919876543210'],
    ['09876543210', '+919876543210'],
    ['9876543210', '+919876543210'],
    // Zeros at the end are not taken for a spreadsheet's rounding.
    ['919876500000', '+919876500000'],
    ['9800000000', '+919800000000'],
    ['919800000000', '+919800000000'],
    // Foreign numbers, with and without an international prefix.
    ['12025550123', '+12025550123'],
    ['0012025550123', '+12025550123'],
    ['971501234567', '+971501234567'],
    ['6591234567', '+916591234567'],
  ])('is %s read as %s', (told, number) => {
    expect(readToldNumber(told, 'IN')).toBe(number);
  });

  it('is read by the country of the account first', () => {
    expect(readToldNumber('2025550123', 'US')).toBe('+12025550123');
    expect(readToldNumber('919876500000', 'US')).toBe('+919876500000');
  });

  it.each(['', 'NA', '12', '9876543210123456789', 'sip:agent', '5'.repeat(11)])('is none in %j', (told) => {
    expect(readToldNumber(told, 'IN')).toBeNull();
  });
});
