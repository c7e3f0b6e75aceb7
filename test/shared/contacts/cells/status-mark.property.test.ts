import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldStatus, statusMark } from '../../../../shared/contacts/cells/status-mark.ts';

const word = fc.stringMatching(/^[a-z]{2,12}( [a-z]{2,12}){0,2}$/u);
const DEVANAGARI = '०१२३४५६७८९';

describe('what a status says', () => {
  it('is the same in any case, with any spaces around, and with another sign between its words', () => {
    fc.assert(
      fc.property(word, fc.constantFrom('  ', '\u00a0', '\t', '-', ' / ', '\u200b '), (status, between) => {
        const written = `${between}${status.toUpperCase().replaceAll(' ', between)}${between}`;
        const plain = between.trim() === '' || between === '-' || between === ' / ' ? status : written;
        expect(foldStatus(written)).toBe(foldStatus(plain));
      }),
    );
  });

  it('is the same amount with and without currency, grouping, zeros and in the digits of Hindi', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 99 }), (units, cents) => {
        const decimals = String(cents).padStart(2, '0');
        const plain = foldStatus(`${units}.${decimals}`);
        const indian = units.toLocaleString('en-IN');
        const hindi = String(units).replaceAll(/\d/gu, (digit) => DEVANAGARI[Number(digit)] ?? '');
        for (const written of [
          `₹ ${indian}.${decimals}`,
          `Rs. ${units}.${decimals}0`,
          `00${units}.${decimals} INR`,
          `${hindi}.${decimals}`,
        ])
          expect([written, foldStatus(written)]).toEqual([written, plain]);
      }),
    );
  });

  it.each([
    ['New', 'Interested'],
    ['', 'New'],
    ['12,000', '12,001'],
    ['-5', '5'],
    ['1.5', '15'],
    ['नया', 'पुराना'],
  ])('of %j and of %j are two', (left, right) => {
    expect(statusMark(left)).not.toBe(statusMark(right));
  });

  it.each([
    ['-', ''],
    [' — ', ''],
    ['Ｎｅｗ', 'new'],
    ['₹0', '-0.00'],
    ['Follow-up', 'follow up'],
    ['रु 500', '500'],
    ['12,000/-', '12000'],
  ])('of %j and of %j is one', (left, right) => {
    expect(statusMark(left)).toBe(statusMark(right));
  });

  it('is told by its mark: equal ones by equal ones, different ones by different ones, never by none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.string({ maxLength: 30 }), (left, right) => {
        expect(statusMark(left)).toBeGreaterThan(0);
        expect(statusMark(left) === statusMark(right)).toBe(foldStatus(left) === foldStatus(right));
      }),
    );
  });
});
