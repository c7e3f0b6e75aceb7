import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestNumber, UNSURE_KINDS } from '../../../shared/contacts/suggest-number.ts';
import { judgeNumber } from '../../../shared/phone/judge-number.ts';

const SUGGESTED: Record<string, string> = {
  '9876543210 / 9876543211': '+919876543210',
  '98765 43210 98765 43211': '+919876543210',
  '9876543210/11': '+919876543210',
  '98765432109876543211': '+919876543210',
  '9876543210 (wife)': '+919876543210',
  'call 9876543210 after 5': '+919876543210',
  'Ramesh 98765-43210': '+919876543210',
  'Mob.No.9876543210': '+919876543210',
  '98765O3210': '+919876503210',
  '98765o321l': '+919876503211',
  '91 91 9876543210': '+919876543210',
  '+91+919876543210': '+919876543210',
  '091-9876543210': '+919876543210',
  '14155552671': '+14155552671',
  '1 415 555 2671': '+14155552671',
  '9.19876543210E+11': '+919876543210',
};

/** Read in another way, each could be somebody else's number. */
const UNSURE = ['98765O3210', '98765o321l', '98765 4321I', '9876|43210', '14155552671', '98765432109876543211'];

const NOT_SUGGESTED = [
  '9.19877E+11',
  '9.1987654321E+11',
  '919876500000',
  '9876000000',
  'not given',
  '',
  '12345',
  '98765432101',
  '0000000000',
  '+999876543210',
  'Oooooo Illi',
];

const hostile = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...'0123456789OolI|+-. ()/,;E'.split('')), maxLength: 130 }),
  fc.constantFrom('9876543210 '.repeat(50), 'O'.repeat(500), '1 '.repeat(300)),
);

describe('suggestNumber', () => {
  it.each(Object.entries(SUGGESTED))('reads %s as %s', (text, number) => {
    expect(suggestNumber(text, 'IN')?.number).toBe(number);
  });

  it.each(UNSURE)('is never sure of what "%s" means', (text) => {
    expect(UNSURE_KINDS).toContain(suggestNumber(text, 'IN')?.kind);
  });

  it.each(NOT_SUGGESTED)('makes nothing up for "%s"', (text) => {
    expect(suggestNumber(text, 'IN')).toBeNull();
  });

  it('gives back a zero where the country keeps it', () => {
    expect(suggestNumber('612345678', 'IT')).toEqual({ number: '+390612345678', kind: 'beginning' });
    expect(suggestNumber('612345678', 'IN')).toBeNull();
  });

  it('suggests only what the check accepts as it is written', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('IN', 'US', 'IT', 'DE', 'ZZ'), (text, country) => {
        const suggested = suggestNumber(text, country);
        if (suggested === null) return;
        expect(judgeNumber(suggested.number, country)).toEqual({ ok: true, value: suggested.number });
      }),
      { numRuns: 500 },
    );
  });
});
