import { describe, expect, it } from 'vitest';
import { planCalls } from '../../../../extension/screens/confirm/plan-calls.ts';
import type { PlanFacts } from '../../../../shared/plan/plan-template.ts';
import { smsTemplate, template } from '../../support/wire.ts';

const ACCOUNT = {
  window: { from: '09:00', to: '21:00' },
  timeZone: 'Asia/Kolkata',
  callsPerMinute: 60,
  messagesPerMinute: 300,
};
const NOON = Date.parse('2026-11-22T12:00:00+05:30');

const facts = (contacts: number): PlanFacts => ({ contacts, longestRowBytes: 15, wish: 'auto', now: NOON });

describe('planCalls', () => {
  it('plans what the button says: 12,480 calls in 3 campaigns', () => {
    const plan = planCalls(template(), ACCOUNT, facts(12_480));

    expect(plan.ok && plan.value.campaigns.map(({ contacts }) => contacts)).toEqual([5_000, 5_000, 2_480]);
  });

  it('keeps the hours of the template', () => {
    const plan = planCalls(template({ window: { from: '14:00', to: '15:00' } }), ACCOUNT, facts(10));

    expect(plan.ok && new Date(plan.value.startsAt).toISOString()).toBe('2026-11-22T08:30:00.000Z');
  });

  it('plans messages at the pace of messages, in lists', () => {
    const plan = planCalls(smsTemplate(), ACCOUNT, facts(12_480));

    expect(plan.ok && [plan.value.delivery, plan.value.campaigns.length]).toEqual(['static', 1]);
    expect(plan.ok && plan.value.endsAt - plan.value.startsAt).toBe((12_480 / 300) * 60_000);
  });

  it('lays calls around those of other imports, and messages around none of them', () => {
    const from = new Date(NOON).toISOString();
    const until = '2026-11-22T10:30:00.000Z';
    const promised = [{ channel: 'voice' as const, from, until, perMinute: 60 }];
    const calls = planCalls(template(), { ...ACCOUNT, promised }, facts(10));
    const messages = planCalls(smsTemplate(), { ...ACCOUNT, promised }, facts(10));

    expect(calls.ok && new Date(calls.value.startsAt).toISOString()).toBe(until);
    expect(messages.ok && messages.value.startsAt).toBeLessThan(Date.parse(until));
  });

  it.each([
    [0, template(), 'no_contacts'],
    [10, template({ window: { from: '22:00', to: '23:00' } }), 'hours_outside_account'],
    [10, template({ window: { from: '09:00', to: '09:01' } }), 'unplannable'],
  ])('says why nothing can be planned for %i contacts', (contacts, used, code) => {
    const plan = planCalls(used, ACCOUNT, facts(contacts));

    expect(plan.ok ? null : plan.error.code).toBe(code);
  });
});
