import type { Pace } from '../../../../shared/protocol/contact.ts';

interface RecentPace {
  /** Null until there are enough calls to tell. */
  readonly perMinute: number | null;
  /** When the last call began (epoch ms, on a minute); null if there was none. */
  readonly lastAt: number | null;
  /** All calls so far. */
  readonly calls: number;
}

const MINUTE_MS = 60_000;
/** A call is reported only when it is over, so the newest minutes are not complete. */
const INCOMPLETE_MINUTES = 2;
const RECENT_MINUTES = 10;
const ENOUGH_MINUTES = 3;

/** Calls per minute lately; if nothing moves, before the standstill. */
export function recentPace(items: Pace['items'], now: number, standsStill: boolean): RecentPace {
  const minutes = items.map(({ at, calls }) => ({ minute: Math.floor(Date.parse(at) / MINUTE_MS), calls }));
  const calls = minutes.reduce((sum, each) => sum + each.calls, 0);
  if (minutes.length === 0) return { perMinute: null, lastAt: null, calls };
  const first = minutes.reduce((least, { minute }) => Math.min(least, minute), Number.POSITIVE_INFINITY);
  const last = minutes.reduce((most, { minute }) => Math.max(most, minute), Number.NEGATIVE_INFINITY);
  const end = standsStill ? last + 1 : Math.floor(now / MINUTE_MS) - INCOMPLETE_MINUTES;
  const begin = Math.max(first, end - RECENT_MINUTES);
  const recent = minutes.reduce((sum, each) => sum + (each.minute >= begin && each.minute < end ? each.calls : 0), 0);
  const isEnough = recent > 0 && end - begin >= ENOUGH_MINUTES;
  return { perMinute: isEnough ? recent / (end - begin) : null, lastAt: last * MINUTE_MS, calls };
}

/**
 * The current time as far as calls are known (epoch ms): when the counts were made, or when the last call began. The
 * clock of a stand-in for Exotel may be ahead of this machine's.
 */
export function paceNow({ asOf, items }: Pace): number {
  return items.reduce((latest, { at }) => Math.max(latest, Date.parse(at)), Date.parse(asOf));
}
