import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTACTS_PER_SHARED_LIST, MAX_LISTS_PER_CAMPAIGN } from '../../../shared/limits.ts';
import { planCampaigns } from '../../../shared/plan/plan-campaigns.ts';
import type { ContactRange, Plan, PlanInput } from '../../../shared/plan/plan-campaigns.ts';
import { makePlanInput } from './make-plan-input.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';

const MORNING = Date.parse('2026-11-22T08:00:00+05:30');

function madeOf(contacts: number, overrides: Partial<PlanInput> = {}): Plan {
  const plan = planCampaigns(makePlanInput({ ...overrides, contacts, now: MORNING }));
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value;
}

function listsOf(plan: Plan): readonly ContactRange[] {
  return plan.campaigns.flatMap(({ lists }) => lists);
}

describe('a plan with lists', () => {
  it('calls 600,000 from 30 lists of 20,000, two in each of 15 campaigns, one a day', () => {
    const plan = madeOf(600_000);
    expect([plan.delivery, plan.reason, plan.days]).toEqual(['static', 'many_contacts', 15]);
    expect(plan.campaigns.map(({ contacts, lists }) => [contacts, lists.length])).toEqual(
      Array.from({ length: 15 }, () => [40_000, 2]),
    );
    expect(listsOf(plan)).toEqual(
      Array.from({ length: 30 }, (_, at) => ({ firstContact: at * 20_000, contacts: 20_000 })),
    );
  });

  it('calls 700,000 with a text of their own from 17 lists, as long as a day each', () => {
    const plan = madeOf(700_000, { personal: true, longestRowBytes: 120 });
    expect([plan.delivery, plan.reason]).toEqual(['dynamic', 'personal_text']);
    expect(plan.campaigns.map(({ contacts }) => contacts)).toEqual([...Array<number>(16).fill(43_140), 9_760]);
    expect(listsOf(plan)).toEqual(plan.campaigns.map(({ firstContact, contacts }) => ({ firstContact, contacts })));
  });

  it('leaves what is over to the last list', () => {
    expect(madeOf(45_001, { wish: 'lists' }).campaigns.map(({ lists }) => lists)).toEqual([
      [
        { firstContact: 0, contacts: 20_000 },
        { firstContact: 20_000, contacts: 20_000 },
      ],
      [{ firstContact: 40_000, contacts: 5_001 }],
    ]);
  });

  it('cuts a file into the same lists for another pace and other hours', () => {
    const grid = listsOf(madeOf(150_000, { wish: 'lists' }));
    expect(listsOf(madeOf(150_000, { wish: 'lists', callsPerMinute: 300 }))).toEqual(grid);
    expect(listsOf(madeOf(150_000, { channel: 'sms', callsPerMinute: 300, minSpanSeconds: 7200 }))).toEqual(grid);
    expect(grid.every(({ firstContact }) => firstContact % CONTACTS_PER_SHARED_LIST === 0)).toBe(true);
  });

  it('has each contact in exactly one list of one campaign, in order', () => {
    const inputs = fc.record({
      contacts: fc.integer({ min: 1, max: 1_000_000 }),
      callsPerMinute: fc.integer({ min: 20, max: 2_000 }),
      personal: fc.boolean(),
      longestRowBytes: fc.integer({ min: 16, max: 3_100 }),
      channel: fc.constantFrom('voice' as const, 'sms' as const),
    });
    fc.assert(
      fc.property(inputs, (given) => {
        const plan = planCampaigns(makePlanInput({ ...given, wish: 'lists', now: MORNING }));
        if (!plan.ok) throw new Error(plan.error.code);
        let next = 0;
        for (const { firstContact, contacts, lists } of plan.value.campaigns) {
          expect(firstContact).toBe(next);
          expect(lists.length).toBeGreaterThanOrEqual(1);
          expect(lists.length).toBeLessThanOrEqual(given.personal ? 1 : MAX_LISTS_PER_CAMPAIGN);
          for (const list of lists) {
            expect([list.firstContact, list.contacts >= 1]).toEqual([next, true]);
            next += list.contacts;
          }
          expect(next).toBe(firstContact + contacts);
        }
        expect(next).toBe(given.contacts);
      }),
      { numRuns: drawnOf(100, 900) },
    );
  });
});
