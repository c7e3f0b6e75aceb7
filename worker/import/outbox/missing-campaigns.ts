import { GONE_LOOKS_REQUIRED, READ_INTERVAL_SECONDS, UNLISTED_LOOK_COUNT } from '../../../shared/limits.ts';
import { isOver } from '../../../shared/campaign/campaign-actions.ts';
import { afterReading, type Reading } from './made-again.ts';
import type { CampaignRow } from './campaign-row.ts';
import type { TargetState } from './next-step.ts';

interface Pass extends Reading {
  /** True if Exotel answered with a list, not with "nothing found". */
  readonly isShown: boolean;
}

/** A campaign that a complete reading should have shown and did not is asked for by its sid. */
export function afterPass(before: CampaignRow, pass: Pass): CampaignRow {
  const row = afterReading(before, pass);
  if (row.sid === null || isOver(row.state)) return row;
  if (pass.seen.has(row.sid))
    return row.missedAt === null ? row : { ...row, missedAt: null, misses: 0, unlisted: false };
  const wasThere = (row.sentAt ?? 0) < pass.startedAt;
  if (!wasThere) return row;
  return { ...row, missedAt: row.missedAt ?? pass.startedAt, unlisted: row.unlisted === true || pass.isShown };
}

/**
 * Exotel does not find the campaign by its sid. Once is not enough: a campaign just made may not be visible everywhere
 * yet, and a server that answers 404 to everything proves nothing. It counts as deleted once Exotel also shows a list
 * without it.
 */
export function afterMiss(row: CampaignRow, target: TargetState, now: number): CampaignRow {
  // It was settled while the answer was under way: that it is not found then says nothing new.
  if (isOver(row.state)) return row;
  const misses = row.misses + (row.unlisted === true ? UNLISTED_LOOK_COUNT : 1);
  const missedAt = now + READ_INTERVAL_SECONDS * 1000;
  if (misses < GONE_LOOKS_REQUIRED) return { ...row, misses, missedAt, unlisted: false };
  // Exotel deletes only campaigns that have not begun. If calls were heard of, its call details may still say more.
  const isUncalled =
    row.state === 'created' && row.outcomes.queued + row.outcomes.suppressed === row.contacts - row.excluded.length;
  const state = isUncalled ? ('deleted' as const) : ('archived' as const);
  const goneAt = isOurDoing(row, target) ? row.goneAt : now;
  return { ...row, state, missedAt: null, goneAt, want: null, overAt: now, pageAt: now, pageOffset: 0 };
}

/**
 * Whether its deletion was asked for here, though the answer may have been lost: by a stop, by giving it up, or by an
 * act on this campaign alone.
 */
export function isOurDoing({ want, steered }: CampaignRow, target: TargetState): boolean {
  return target === 'stop' || want === 'ended' || steered === 'ended';
}

export function nextMissed(rows: readonly CampaignRow[], now: number): CampaignRow | null {
  return rows.find((row) => missedDue(row) <= now) ?? null;
}

/** When to ask next for a campaign that a reading missed; infinity if none was missed. */
export function missedDue(row: CampaignRow): number {
  return row.missedAt === null || isOver(row.state) ? Number.POSITIVE_INFINITY : row.missedAt;
}
