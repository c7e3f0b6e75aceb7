/** Zones with every known change of clocks: by an hour, by half an hour, at midnight, by a whole day, or none. */
export const ZONES = [
  'Asia/Kolkata',
  'UTC',
  'America/New_York',
  'Europe/London',
  'America/Havana',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'America/St_Johns',
] as const;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** "2026-11-22 09:00:00", computed independently of the source: by the Swedish format, not by its date parts. */
export function wallText(epochMs: number, timeZone: string): string {
  const known = formatters.get(timeZone);
  const formatter = known ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formatters.set(timeZone, formatter);
  return formatter.format(epochMs);
}

/** Minutes since local midnight, seconds as a fraction. */
export function wallMinute(epochMs: number, timeZone: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = wallText(epochMs, timeZone).slice(11).split(':').map(Number);
  return hours * 60 + minutes + seconds / 60;
}

/** The half hours between two years at which the zone's clocks change. */
export function clockChanges(timeZone: string, fromYear: number, toYear: number): number[] {
  const changes: number[] = [];
  const step = 1_800_000;
  let last = wallMinute(Date.UTC(fromYear, 0), timeZone);
  for (let at = Date.UTC(fromYear, 0) + step; at < Date.UTC(toYear, 0); at += step) {
    const minute = wallMinute(at, timeZone);
    if ((minute - last + 1440) % 1440 !== 30) changes.push(at);
    last = minute;
  }
  return changes;
}
