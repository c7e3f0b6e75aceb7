import {
  DAY_SUMMARY_RETRY_MINUTES,
  DAY_SUMMARY_WAITS_HOURS,
  MAX_NEWEST_IMPORTS,
} from '../../shared/extension-limits.ts';
import { parseWindowTimes } from '../../shared/plan/calling-window.ts';
import { dayEndAfter, dayEndBefore, type DayHours } from '../../shared/plan/calling-day.ts';
import type { Account } from '../../shared/protocol/account.ts';
import { dayTotals, type DayTotals } from '../../shared/plan/day-totals.ts';
import type { ImportSummary } from '../../shared/protocol/import.ts';
import type { WorkerClient } from '../api/worker-client.ts';
import type { MemoryStore } from '../storage/memory.ts';

interface DayDeps {
  readonly memory: Pick<MemoryStore, 'read' | 'noteDay'>;
  /** The Worker in use; null if there is none. */
  readonly worker: () => Promise<Pick<WorkerClient, 'account' | 'imports'> | null>;
  readonly now: () => number;
  readonly tell: (end: number, totals: DayTotals) => Promise<void>;
}

/**
 * Once the calling hours of a day are over, shows once what the whole team started that day, if something was started
 * from this browser. Answers when to come back for that (epoch ms); null while there is nothing to come back for.
 */
export function createDaySummary(deps: DayDeps): (watched: readonly ImportSummary[]) => Promise<number | null> {
  /** The end of the day to summarise, if something was started since the day summarised last. */
  async function settle(watched: readonly ImportSummary[]): Promise<number | null> {
    const { day } = await deps.memory.read();
    if (day !== null && !day.told) return day.end;
    const started = watched.flatMap(({ launchedAt }) => (launchedAt === null ? [] : [Date.parse(launchedAt)]));
    const newest = Math.max(...started);
    if (started.length === 0 || (day !== null && newest <= day.end)) return null;
    const account = await (await deps.worker())?.account();
    if (!account?.ok) return null; // asked again whenever this is
    const end = dayEndAfter(newest, hoursOf(account.value));
    await deps.memory.noteDay({ end, told: false });
    return end;
  }

  return async function tellDay(watched) {
    const end = await settle(watched);
    const now = deps.now();
    if (end === null) return null;
    if (now < end) return end;
    const isLate = now - end > DAY_SUMMARY_WAITS_HOURS * 3_600_000;
    const worker = isLate ? null : await deps.worker();
    const [account, page] = worker ? await Promise.all([worker.account(), worker.imports(MAX_NEWEST_IMPORTS)]) : [];
    if (account && page && !(account.ok && page.ok)) return now + DAY_SUMMARY_RETRY_MINUTES * 60_000;
    // Stored before it is shown: showing it twice is worse than not showing it.
    await deps.memory.noteDay({ end, told: true });
    if (!account?.ok || !page?.ok) return null;
    const totals = dayTotals(page.value.items, dayEndBefore(end, hoursOf(account.value)), end);
    if (totals !== null) await deps.tell(end, totals);
    return null;
  };
}

function hoursOf({ window, weekdays, closedDates, timeZone }: Account): DayHours {
  const hours = parseWindowTimes(window);
  return { closeMinute: hours.ok ? hours.value.closeMinute : 24 * 60, weekdays, closedDates, timeZone };
}
