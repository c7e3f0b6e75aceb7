import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateSpend, shareOut, toPaise } from '../../../shared/people/spend.ts';
import { spendCapPassed, spendCapSentence } from '../../../shared/people/spend-caps.ts';

const PRICES = { pulse: 0.6, pulseSeconds: 60, smsPart: 0.25 };
const calls = (contacts: number) => ({ channel: 'voice', contacts, parts: null }) as const;
const messages = (parts: number | null) => ({ channel: 'sms', contacts: 1_000, parts }) as const;
const terms = (change: object = {}, pulsesPerContact: number | null = null) => ({
  prices: { ...PRICES, ...change },
  pulsesPerContact,
});

describe('estimateSpend', () => {
  it('takes few, half and all of the people, for a pulse, a greeting and minutes, where nothing is known of calls', () => {
    expect(estimateSpend(calls(1_000), terms())).toEqual({ low: 90, likely: 300, high: 1_800, basis: 'defaults' });
    expect(estimateSpend(calls(1_000), terms({ pulseSeconds: 15 }))).toEqual({
      low: 90,
      likely: 900,
      high: 7_200,
      basis: 'defaults',
    });
  });

  it('goes by what calls cost lately, whatever is usual elsewhere', () => {
    const of = (pulses: number) => estimateSpend(calls(1_000), terms({}, pulses));
    expect(of(1.2)).toEqual({ low: 90, likely: 720, high: 1_800, basis: 'history' });
    expect(of(0.05)).toEqual({ low: 30, likely: 30, high: 1_800, basis: 'history' });
    expect(of(9)).toEqual({ low: 90, likely: 5_400, high: 5_400, basis: 'history' });
  });

  it('counts the parts of messages, which are billed whoever reads them', () => {
    expect(estimateSpend(messages(1_250), terms())).toEqual({ low: 312.5, likely: 312.5, high: 312.5, basis: 'parts' });
  });

  it('says nothing where the price is not known', () => {
    expect(estimateSpend(calls(1_000), terms({ pulse: null }))).toBeNull();
    expect(estimateSpend(messages(1_250), terms({ smsPart: null }))).toBeNull();
    expect(estimateSpend(messages(null), terms())).toBeNull();
  });

  it('never calls the least more than the likely, nor that more than the most', () => {
    const price = fc.double({ min: 0, max: 100, noNaN: true });
    const history = fc.option(fc.double({ min: 0, max: 50, noNaN: true }));
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        price,
        fc.integer({ min: 1, max: 3_600 }),
        history,
        (contacts, pulse, s, pulses) => {
          const cost = estimateSpend(calls(contacts), terms({ pulse, pulseSeconds: s }, pulses));
          expect(cost).not.toBeNull();
          expect((cost?.low ?? 1) <= (cost?.likely ?? 0) && (cost?.likely ?? 1) <= (cost?.high ?? 0)).toBe(true);
        },
      ),
    );
  });
});

describe('shareOut', () => {
  it('gives every paisa away, and none twice', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.nat(1_000_000_000), weights, (paise, all) => {
        const shares = shareOut(paise, all);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(paise);
        expect(shares.every((share) => share >= 0)).toBe(true);
      }),
    );
  });
});

describe('spendCapPassed', () => {
  const none = { import: null, person: null, day: null };
  it.each([
    ['no cap', none, 800, { day: 1e6, person: 1e6 }, null],
    ['exactly the rest', { ...none, day: 1_000 }, 800, { day: 200, person: 0 }, null],
    ['a paisa more', { ...none, day: 1_000 }, 800.01, { day: 200, person: 0 }, { cap: 'day', over: 0.01 }],
    ['a tenth and two tenths', { ...none, day: 0.3 }, 0.2, { day: 0.1, person: 0 }, null],
    ['a cap of nothing', { ...none, import: 0 }, 0.01, { day: 0, person: 0 }, { cap: 'import', over: 0.01 }],
    ['one import', { ...none, import: 700 }, 800, { day: 900, person: 900 }, { cap: 'import', already: 0, over: 100 }],
    [
      'one person',
      { ...none, person: 900 },
      800,
      { day: 900, person: 200 },
      { cap: 'person', already: 200, over: 100 },
    ],
    ['the person before the team', { ...none, person: 0, day: 0 }, 1, { day: 0, person: 0 }, { cap: 'person' }],
    ['an unknown cost', { import: 0, person: 0, day: 0 }, null, { day: 9, person: 9 }, null],
  ])('judges %s', (_what, caps, likely, spent, passed) => {
    const found = spendCapPassed(caps, likely, spent);
    if (passed === null) expect(found).toBeNull();
    else expect(found).toMatchObject({ ...passed, likely });
  });

  it('is said in one sentence with every figure', () => {
    const sentence = spendCapSentence({ cap: 'day', limit: 1_000, already: 400, likely: 800, over: 200 });
    for (const figure of ['₹1000.00', '₹400.00', '₹800.00', '₹200.00']) expect(sentence).toContain(figure);
    expect(toPaise(0.1 + 0.2)).toBe(30);
  });
});
