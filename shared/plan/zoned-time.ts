/**
 * Local time in an IANA zone, through Intl. "Wall" milliseconds are what a wall clock shows, written as if it were UTC:
 * 09:00 on 2026-11-22 is Date.UTC(2026, 10, 22, 9) in every zone.
 */

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const MAX_ZONE_NAME_CHARS = 64;

/**
 * Formatters are kept because making one costs far more than using it. Names are in lower case, so that there are at
 * most as many as zones.
 */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const key = timeZone.toLowerCase();
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(key, made);
  return made;
}

/** Whether the platform knows the zone. For an unknown zone, everything else here throws a RangeError. */
export function isTimeZone(name: string): boolean {
  if (name.length > MAX_ZONE_NAME_CHARS) return false;
  try {
    formatterFor(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false; // what Intl throws for an unknown zone
    throw error;
  }
}

/**
 * The offset at the beginning of each UTC day, by zone in lower case: asking Intl costs more than the rest of a plan.
 */
const offsets = new Map<string, Map<number, number>>();
const MOST_DAYS_KEPT = 2_000;

/** Epoch to wall milliseconds. Correct for zones that change their clocks at most once in two days, as below. */
export function toWallMs(epochMs: number, timeZone: string): number {
  const day = Math.floor(epochMs / DAY_MS);
  const offset = offsetAtDay(day, timeZone);
  // If two consecutive days have the same offset, so has the time between.
  return offset === offsetAtDay(day + 1, timeZone) ? epochMs + offset : askWallMs(epochMs, timeZone);
}

function offsetAtDay(day: number, timeZone: string): number {
  const key = timeZone.toLowerCase();
  const known = offsets.get(key) ?? new Map<number, number>();
  const offset = known.get(day) ?? askWallMs(day * DAY_MS, timeZone) - day * DAY_MS;
  if (known.size >= MOST_DAYS_KEPT) known.clear();
  offsets.set(key, known.set(day, offset));
  return offset;
}

function askWallMs(epochMs: number, timeZone: string): number {
  const field = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatterFor(timeZone).formatToParts(epochMs)) {
    if (isField(type, field)) field[type] = Number(value);
  }
  const seconds = Date.UTC(field.year, field.month - 1, field.day, field.hour, field.minute, field.second);
  return seconds + (((epochMs % 1000) + 1000) % 1000);
}

function isField<T extends object>(type: PropertyKey, field: T): type is keyof T {
  return Object.hasOwn(field, type);
}

/**
 * Wall to epoch milliseconds. A wall time that occurs twice has a first and a last instant; one that is skipped gives
 * the instant of the skip. Correct for zones that change their clocks at most once in two days.
 */
export function fromWallMs(wallMs: number, timeZone: string, pick: 'first' | 'last'): number {
  const before = offsetMs(wallMs - DAY_MS, timeZone);
  const after = offsetMs(wallMs + DAY_MS, timeZone);
  const instants = [wallMs - before, wallMs - after].filter((epochMs) => toWallMs(epochMs, timeZone) === wallMs);
  if (instants.length > 0) return pick === 'first' ? Math.min(...instants) : Math.max(...instants);
  return changeBetween(wallMs - DAY_MS, wallMs + DAY_MS, timeZone);
}

/** The first instant of the local day. */
export function startOfDay(epochMs: number, timeZone: string): number {
  return fromWallMs(Math.floor(toWallMs(epochMs, timeZone) / DAY_MS) * DAY_MS, timeZone, 'first');
}

function offsetMs(epochMs: number, timeZone: string): number {
  return toWallMs(epochMs, timeZone) - epochMs;
}

/** The first whole second after `low` with the offset of `high`, found by bisection. */
function changeBetween(low: number, high: number, timeZone: string): number {
  const before = offsetMs(low, timeZone);
  let unchanged = Math.floor(low / 1000);
  let changed = Math.ceil(high / 1000);
  while (changed - unchanged > 1) {
    const middle = Math.floor((unchanged + changed) / 2);
    if (offsetMs(middle * 1000, timeZone) === before) unchanged = middle;
    else changed = middle;
  }
  return changed * 1000;
}

/** "2026-11-22T09:00:00+05:30": whole seconds (cut, not rounded) and the zone's own offset at that instant. */
export function formatRfc3339(epochMs: number, timeZone: string): string {
  // Offsets are written in minutes; for old offsets with seconds, the instant is kept and the wall time is rounded.
  const offsetMinutes = Math.round(offsetMs(epochMs, timeZone) / MINUTE_MS);
  const wall = new Date(epochMs + offsetMinutes * MINUTE_MS).toISOString().slice(0, 19);
  const size = Math.abs(offsetMinutes);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  return `${wall}${offsetMinutes < 0 ? '-' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`;
}
