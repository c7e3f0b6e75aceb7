import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfEnd, dayEndAfter, dayEndBefore, type DayHours } from '../../../shared/plan/calling-day.ts';
import { closedBy, WEEKDAYS } from '../../../shared/people/calling-days.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const INDIA: DayHours = { closeMinute: 21 * 60, timeZone: 'Asia/Kolkata' };
const iso = (moment: number) => new Date(moment).toISOString();
const after = (moment: string, hours = INDIA) => iso(dayEndAfter(Date.parse(moment), hours));
const before = (moment: string, hours = INDIA) => iso(dayEndBefore(Date.parse(moment), hours));

describe('dayEndAfter', () => {
  it.each([
    ['2026-11-29T09:00:00+05:30', '2026-11-29T15:30:00.000Z'],
    ['2026-11-29T20:59:59+05:30', '2026-11-29T15:30:00.000Z'],
    ['2026-11-29T21:00:00+05:30', '2026-11-30T15:30:00.000Z'],
    ['2026-11-30T00:10:00+05:30', '2026-11-30T15:30:00.000Z'],
  ])('is for %s the close of the hours at %s', (moment, end) => {
    expect(after(moment)).toBe(end);
  });

  it('is midnight for hours that last until then', () => {
    const hours = { ...INDIA, closeMinute: 24 * 60 };
    expect(after('2026-11-29T23:59:00+05:30', hours)).toBe('2026-11-29T18:30:00.000Z');
    expect(after('2026-11-30T00:00:00+05:30', hours)).toBe('2026-11-30T18:30:00.000Z');
    expect(dateOfEnd(Date.parse('2026-11-29T18:30:00Z'), hours)).toBe('2026-11-29');
    expect(before('2026-11-30T00:00:00+05:30', hours)).toBe('2026-11-28T18:30:00.000Z');
  });

  // 2026-11-29 is a Sunday.
  it('steps over days on which nobody is called, and over none where all are closed', () => {
    const hours: DayHours = {
      ...INDIA,
      weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
      closedDates: ['2026-11-30'],
    };
    expect(after('2026-11-28T21:00:00+05:30', hours)).toBe('2026-12-01T15:30:00.000Z');
    expect(before('2026-12-01T21:00:00+05:30', hours)).toBe('2026-11-28T15:30:00.000Z');
    expect(after('2026-11-28T21:00:00+05:30', { ...INDIA, weekdays: [] })).toBe('2026-11-29T15:30:00.000Z');
  });

  it('is the end of an open day, with no other between it and the end before, whatever the clocks do', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }),
        fc.constantFrom('Asia/Kolkata', 'America/New_York', 'Europe/Berlin', 'Pacific/Apia'),
        fc.constantFrom(12 * 60, 18 * 60 + 30, 21 * 60, 24 * 60),
        fc.subarray([...WEEKDAYS], { minLength: 1 }),
        (moment, timeZone, closeMinute, weekdays) => {
          const hours: DayHours = { closeMinute, timeZone, weekdays };
          const end = dayEndAfter(moment, hours);
          const last = dayEndBefore(end, hours);
          expect([end > moment, last <= moment, end - moment <= 7 * DAY_MS + HOUR_MS]).toEqual([true, true, true]);
          expect([dayEndAfter(last, hours), closedBy(Date.parse(dateOfEnd(end, hours)) / DAY_MS, hours)]).toEqual([
            end,
            null,
          ]);
        },
      ),
    );
  });
});
