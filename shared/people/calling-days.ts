import type { CallingWindow } from '../plan/calling-window.ts';

/** Days of the week as settings name them, Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Weekday = (typeof WEEKDAYS)[number];

/** On which days calls may be made. A part that is absent closes no day. */
export interface CallingDays {
  readonly weekdays?: readonly Weekday[] | undefined;
  /** Local dates, `2026-11-30`. */
  readonly closedDates?: readonly string[] | undefined;
}

/** What the settings allow: days, and hours that replace the account's own if somebody chose some. */
export interface Calendar extends CallingDays {
  readonly window: CallingWindow | null;
}

const DAY_MS = 86_400_000;

/** The rule that closes a day; null if calls may be made. `day` counts local days since 1970-01-01, a Thursday. */
export function closedBy(day: number, { weekdays, closedDates }: CallingDays): 'weekday' | 'closed_date' | null {
  const weekday = WEEKDAYS[(((day + 3) % 7) + 7) % 7];
  if (weekdays !== undefined && weekday !== undefined && !weekdays.includes(weekday)) return 'weekday';
  return closedDates?.includes(dateOf(day)) === true ? 'closed_date' : null;
}

/** The date of a local day, such as `2026-11-30`. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
