import { formatRfc3339, fromWallMs, toWallMs } from '../../shared/plan/zoned-time.ts';

/** "2026-11-22T09:00" in the zone's local time; '' for no time. */
export function toLocalTime(instant: string | null, timeZone: string): string {
  const at = instant === null ? Number.NaN : Date.parse(instant);
  return Number.isNaN(at) ? '' : new Date(toWallMs(at, timeZone)).toISOString().slice(0, 16);
}

/** RFC 3339 with the zone's own offset; null if it is not a time. */
export function fromLocalTime(local: string, timeZone: string): string | null {
  const wall = Date.parse(`${local}Z`);
  return Number.isNaN(wall) ? null : formatRfc3339(fromWallMs(wall, timeZone, 'first'), timeZone);
}
