import type { CallingWindow } from '../plan/calling-window.ts';

/** Days of the week as settings name them, Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Weekday = (typeof WEEKDAYS)[number];

/** On which days calls may be made at all. Absent parts close nothing. */
export interface CallingDays {
  readonly weekdays?: readonly Weekday[] | undefined;
  /** Local dates, `2026-11-30`. */
  readonly closedDates?: readonly string[] | undefined;
}

/** What the settings allow: days, and hours in place of the account's own where somebody chose some. */
export interface Calendar extends CallingDays {
  readonly window: CallingWindow | null;
}

const DAY_MS = 86_400_000;

/** `day` counts local days since 1970-01-01, which was a Thursday. Null when calls may be made, else the rule that closes it. */
export function closedBy(day: number, { weekdays, closedDates }: CallingDays): 'weekday' | 'closed_date' | null {
  const weekday = WEEKDAYS[(((day + 3) % 7) + 7) % 7];
  if (weekdays !== undefined && weekday !== undefined && !weekdays.includes(weekday)) return 'weekday';
  return closedDates?.includes(dateOf(day)) === true ? 'closed_date' : null;
}

/** `2026-11-30` of a local day. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
