import { words } from './words.ts';

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string, options: Intl.DateTimeFormatOptions, locale = 'en-GB'): Intl.DateTimeFormat {
  const key = locale + timeZone + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { timeZone, ...options });
  formats.set(key, made);
  return made;
}

/** "14:03:10" */
export function formatClock(epochMs: number, timeZone: string): string {
  return format(timeZone, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(epochMs);
}

/** "14:03" */
export function formatHour(epochMs: number, timeZone: string): string {
  return format(timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(epochMs);
}

function dayKey(epochMs: number, timeZone: string): string {
  return format(timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(epochMs);
}

/** "today", "tomorrow", "yesterday", "Mon, 24 Nov", or "8 Aug 2022" in another year. */
export function formatDay(epochMs: number, timeZone: string, now: number): string {
  const { times } = words;
  const day = dayKey(epochMs, timeZone);
  if (day === dayKey(now, timeZone)) return times.today;
  if (day === dayKey(now + DAY_MS, timeZone)) return times.tomorrow;
  if (day === dayKey(now - DAY_MS, timeZone)) return times.yesterday;
  const sameYear = day.slice(-4) === dayKey(now, timeZone).slice(-4);
  const year: Intl.DateTimeFormatOptions = sameYear ? { weekday: 'short' } : { year: 'numeric' };
  return format(timeZone, { day: 'numeric', month: 'short', ...year }, times.locale).format(epochMs);
}

/** "today 14:03", "Mon, 24 Nov 09:00" */
export function formatMoment(epochMs: number, timeZone: string, now: number): string {
  return `${formatDay(epochMs, timeZone, now)} ${formatHour(epochMs, timeZone)}`;
}

/** "3 h 28 min", "12 min", "under a minute"; days from two days on. */
export function formatDuration(ms: number): string {
  const { times } = words;
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return times.underAMinute;
  if (minutes < 60) return times.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  return hours >= 48 ? times.days(Math.round(hours / 24)) : times.hours(hours, minutes % 60);
}

/** "IST", or the offset where the zone has no short name here. */
export function zoneLabel(epochMs: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-IN', { timeZone, timeZoneName: 'short' }).formatToParts(epochMs);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/** "Mon, 30 Nov 2026" of a local date, "2026-11-30". */
export function formatDate(date: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  return format('UTC', options, words.times.locale).format(Date.parse(date));
}
