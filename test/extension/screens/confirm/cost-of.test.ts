import { describe, expect, it } from 'vitest';
import { costOf } from '../../../../extension/screens/confirm/cost-of.ts';
import { formatRupees } from '../../../../extension/words/format-rupees.ts';

const PRICES = { pulse: 0.6, pulseSeconds: 30, smsPart: 0.25 };

describe('costOf', () => {
  it('is what the parts of messages come to, and a pulse of everybody for calls', () => {
    expect(costOf(PRICES, 1_000, 1_250)).toEqual({ of: 'messages', rupees: 312.5 });
    expect(costOf(PRICES, 1_000, null)).toEqual({ of: 'calls', rupees: 600, pulseSeconds: 30 });
  });

  it('is not said where the price is not known', () => {
    expect(costOf(undefined, 1_000, null)).toBeNull();
    expect(costOf({ ...PRICES, pulse: null }, 1_000, null)).toBeNull();
    expect(costOf({ ...PRICES, smsPart: null }, 1_000, 1_250)).toBeNull();
  });
});

describe('formatRupees', () => {
  it.each([
    [124_800, '₹1,24,800'],
    [312.5, '₹312.50'],
    [0, '₹0'],
    [0.004, '₹0'],
    [7_488.000000001, '₹7,488'],
  ])('says %d as %s', (amount, said) => {
    expect(formatRupees(amount)).toBe(said);
  });
});
