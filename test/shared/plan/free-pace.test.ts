import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSlot, type Slot } from '../../../shared/plan/next-slot.ts';
import type { PaceUse } from '../../../shared/plan/free-pace.ts';
import { makeRules } from './make-rules.ts';

const NOW = Date.parse('2026-11-30T10:00:00+05:30');
const MINUTE_MS = 60_000;

function toUse({ sendAt, doneAt, pace }: Slot): PaceUse {
  return { from: sendAt, until: doneAt, perMinute: pace };
}

function slotOf(rules: Partial<ReturnType<typeof makeRules>>, contacts: number, promised: readonly PaceUse[]): Slot {
  const slot = nextSlot(makeRules(rules), { contacts, now: NOW, promised });
  if (!slot.ok) throw new Error(slot.error.code);
  return slot.value;
}

describe('a slot beside what others were promised', () => {
  it('begins when the others are done, where they have the whole pace', () => {
    const first = slotOf({}, 3_600, []);
    const second = slotOf({}, 600, [toUse(first)]);
    expect([second.sendAt, second.pace]).toEqual([first.doneAt, 60]);
    expect(slotOf({}, 600, [toUse(first), toUse(second)]).sendAt).toBe(second.doneAt);
  });

  it('lies in a gap that is long enough, and in no other', () => {
    const gap = (minutes: number): PaceUse[] => [
      { from: NOW, until: NOW + 60 * MINUTE_MS, perMinute: 60 },
      { from: NOW + (60 + minutes) * MINUTE_MS, until: NOW + 300 * MINUTE_MS, perMinute: 60 },
    ];
    expect(slotOf({}, 600, gap(10)).sendAt).toBe(NOW + 60 * MINUTE_MS);
    expect(slotOf({}, 600, gap(9)).sendAt).toBe(NOW + 300 * MINUTE_MS);
  });

  it('takes what a slow import leaves, and is longer for it', () => {
    const slow = slotOf({ throttle: 10 }, 3_000, []);
    const beside = slotOf({}, 3_000, [toUse(slow)]);
    expect([beside.sendAt, beside.pace, beside.doneAt - beside.sendAt]).toEqual([slow.sendAt, 50, 60 * MINUTE_MS]);
  });

  it('of a throttle has all of it or waits: throttles never sum above the account’s pace', () => {
    const one = slotOf({ throttle: 40 }, 2_400, []);
    const two = slotOf({ throttle: 40 }, 2_400, [toUse(one)]);
    const small = slotOf({ throttle: 20 }, 2_400, [toUse(one)]);
    expect([two.sendAt, small.sendAt]).toEqual([one.doneAt, one.sendAt]);
  });

  it('is tomorrow’s where today is full, and on the first day that is not, however many are', () => {
    const days = Array.from({ length: 20 }, (_, day) => ({
      from: Date.parse('2026-11-30T09:00:00+05:30') + day * 1_440 * MINUTE_MS,
      until: Date.parse('2026-11-30T21:00:00+05:30') + day * 1_440 * MINUTE_MS,
      perMinute: 60,
    }));
    expect(slotOf({}, 60, days).sendAt).toBe(Date.parse('2026-12-20T09:00:00+05:30'));
  });

  it('never promises more than the account has, whoever asks for what, when', () => {
    const asker = fc.record({
      contacts: fc.integer({ min: 1, max: 9_000 }),
      throttle: fc.option(fc.integer({ min: 15, max: 59 })),
      retries: fc.integer({ min: 0, max: 2 }),
      later: fc.integer({ min: 0, max: 3_000 }),
    });
    fc.assert(
      fc.property(fc.array(asker, { minLength: 2, maxLength: 12 }), (askers) => {
        const promised: PaceUse[] = [];
        for (const { contacts, throttle, retries: count, later } of askers) {
          const rules = makeRules({ throttle, retries: { count, intervalMinutes: 5, mechanism: 'Linear' } });
          const slot = nextSlot(rules, { contacts, now: NOW + later * MINUTE_MS, promised });
          if (slot.ok) promised.push(toUse(slot.value));
        }
        for (const { from } of promised) {
          const busy = promised.filter((use) => use.from <= from && use.until > from);
          expect(busy.reduce((sum, { perMinute }) => sum + perMinute, 0)).toBeLessThanOrEqual(60);
        }
      }),
    );
  });
});
