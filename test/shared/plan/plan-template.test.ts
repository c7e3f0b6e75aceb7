import { describe, expect, it } from 'vitest';
import { callsDuplicates, planTemplate, templateRules } from '../../../shared/plan/plan-template.ts';
import type { AccountRules, PlanFacts } from '../../../shared/plan/plan-template.ts';
import type { TemplateInput } from '../../../shared/template/template-schema.ts';
import { formatRfc3339 } from '../../../shared/plan/zoned-time.ts';
import { makeSmsTemplate, makeTemplate } from '../template/make-template.ts';

const account: AccountRules = {
  window: { openMinute: 9 * 60, closeMinute: 21 * 60 },
  timeZone: 'Asia/Kolkata',
  callsPerMinute: 60,
};

const sms = makeSmsTemplate();
const personal = makeTemplate({ flow: { kind: 'greeting', text: 'Hi @@Name' } });

function planAt(now: string, template: TemplateInput, facts: Partial<PlanFacts> = {}, rules = account) {
  return planTemplate(template, rules, {
    contacts: 600,
    longestRowBytes: 60,
    wish: 'auto',
    now: Date.parse(now),
    ...facts,
  });
}

/** `delivery: send_at end_at` of the first campaign, in local time; or the fault. */
function firstSlot(...given: Parameters<typeof planAt>): string {
  const plan = planAt(...given);
  if (!plan.ok) return plan.error.code;
  const [first] = plan.value.campaigns;
  if (first === undefined) return 'none';
  const [sendAt, endAt] = [first.sendAt, first.endAt].map((at) => formatRfc3339(at, 'Asia/Kolkata').slice(5, 19));
  return `${plan.value.delivery}: ${sendAt} ${endAt}`;
}

describe('planTemplate', () => {
  it('starts calls after 3 minutes, and messages after 16', () => {
    const now = '2026-11-22T10:00:00+05:30';
    expect(firstSlot(now, makeTemplate())).toBe('inline: 11-22T10:03:00 11-22T20:59:00');
    expect(firstSlot(now, sms)).toBe('static: 11-22T10:16:00 11-22T20:59:00');
    expect(firstSlot(now, makeSmsTemplate({ text: 'Hi @@Name' }))).toBe('dynamic: 11-22T10:16:00 11-22T20:59:00');
    expect(firstSlot(now, personal)).toBe('dynamic: 11-22T10:03:00 11-22T20:59:00');
  });

  it('leaves messages the two hours that Exotel asks for, and else waits for the next day', () => {
    expect(firstSlot('2026-11-22T18:43:00+05:30', sms)).toBe('static: 11-22T18:59:00 11-22T20:59:00');
    expect(firstSlot('2026-11-22T18:43:01+05:30', sms)).toBe('static: 11-23T09:00:00 11-23T20:59:00');
    expect(firstSlot('2026-11-22T20:00:00+05:30', makeTemplate())).toBe('inline: 11-22T20:03:00 11-22T20:59:00');
  });

  it('sends no messages in a window shorter than that', () => {
    const hours = (to: string) => makeSmsTemplate({ window: { from: '10:00', to } });
    expect(firstSlot('2026-11-22T08:00:00+05:30', hours('12:01'))).toBe('static: 11-22T10:00:00 11-22T12:00:00');
    expect(planAt('2026-11-22T08:00:00+05:30', hours('12:00'))).toEqual({
      ok: false,
      error: { code: 'window_too_short', windowMinutes: 120, retryWaitMinutes: 0, minSpanMinutes: 120 },
    });
  });

  it('goes by the pace of messages for messages, which is 300 a minute unless the account says otherwise', () => {
    const rulesOf = (rules: AccountRules) => templateRules(sms, rules);
    expect(rulesOf(account)).toMatchObject({ ok: true, value: { callsPerMinute: 300, throttle: null } });
    expect(rulesOf({ ...account, messagesPerMinute: 900 })).toMatchObject({ ok: true, value: { callsPerMinute: 900 } });
    const plan = planAt('2026-11-22T08:00:00+05:30', sms, { contacts: 60_000 });
    expect(plan.ok && (plan.value.endsAt - plan.value.startsAt) / 60_000).toBe(200);
  });

  it('counts an attempt a message, and every retry of a call', () => {
    const retries = { count: 2, intervalMinutes: 1, mechanism: 'Linear', on: ['busy'] } as const;
    const attempts = [sms, makeTemplate({ retries: { ...retries, on: ['busy'] } })].map((template) => {
      const plan = planAt('2026-11-22T08:00:00+05:30', template);
      return plan.ok ? plan.value.worstCaseAttempts : plan.error.code;
    });
    expect(attempts).toEqual([600, 1800]);
  });

  it('refuses hours outside the account, whatever the channel', () => {
    for (const make of [makeTemplate, makeSmsTemplate]) {
      const night = make({ window: { from: '22:00', to: '23:00' } });
      expect(planAt('2026-11-22T08:00:00+05:30', night)).toEqual({
        ok: false,
        error: { code: 'window_outside_account' },
      });
    }
  });
});

describe('callsDuplicates', () => {
  it('is true of calls that say so, and never of messages', () => {
    const templates = [makeTemplate(), makeTemplate({ callDuplicates: true }), sms];
    expect(templates.map(callsDuplicates)).toEqual([false, true, false]);
  });
});
