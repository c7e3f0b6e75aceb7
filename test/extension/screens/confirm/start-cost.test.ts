import { describe, expect, it } from 'vitest';
import { costText, startCost } from '../../../../extension/screens/confirm/start-cost.ts';
import { formatRupees } from '../../../../extension/words/format-rupees.ts';

const PRICES = { pulse: 0.6, pulseSeconds: 60, smsPart: 0.25 };
const SPENT = { day: 900, person: 100, pulsesPerContact: null };
const NO_CAPS = { day: null, person: null, import: null };
const CALLS = { channel: 'voice', contacts: 1_000, parts: null } as const;
const rules = (change: object = {}) => ({
  approveAbove: null,
  prices: PRICES,
  spend: NO_CAPS,
  spent: SPENT,
  ...change,
});

describe('startCost', () => {
  it('is said with the least, the most and the likely; messages have one figure', () => {
    const { estimate, passed } = startCost(rules(), CALLS, false);
    expect([estimate && costText(estimate), passed]).toEqual(['₹90 to ₹1,800, likely ₹300', null]);
    const messages = startCost(rules(), { channel: 'sms', contacts: 1_000, parts: 1_250 }, false).estimate;
    expect(messages && costText(messages)).toBe('₹312.50');
  });

  it('says which cap of the team a start would pass; whoever asks others spends nothing of their own', () => {
    const team = rules({ spend: { ...NO_CAPS, person: 350 } });
    const passed = { cap: 'person', limit: 350, already: 100, likely: 300, over: 50 };
    expect(startCost(team, CALLS, false).passed).toEqual(passed);
    expect(startCost(team, CALLS, true).passed).toBeNull();
    expect(startCost(rules({ spend: { ...NO_CAPS, day: 1_000 } }), CALLS, true).passed).toMatchObject({ cap: 'day' });
  });

  it('is not said where no price is known, or by an earlier Worker', () => {
    const unknown = { estimate: null, passed: null };
    expect(startCost(null, CALLS, false)).toEqual(unknown);
    expect(startCost({ approveAbove: null }, CALLS, false)).toEqual(unknown);
    expect(startCost(rules({ prices: { ...PRICES, pulse: null } }), CALLS, false)).toEqual(unknown);
    expect(startCost({ approveAbove: null, prices: PRICES }, CALLS, false)).toMatchObject({
      estimate: { likely: 300 },
      passed: null,
    });
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
