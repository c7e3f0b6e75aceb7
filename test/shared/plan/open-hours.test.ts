import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liesWithin, opensAt, resumableAt } from '../../../shared/plan/open-hours.ts';
import { nextSlot } from '../../../shared/plan/next-slot.ts';
import { makeRules } from './make-rules.ts';
import { wallMinute, ZONES } from './zones.ts';

const INDIA = { window: { openMinute: 540, closeMinute: 1_260 }, timeZone: 'Asia/Kolkata' };
const at = (time: string): number => Date.parse(`2026-11-30T${time}+05:30`);

const hours = fc.record({
  window: fc
    .tuple(fc.integer({ min: 0, max: 1_380 }), fc.integer({ min: 30, max: 1_440 }))
    .map(([openMinute, length]) => ({ openMinute, closeMinute: Math.min(1_440, openMinute + length) })),
  timeZone: fc.constantFrom(...ZONES),
});
const moments = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2028, 0) });

describe('calling hours', () => {
  it('open at the moment itself inside them, else at the next opening', () => {
    expect(['09:00', '14:30', '20:50'].map((time) => opensAt(INDIA, at(time)))).toEqual(
      ['09:00', '14:30', '20:50'].map(at),
    );
    expect(opensAt(INDIA, at('06:36'))).toBe(at('09:00'));
    expect(opensAt(INDIA, at('21:00'))).toBe(at('09:00') + 86_400_000);
    expect(opensAt({ ...INDIA, window: { openMinute: 0, closeMinute: 0 } }, at('12:00'))).toBe(
      Number.POSITIVE_INFINITY,
    );
  });

  it('never open outside themselves, in any zone', () => {
    fc.assert(
      fc.property(hours, moments, (each, moment) => {
        const opens = opensAt(each, moment);
        expect(opens).toBeGreaterThanOrEqual(moment);
        const minute = wallMinute(opens, each.timeZone);
        expect(minute).toBeLessThan(each.window.closeMinute);
        // The opening may fall into the part of the day that a change of the clocks skips.
        if (opens === moment) expect(minute).toBeGreaterThanOrEqual(each.window.openMinute);
        expect(opensAt(each, opens)).toBe(opens);
      }),
    );
  });

  it('hold every slot that a plan gives, and none after they were narrowed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), moments, (timeZone, now) => {
        const rules = makeRules({ timeZone });
        const slot = nextSlot(rules, { contacts: 600, now });
        if (!slot.ok) throw new Error(slot.error.code);
        expect(liesWithin(rules, slot.value)).toBe(true);
        expect(opensAt(rules, slot.value.sendAt)).toBe(slot.value.sendAt);
        expect(liesWithin({ timeZone, window: { openMinute: 540, closeMinute: 1_200 } }, slot.value)).toBe(false);
      }),
    );
  });

  it('let a campaign be resumed when it rings inside them: now, or at a start to come', () => {
    expect(resumableAt(INDIA, at('08:00'), at('06:36'))).toBe(at('09:00'));
    expect(resumableAt(INDIA, at('10:00'), at('06:36'))).toBe(at('06:36'));
    expect(resumableAt(INDIA, at('05:00'), at('06:36'))).toBe(at('09:00'));
    expect(resumableAt(INDIA, null, at('06:36'))).toBe(at('09:00'));
    expect(resumableAt(INDIA, at('05:00'), at('12:00'))).toBe(at('12:00'));
  });
});
