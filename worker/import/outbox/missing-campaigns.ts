import { GONE_LOOKS_REQUIRED, READ_INTERVAL_SECONDS, UNLISTED_LOOK_COUNT } from '../../../shared/limits.ts';
import { isOver } from '../../../shared/campaign/campaign-actions.ts';
import type { CampaignRow } from './campaign-row.ts';
import type { TargetState } from './next-step.ts';

/** A whole reading of the import's campaigns. */
interface Pass {
  readonly seen: ReadonlySet<string>;
  readonly startedAt: number;
  /** Exotel answered with a list, and not that it found nothing. */
  readonly isShown: boolean;
}

/** What a whole reading should have shown and did not is asked for by its sid. */
export function afterPass(row: CampaignRow, pass: Pass): CampaignRow {
  if (row.sid === null || isOver(row.state)) return row;
  if (pass.seen.has(row.sid))
    return row.missedAt === null ? row : { ...row, missedAt: null, misses: 0, unlisted: false };
  const wasThere = (row.sentAt ?? 0) < pass.startedAt;
  if (!wasThere) return row;
  return { ...row, missedAt: row.missedAt ?? pass.startedAt, unlisted: row.unlisted === true || pass.isShown };
}

/**
 * Exotel knows no such campaign. Once is not enough: what was just made may not be everywhere yet, and what answers 404 to
 * everything for a while knows of nothing. That Exotel shows a list without it makes the difference.
 */
export function afterMiss(row: CampaignRow, target: TargetState, now: number): CampaignRow {
  const misses = row.misses + (row.unlisted === true ? UNLISTED_LOOK_COUNT : 1);
  const missedAt = now + READ_INTERVAL_SECONDS * 1000;
  if (misses < GONE_LOOKS_REQUIRED) return { ...row, misses, missedAt, unlisted: false };
  // Exotel deletes only what has not begun; where calls were heard of, its call details may still say more.
  const isUncalled =
    row.state === 'created' && row.outcomes.queued + row.outcomes.suppressed === row.contacts - row.excluded.length;
  const state = isUncalled ? ('deleted' as const) : ('archived' as const);
  const goneAt = isOurDoing(row, target) ? row.goneAt : now;
  return { ...row, state, missedAt: null, goneAt, want: null, overAt: now, pageAt: now, pageOffset: 0 };
}

/** That it is deleted was asked for here, though the answer may have been lost: by a stop, by giving it up, by itself. */
export function isOurDoing({ want, steered }: CampaignRow, target: TargetState): boolean {
  return target === 'stop' || want === 'ended' || steered === 'ended';
}

export function nextMissed(rows: readonly CampaignRow[], now: number): CampaignRow | null {
  return rows.find((row) => missedDue(row) <= now) ?? null;
}

/** When a campaign that a reading missed is next asked for; infinity when none did. */
export function missedDue(row: CampaignRow): number {
  return row.missedAt === null || isOver(row.state) ? Number.POSITIVE_INFINITY : row.missedAt;
}
