import { closedBy } from '../people/calling-days.ts';
import { WINDOW_CLOSE_MARGIN_SECONDS } from '../limits.ts';
import { fromWallMs, toWallMs } from './zoned-time.ts';
import type { AccountRules } from './plan-template.ts';

/** When people may be called, and in which time zone. */
export type CallingHours = Pick<AccountRules, 'window' | 'timeZone' | 'weekdays' | 'closedDates'>;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** At most this many closed days are skipped. */
const DAYS_TRIED = 400;

/**
 * The first moment from `at` on (epoch ms) at which something may begin that makes phones ring; `at` itself inside
 * calling hours.
 */
export function opensAt(hours: CallingHours, at: number): number {
  const today = dayOf(hours, at);
  for (let day = today; day < today + DAYS_TRIED; day += 1) {
    if (closedBy(day, hours) !== null) continue;
    const { opens, closes } = openOn(hours, day);
    const from = Math.max(at, opens);
    if (from < closes - WINDOW_CLOSE_MARGIN_SECONDS * 1000) return from;
  }
  return Number.POSITIVE_INFINITY;
}

/**
 * When a campaign may be resumed: now, if that calls nobody outside calling hours. A campaign that has not begun calls
 * nobody before its own start.
 */
export function resumableAt(hours: CallingHours, sendAt: number | null, now: number): number {
  const rings = Math.max(now, sendAt ?? now);
  const opens = opensAt(hours, rings);
  return opens === rings ? now : opens;
}

/** Whether a campaign with these times calls only inside calling hours. */
export function liesWithin(hours: CallingHours, times: { readonly sendAt: number; readonly endAt: number }): boolean {
  const day = dayOf(hours, times.sendAt);
  const { opens, closes } = openOn(hours, day);
  return closedBy(day, hours) === null && times.sendAt >= opens && times.endAt <= closes;
}

function dayOf({ timeZone }: CallingHours, at: number): number {
  return Math.floor(toWallMs(at, timeZone) / DAY_MS);
}

/** When clocks are set back, part of the day occurs twice: hours open at its second pass and close at its first. */
function openOn({ window, timeZone }: CallingHours, day: number): { readonly opens: number; readonly closes: number } {
  return {
    opens: fromWallMs(day * DAY_MS + window.openMinute * MINUTE_MS, timeZone, 'last'),
    closes: fromWallMs(day * DAY_MS + window.closeMinute * MINUTE_MS, timeZone, 'first'),
  };
}
