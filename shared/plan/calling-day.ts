import { closedBy, dateOf, type CallingDays } from '../people/calling-days.ts';
import { fromWallMs, toWallMs } from './zoned-time.ts';

/** When an account's days of calls end, and in which time zone. */
export interface DayHours extends CallingDays {
  readonly closeMinute: number;
  readonly timeZone: string;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** At most this many closed days are skipped. */
const DAYS_TRIED = 400;

/** When the calling hours of a day next end after a moment. A closed day has no end, because nobody is called. */
export function dayEndAfter(moment: number, hours: DayHours): number {
  return nearestEnd(dayOf(moment, hours), 1, hours, (end) => end > moment);
}

/** When they last ended before a moment. */
export function dayEndBefore(moment: number, hours: DayHours): number {
  return nearestEnd(dayOf(moment, hours), -1, hours, (end) => end < moment);
}

/** The local date of the day that ends at this moment; hours until midnight end on the next date. */
export function dateOfEnd(end: number, hours: DayHours): string {
  return dateOf(dayOf(end - MINUTE_MS, hours));
}

function nearestEnd(today: number, step: 1 | -1, hours: DayHours, fits: (end: number) => boolean): number {
  const endOn = (day: number) => fromWallMs(day * DAY_MS + hours.closeMinute * MINUTE_MS, hours.timeZone, 'last');
  let first: number | null = null;
  for (let tried = 0; tried < DAYS_TRIED; tried += 1) {
    const day = today + tried * step;
    const end = endOn(day);
    if (!fits(end)) continue;
    first ??= end;
    if (closedBy(day, hours) === null) return end;
  }
  // Every day is closed: treated as if none were.
  return first ?? endOn(today + step);
}

function dayOf(moment: number, { timeZone }: DayHours): number {
  return Math.floor(toWallMs(moment, timeZone) / DAY_MS);
}
