import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAUNCH_LEAD_SECONDS, MAX_NUMBERS_PER_CAMPAIGN, WINDOW_CLOSE_MARGIN_SECONDS } from '../../../shared/limits.ts';
import { planCampaigns } from '../../../shared/plan/plan-campaigns.ts';
import type { Plan, PlanInput } from '../../../shared/plan/plan-campaigns.ts';
import { makePlanInput } from './make-plan-input.ts';
import { ZONES, clockChanges, wallMinute } from './zones.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';

/** In UTC the time of day is plain arithmetic. */
const IN_UTC = { timeZone: 'UTC' };

const DAY_MS = 86_400_000;
const CLOSE_MARGIN_MINUTES = WINDOW_CLOSE_MARGIN_SECONDS / 60;

const changes = ZONES.flatMap((zone) => clockChanges(zone, 2026, 2028).map((at) => ({ zone, at })));

/** Half of all plans begin within three days before a change of the clocks. */
const beginnings = fc.oneof(
  fc.record({ zone: fc.constantFrom(...ZONES), at: fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) }) }),
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: 0, max: 3 * DAY_MS }))
    .map(([change, before]) => ({ zone: change.zone, at: change.at - before })),
);

const windows = fc
  .tuple(fc.integer({ min: 0, max: 1430 }), fc.integer({ min: 5, max: 1440 }))
  .map(([openMinute, minutes]) => ({ openMinute, closeMinute: Math.min(1440, openMinute + minutes) }));

const inputs: fc.Arbitrary<PlanInput> = fc
  .record({
    beginning: beginnings,
    window: windows,
    contacts: fc.integer({ min: 1, max: 30_000 }),
    retries: fc.record({
      count: fc.integer({ min: 0, max: 3 }),
      intervalMinutes: fc.integer({ min: 0, max: 60 }),
      mechanism: fc.constantFrom('Linear' as const, 'Exponential' as const),
    }),
    throttle: fc.option(fc.integer({ min: 1, max: 300 })),
    callsPerMinute: fc.integer({ min: 1, max: 300 }),
  })
  .map(({ beginning, ...rules }) => makePlanInput({ ...rules, timeZone: beginning.zone, now: beginning.at }));

const RUNS = drawnOf(100, 900);

/** Checks a claim on every plan; an input without a plan must give a fault. */
function everyPlan(claim: (plan: Plan, input: PlanInput) => void, fixed: Partial<PlanInput> = {}): void {
  let planned = 0;
  fc.assert(
    fc.property(inputs, (made) => {
      const input = { ...made, ...fixed };
      const plan = planCampaigns(input);
      if (plan.ok) {
        planned += 1;
        claim(plan.value, input);
      } else expect(['window_too_short', 'too_many_campaigns']).toContain(plan.error.code);
    }),
    { numRuns: RUNS },
  );
  expect(planned).toBeGreaterThan(RUNS / 2);
}

function paceOf(input: PlanInput): number {
  return Math.min(input.throttle ?? input.callsPerMinute, input.callsPerMinute);
}

describe('every plan', () => {
  it('holds each contact in exactly one campaign, in order, and no campaign too many', () => {
    everyPlan((plan, input) => {
      let next = 0;
      for (const [index, campaign] of plan.campaigns.entries()) {
        expect([campaign.seq, campaign.firstContact]).toEqual([index + 1, next]);
        expect(campaign.contacts).toBeGreaterThanOrEqual(1);
        expect(campaign.contacts).toBeLessThanOrEqual(MAX_NUMBERS_PER_CAMPAIGN);
        next += campaign.contacts;
      }
      expect(next).toBe(input.contacts);
    });
  });

  it('lets no campaign run at an instant outside the window', () => {
    everyPlan((plan, input) => {
      for (const { sendAt, endAt } of plan.campaigns.slice(0, 8)) {
        const step = Math.max(60_000, (endAt - sendAt) / 40);
        for (let at = sendAt; at < endAt; at += step) {
          const minute = wallMinute(at, input.timeZone);
          expect(minute).toBeGreaterThanOrEqual(input.window.openMinute);
          expect(minute).toBeLessThan(input.window.closeMinute);
        }
        expect(wallMinute(endAt - 1000, input.timeZone)).toBeLessThan(input.window.closeMinute);
        expect(wallMinute(endAt - 1000, input.timeZone)).toBeGreaterThanOrEqual(input.window.openMinute);
      }
    });
  });

  it('finishes each campaign before its end and before the next begins, in whole seconds', () => {
    everyPlan((plan, input) => {
      let free = input.now + LAUNCH_LEAD_SECONDS * 1000;
      for (const { sendAt, doneAt, endAt } of plan.campaigns) {
        expect(sendAt).toBeGreaterThanOrEqual(free);
        expect(doneAt).toBeGreaterThan(sendAt);
        expect(doneAt).toBeLessThanOrEqual(endAt);
        expect([sendAt % 1000, endAt % 1000, doneAt % 1000]).toEqual([0, 0, 0]);
        free = doneAt;
      }
      expect([plan.startsAt, plan.endsAt]).toEqual([plan.campaigns[0]?.sendAt, free]);
    });
  });

  it('never needs more calls a minute than the pace, with every retry used', () => {
    everyPlan((plan, input) => {
      const { count, intervalMinutes, mechanism } = input.retries;
      const waits = Array.from({ length: count }, (_, retry) => (mechanism === 'Linear' ? 1 : 2 ** retry));
      const waiting = waits.reduce((sum, wait) => sum + wait * intervalMinutes, 0);
      for (const { contacts, sendAt, doneAt } of plan.campaigns) {
        const dialling = (doneAt - sendAt) / 60_000 - waiting;
        expect(dialling * paceOf(input)).toBeGreaterThanOrEqual(contacts * (1 + count) - 1e-6);
      }
    });
  });

  it('is split alike whenever it is made', () => {
    everyPlan((plan, input) => {
      const later = planCampaigns({ ...input, now: input.now + 37 * 3_600_000 + 12_345 });
      const split = later.ok ? later.value.campaigns.map((campaign) => campaign.contacts) : later.error.code;
      expect(split).toEqual(plan.campaigns.map((campaign) => campaign.contacts));
    });
  });

  it('idles only until the opening, and goes to the next day only for what does not fit this one', () => {
    everyPlan((plan, input) => {
      const minute = (at: number): number => (at % DAY_MS) / 60_000;
      let free = Math.ceil((input.now + LAUNCH_LEAD_SECONDS * 1000) / 1000) * 1000;
      for (const { sendAt, doneAt } of plan.campaigns) {
        const today = Math.max(minute(free), input.window.openMinute);
        const fitsToday = today + (doneAt - sendAt) / 60_000 <= input.window.closeMinute - CLOSE_MARGIN_MINUTES;
        const midnight = Math.floor(free / DAY_MS) * DAY_MS;
        const tomorrow = midnight + DAY_MS + input.window.openMinute * 60_000;
        expect(sendAt).toBe(fitsToday ? midnight + Math.round(today * 60_000) : tomorrow);
        free = doneAt;
      }
    }, IN_UTC);
  });
});
