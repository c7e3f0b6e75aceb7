import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONTACTS_PER_SHARED_LIST,
  MAX_CONTACTS_PER_CAMPAIGN,
  MAX_LIST_FILE_BYTES,
  MAX_LISTS_PER_CAMPAIGN,
  MAX_NUMBERS_PER_CAMPAIGN,
} from '../../../shared/limits.ts';
import { chooseDelivery, deliverySentence } from '../../../shared/plan/choose-delivery.ts';
import type { DeliveryFacts, DeliveryReason, Split } from '../../../shared/plan/choose-delivery.ts';

function choose(overrides: Partial<DeliveryFacts>): ReturnType<typeof chooseDelivery> {
  return chooseDelivery({
    contacts: 12_480,
    perWindow: 43_140,
    channel: 'voice',
    personal: false,
    callDuplicates: false,
    longestRowBytes: 60,
    wish: 'auto',
    ...overrides,
  });
}

/** `delivery reason: contacts per campaign / per list`, or the fault. */
function chosen(overrides: Partial<DeliveryFacts>): string {
  const split = choose(overrides);
  if (!split.ok) return split.error.code;
  const { delivery, reason, perCampaign, perList } = split.value;
  return `${delivery} ${reason}: ${perCampaign} / ${perList ?? '-'}`;
}

describe('chooseDelivery', () => {
  it.each<[string, Partial<DeliveryFacts>, string]>([
    ['few contacts', {}, 'inline few_contacts: 5000 / -'],
    ['500,000', { contacts: 500_000 }, 'inline few_contacts: 5000 / -'],
    ['500,001', { contacts: 500_001 }, 'static many_contacts: 40000 / 20000'],
    ['many that are wished inline', { contacts: 900_000, wish: 'inline' }, 'inline wished: 5000 / -'],
    ['few that are wished in lists', { wish: 'lists' }, 'static wished: 40000 / 20000'],
    ['many of whom some are called twice', { contacts: 900_000, callDuplicates: true }, 'inline duplicates: 5000 / -'],
    [
      'many in a window as small as a campaign',
      { contacts: 900_000, perWindow: 5000 },
      'inline few_contacts: 5000 / -',
    ],
    ['a window smaller than a list', { wish: 'lists', perWindow: 7140 }, 'static wished: 7140 / 7140'],
    ['a window of lists and a half', { wish: 'lists', perWindow: 59_999 }, 'static wished: 40000 / 20000'],
    ['a window of any size', { wish: 'lists', perWindow: 1_000_000 }, 'static wished: 60000 / 20000'],
    ['messages', { channel: 'sms', perWindow: 215_700 }, 'static messages: 60000 / 20000'],
    ['a personal text', { personal: true }, 'dynamic personal_text: 43140 / 43140'],
    ['a personal message', { personal: true, channel: 'sms' }, 'dynamic personal_text: 43140 / 43140'],
    ['a personal text all day', { personal: true, perWindow: 215_700 }, 'dynamic personal_text: 60000 / 60000'],
    ['long values', { personal: true, longestRowBytes: 3_100 }, 'dynamic personal_text: 5412 / 5412'],
    ['values longer than a list', { personal: true, longestRowBytes: 1e9 }, 'dynamic personal_text: 1 / 1'],
    ['personal and lists', { personal: true, wish: 'lists' }, 'dynamic personal_text: 43140 / 43140'],
    ['personal and inline', { personal: true, wish: 'inline' }, 'inline_impossible'],
    ['messages and inline', { channel: 'sms', wish: 'inline' }, 'inline_impossible'],
    ['lists of people called twice', { callDuplicates: true, wish: 'lists' }, 'lists_impossible'],
  ])('for %s', (_what, overrides, expected) => {
    expect(chosen(overrides)).toBe(expected);
  });

  it('tells why inline is impossible', () => {
    const reasons = [{ personal: true }, { channel: 'sms' } as const].map((facts) =>
      choose({ ...facts, wish: 'inline' }),
    );
    expect(reasons).toEqual(
      ['personal_text', 'messages'].map((reason) => ({ ok: false, error: { code: 'inline_impossible', reason } })),
    );
  });

  it('never goes beyond what Exotel, the window and a list file hold', () => {
    const facts = fc.record({
      contacts: fc.integer({ min: 1, max: 1_000_000 }),
      perWindow: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 1_000_000 })),
      channel: fc.constantFrom('voice', 'sms'),
      personal: fc.boolean(),
      callDuplicates: fc.boolean(),
      longestRowBytes: fc.integer({ min: 0, max: 10_000 }),
      wish: fc.constantFrom('auto', 'inline', 'lists'),
    });
    fc.assert(
      fc.property(facts, (given) => {
        const split = chooseDelivery(given);
        if (split.ok) expectWithin(given, split.value);
      }),
      { numRuns: 500 },
    );
  });
});

function expectWithin(facts: DeliveryFacts, { delivery, perCampaign, perList }: Split): void {
  expect(Number.isInteger(perCampaign) && perCampaign >= 1 && perCampaign <= facts.perWindow).toBe(true);
  if (delivery === 'inline') {
    expect([perList, perCampaign <= MAX_NUMBERS_PER_CAMPAIGN, facts.personal, facts.channel]).toEqual([
      null,
      true,
      false,
      'voice',
    ]);
    return;
  }
  const lists = perCampaign / (perList ?? 0);
  expect(perCampaign).toBeLessThanOrEqual(MAX_CONTACTS_PER_CAMPAIGN);
  expect(Number.isInteger(lists)).toBe(true);
  expect(lists).toBeLessThanOrEqual(delivery === 'dynamic' ? 1 : MAX_LISTS_PER_CAMPAIGN);
  if (delivery === 'static') expect(perList).toBe(Math.min(CONTACTS_PER_SHARED_LIST, facts.perWindow));
  else expect((perList ?? 0) * facts.longestRowBytes <= MAX_LIST_FILE_BYTES || perList === 1).toBe(true);
  expect(delivery === 'dynamic').toBe(facts.personal);
}

describe('deliverySentence', () => {
  const reasons: DeliveryReason[] = [
    'few_contacts',
    'many_contacts',
    'personal_text',
    'messages',
    'duplicates',
    'wished',
  ];

  it.each(reasons)('says in a sentence why it is %s', (reason) => {
    for (const lists of [1, 30]) {
      expect(deliverySentence(reason, { campaigns: 15, lists })).toMatch(/^[A-Z].+[a-z)]\.$/u);
    }
  });

  it('counts the lists', () => {
    expect(deliverySentence('messages', { campaigns: 1, lists: 1 })).toContain('1 is made');
    expect(deliverySentence('messages', { campaigns: 10, lists: 30 })).toContain('30 are made');
    expect(deliverySentence('many_contacts', { campaigns: 15, lists: 30 })).toContain('30 lists');
  });
});
