/** Times as Exotel writes them: RFC 3339, always at +05:30. Instants are virtual milliseconds since 1970 everywhere else. */
const IST_OFFSET_MS = 19_800_000;
const DAY_MS = 86_400_000;
const OPENS_MS = 9 * 3_600_000;
const CLOSES_MS = 21 * 3_600_000;

/** `2022-08-08T16:33:22+05:30`. */
export function toIst(ms: number): string {
  return `${new Date(Math.floor(ms) + IST_OFFSET_MS).toISOString().slice(0, 19)}+05:30`;
}

/** A campaign that uses the creating client's clock shows its times by that clock. */
export type OwnClock = { readonly aheadMs: number };

export function toToldIst(ms: number, { aheadMs }: OwnClock): string {
  return toIst(ms - aheadMs);
}

/** `2022-08-08T16:33:22.749572683+05:30`: how `DateCreated` looks on create and update only. */
export function toIstNanos(ms: number, nanosWithinMs: number): string {
  const millis = new Date(Math.floor(ms) + IST_OFFSET_MS).toISOString().slice(0, 23);
  return `${millis}${String(nanosWithinMs % 1_000_000).padStart(6, '0')}+05:30`;
}

/** `2021-06-21 22:28:47`, the end of a default campaign name. */
export function toIstWords(ms: number): string {
  return toIst(ms).slice(0, 19).replace('T', ' ');
}

const RFC_3339 = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The instant of an RFC 3339 date-time, or null. A day that does not exist is refused instead of becoming a later one.
 */
export function readRfc3339(text: string): number | null {
  const match = RFC_3339.exec(text);
  if (match === null) return null;
  const day = Date.parse(`${match[1]}T00:00:00Z`);
  const rolledOver = Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== match[1];
  const ms = Date.parse(text);
  return rolledOver || Number.isNaN(ms) ? null : ms;
}

/**
 * Whether an instant is outside 09:00-21:00 IST. Exotel allows it; tests check with this that we keep calling hours.
 */
export function isOutsideWindow(ms: number): boolean {
  const ofDay = (ms + IST_OFFSET_MS) % DAY_MS;
  return ofDay < OPENS_MS || ofDay >= CLOSES_MS;
}
