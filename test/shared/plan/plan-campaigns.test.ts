import { describe, expect, it } from 'vitest';
import { planCampaigns } from '../../../shared/plan/plan-campaigns.ts';
import type { Plan, PlanInput } from '../../../shared/plan/plan-campaigns.ts';
import { planSentence } from '../../../shared/plan/plan-faults.ts';
import type { PlanFault } from '../../../shared/plan/plan-faults.ts';
import { formatRfc3339 } from '../../../shared/plan/zoned-time.ts';
import { makePlanInput } from './make-plan-input.ts';

const MORNING = '2026-11-22T08:00:00+05:30';

function planAt(now: string, contacts: number, overrides: Partial<PlanInput> = {}): ReturnType<typeof planCampaigns> {
  return planCampaigns(makePlanInput({ ...overrides, contacts, now: Date.parse(now) }));
}

function madeAt(now: string, contacts: number, overrides: Partial<PlanInput> = {}): Plan {
  const plan = planAt(now, contacts, overrides);
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value;
}

/** `contacts@send_at` of each campaign, in local time. */
function timetable(plan: Plan, timeZone = 'Asia/Kolkata'): string[] {
  return plan.campaigns.map(({ contacts, sendAt }) => `${contacts}@${formatRfc3339(sendAt, timeZone).slice(5, 19)}`);
}

describe('planCampaigns', () => {
  it('plans one contact whole', () => {
    const opens = Date.parse('2026-11-22T09:00:00+05:30');
    expect(planAt(MORNING, 1)).toEqual({
      ok: true,
      value: {
        delivery: 'inline',
        reason: 'few_contacts',
        campaigns: [
          {
            seq: 1,
            contacts: 1,
            firstContact: 0,
            lists: [],
            sendAt: opens,
            endAt: Date.parse('2026-11-22T20:59:00+05:30'),
            doneAt: opens + 1000,
            pace: 60,
          },
        ],
        startsAt: opens,
        endsAt: opens + 1000,
        days: 1,
        worstCaseAttempts: 1,
      },
    });
  });

  it('splits 12,480 contacts into three, one after another', () => {
    const plan = madeAt(MORNING, 12_480);
    expect(timetable(plan)).toEqual(['5000@11-22T09:00:00', '5000@11-22T10:23:20', '2480@11-22T11:46:40']);
    expect(plan.campaigns.map((campaign) => campaign.firstContact)).toEqual([0, 5000, 10_000]);
    expect(formatRfc3339(plan.endsAt, 'Asia/Kolkata')).toBe('2026-11-22T12:28:00+05:30');
  });

  it.each([
    [4999, 1],
    [5000, 1],
    [5001, 2],
  ])('makes of %i contacts %i campaigns', (contacts, campaigns) => {
    expect(madeAt(MORNING, contacts).campaigns).toHaveLength(campaigns);
  });

  it('calls a million inline, where that is wished, in 200 campaigns, eight a day, over 25 days', () => {
    const plan = madeAt(MORNING, 1_000_000, { wish: 'inline' });
    expect([plan.campaigns.length, plan.days, plan.worstCaseAttempts]).toEqual([200, 25, 1_000_000]);
    expect(timetable(plan).slice(6, 10)).toEqual([
      '5000@11-22T17:20:00',
      '5000@11-22T18:43:20',
      '5000@11-23T09:00:00',
      '5000@11-23T10:23:20',
    ]);
    expect(formatRfc3339(plan.endsAt, 'Asia/Kolkata')).toBe('2026-12-16T20:06:40+05:30');
  });

  it('begun at 20:55 calls the next morning what no longer fits', () => {
    expect(timetable(madeAt('2026-11-22T20:55:00+05:30', 5060))).toEqual(['5000@11-23T09:00:00', '60@11-23T10:23:20']);
    expect(timetable(madeAt('2026-11-22T20:55:00+05:30', 60))).toEqual(['60@11-22T20:58:00']);
  });

  it('counts every retry and its wait into the time, not into the split', () => {
    const retries = { count: 3, intervalMinutes: 10, mechanism: 'Exponential' } as const;
    const plan = madeAt(MORNING, 10_000, { retries });
    expect(timetable(plan)).toEqual(['5000@11-22T09:00:00', '5000@11-23T09:00:00']);
    expect(plan.worstCaseAttempts).toBe(40_000);
  });

  it('makes campaigns smaller where a window holds fewer than Exotel does', () => {
    const window = { openMinute: 540, closeMinute: 570 };
    expect(timetable(madeAt(MORNING, 4000, { window }))).toEqual([
      '1740@11-22T09:00:00',
      '1740@11-23T09:00:00',
      '520@11-24T09:00:00',
    ]);
    expect(timetable(madeAt(MORNING, 1000, { window, throttle: 20 }))).toEqual([
      '580@11-22T09:00:00',
      '420@11-23T09:00:00',
    ]);
  });

  it('keeps to local hours over both changes of the clocks', () => {
    const timeZone = 'America/New_York';
    const spring = madeAt('2026-03-07T08:00:00-05:00', 80_000, { timeZone });
    expect(timetable(spring, timeZone).slice(8, 9)).toEqual(['5000@03-08T09:00:00']);
    expect(spring.campaigns[8]?.sendAt).toBe(Date.parse('2026-03-08T09:00:00-04:00'));
    const autumn = madeAt('2026-10-31T08:00:00-04:00', 80_000, { timeZone });
    expect(autumn.campaigns[8]?.sendAt).toBe(Date.parse('2026-11-01T09:00:00-05:00'));
  });

  it('calls round the clock where that is the window', () => {
    const plan = madeAt(MORNING, 20_000, { window: { openMinute: 0, closeMinute: 1440 }, callsPerMinute: 10 });
    expect(timetable(plan)).toEqual([
      '5000@11-22T08:03:00',
      '5000@11-23T00:00:00',
      '5000@11-23T08:20:00',
      '5000@11-24T00:00:00',
    ]);
    expect(plan.days).toBe(3);
  });

  it('allows 1,000 campaigns and not 1,001', () => {
    const slow = { throttle: 1, window: { openMinute: 540, closeMinute: 542 } };
    expect(madeAt(MORNING, 1000, slow).days).toBe(1000);
    expect(planAt(MORNING, 1001, slow)).toEqual({
      ok: false,
      error: { code: 'too_many_campaigns', campaigns: 1001, maxCampaigns: 1000 },
    });
  });

  const FAULTS: [number, Partial<PlanInput>, PlanFault][] = [
    [0, {}, { code: 'no_contacts' }],
    [1.5, {}, { code: 'no_contacts' }],
    [10, { callsPerMinute: 0 }, { code: 'pace_invalid' }],
    [10, { timeZone: 'Asia/Kolkatta' }, { code: 'time_zone_unknown' }],
    [
      10,
      { retries: { count: 3, intervalMinutes: 240, mechanism: 'Linear' } },
      { code: 'window_too_short', windowMinutes: 720, retryWaitMinutes: 720, minSpanMinutes: 0 },
    ],
    [1e15, {}, { code: 'too_many_campaigns', campaigns: 2.5e10, maxCampaigns: 1000 }],
  ];

  it.each(FAULTS)('of %d contacts with %j says %j', (contacts, overrides, error) => {
    expect(planAt(MORNING, contacts, overrides)).toEqual({ ok: false, error });
    expect(planSentence(error)).toMatch(/^[A-Z].+\. [A-Z].+\.$/u);
  });
});
