import type { Pace } from '../../../../shared/protocol/contact.ts';

interface RecentPace {
  /** Null until there is enough to tell. */
  readonly perMinute: number | null;
  /** When the last call began (epoch ms, on a minute); null without any. */
  readonly lastAt: number | null;
  /** All of them. */
  readonly calls: number;
}

const MINUTE_MS = 60_000;
/** Calls are reported when they are over: the newest minutes are not complete yet. */
const INCOMPLETE_MINUTES = 2;
const RECENT_MINUTES = 10;
const ENOUGH_MINUTES = 3;

/** Calls a minute of late; of what stands still, before it did. */
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
 * What time it is for what is known of the calls (epoch ms): when it was known, or when the last call began. A stand-in
 * for Exotel may live ahead of this machine.
 */
export function paceNow({ asOf, items }: Pace): number {
  return items.reduce((latest, { at }) => Math.max(latest, Date.parse(at)), Date.parse(asOf));
}
