import { parseWindowTimes } from '../../shared/plan/calling-window.ts';
import { fromWallMs, toWallMs } from '../../shared/plan/zoned-time.ts';
import type { Account } from '../../shared/protocol/account.ts';
import type { ImportSummary } from '../../shared/protocol/import.ts';
import { openOf, totalOf } from '../state/outcome-totals.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

type Hours = Pick<Account, 'window' | 'timeZone'>;

/** When the calling hours of the account end next after a moment. */
export function dayEndAfter(moment: number, { window, timeZone }: Hours): number {
  const hours = parseWindowTimes(window);
  const close = (hours.ok ? hours.value.closeMinute : 24 * 60) * MINUTE_MS;
  const wall = toWallMs(moment, timeZone);
  const today = wall - (wall % DAY_MS) + close;
  const end = fromWallMs(today, timeZone, 'last');
  return end > moment ? end : fromWallMs(today + DAY_MS, timeZone, 'last');
}

/** When the calling hours ended before an end of them. */
export function dayEndBefore(end: number, { timeZone }: Hours): number {
  return fromWallMs(toWallMs(end, timeZone) - DAY_MS, timeZone, 'last');
}

/** What a team started in one day, and how far that is. */
export interface DayTotals {
  readonly imports: number;
  /** Calls to be made and messages to be sent. */
  readonly people: number;
  /** Calls that were answered. */
  readonly answered: number;
  /** Messages that went out. */
  readonly sent: number;
  /** People something may still happen to. */
  readonly open: number;
  /** People of whom Exotel does not say what became. */
  readonly unaccounted: number;
}

/** Of the imports that were started after `from` and by `until`, test calls aside; null where there is none. */
export function dayTotals(imports: readonly ImportSummary[], from: number, until: number): DayTotals | null {
  const started = imports.filter(({ launchedAt, test }) => {
    if (test) return false;
    const at = launchedAt === null ? Number.NaN : Date.parse(launchedAt);
    return at > from && at <= until;
  });
  if (started.length === 0) return null;
  const sum = (count: (one: ImportSummary) => number) => started.reduce((total, one) => total + count(one), 0);
  return {
    imports: started.length,
    people: sum(({ contacts }) => totalOf(contacts)),
    answered: sum(({ channel, contacts }) => (channel === 'voice' ? contacts.completed : 0)),
    sent: sum(({ channel, contacts }) => (channel === 'sms' ? contacts.completed : 0)),
    open: sum(({ contacts }) => openOf(contacts)),
    unaccounted: sum(({ contacts }) => contacts.unaccounted),
  };
}
