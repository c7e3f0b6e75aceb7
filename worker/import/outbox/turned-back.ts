import { LONGEST_STEP_WAIT_SECONDS } from '../../../shared/safety-limits.ts';
import type { CampaignRow } from './campaign-row.ts';

/**
 * A time to come back at, unless it is further ahead than the engine ever waits: then the clock was turned back
 * meanwhile, as on another machine, and phones would ring on until it has caught up. So it is due now.
 */
export function dueBy(at: number, now: number): number {
  return at > now + LONGEST_STEP_WAIT_SECONDS * 1000 ? now : at;
}

/** The row with everything due that a clock turned back has put off; the same row if nothing was. */
export function dueAgain(row: CampaignRow, now: number): CampaignRow {
  const due = (at: number): number => dueBy(at, now);
  const dueOrNull = (at: number | null): number | null => (at === null ? null : due(at));
  const lists = row.lists.map((list) => ({
    ...list,
    pollAt: due(list.pollAt),
    orphans: list.orphans.map((orphan) => ({ ...orphan, at: due(orphan.at) })),
  }));
  const next = {
    ...row,
    lists,
    actionAt: due(row.actionAt),
    lookupAt: dueOrNull(row.lookupAt),
    missedAt: dueOrNull(row.missedAt),
    pageAt: due(row.pageAt),
  };
  return JSON.stringify(next) === JSON.stringify(row) ? row : next;
}
