import { describe, expect, it } from 'vitest';
import { planCalls } from '../../../extension/state/plan-calls.ts';
import { template } from '../support/wire.ts';

const ACCOUNT = { window: { from: '09:00', to: '21:00' }, timeZone: 'Asia/Kolkata', callsPerMinute: 60 };
const NOON = Date.parse('2026-11-22T12:00:00+05:30');

describe('planCalls', () => {
  it('plans what the button says: 12,480 calls in 3 campaigns', () => {
    const plan = planCalls(12_480, template(), ACCOUNT, NOON);

    expect(plan.ok && plan.value.campaigns.map(({ contacts }) => contacts)).toEqual([5_000, 5_000, 2_480]);
  });

  it('keeps the hours of the template', () => {
    const plan = planCalls(10, template({ window: { from: '14:00', to: '15:00' } }), ACCOUNT, NOON);

    expect(plan.ok && new Date(plan.value.startsAt).toISOString()).toBe('2026-11-22T08:30:00.000Z');
  });

  it.each([
    [0, template(), 'no_contacts'],
    [10, template({ window: { from: '22:00', to: '23:00' } }), 'hours_outside_account'],
    [10, template({ window: { from: '09:00', to: '09:01' } }), 'unplannable'],
  ])('says why nothing can be planned for %i contacts', (contacts, used, code) => {
    const plan = planCalls(contacts, used, ACCOUNT, NOON);

    expect(plan.ok ? null : plan.error.code).toBe(code);
  });
});
