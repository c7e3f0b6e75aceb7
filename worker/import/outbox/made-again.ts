import { isOver } from '../../../shared/campaign/campaign-actions.ts';
import { LISTED_WITHIN_SECONDS, PROOF_LEAD_SECONDS } from '../../../shared/safety-limits.ts';
import { noteAbsent } from './unseen-creates.ts';
import type { CampaignRow } from './campaign-row.ts';
import type { TargetState } from './next-step.ts';

/**
 * A campaign that was made again after a create that may exist. Both would ring everybody, and Exotel's list, cut short or
 * failing, may not show the other one in time. So it rings only once a whole reading has shown that it is alone. Pure.
 */

/** One complete reading of the import's campaigns. */
export interface Reading {
  readonly seen: ReadonlySet<string>;
  readonly startedAt: number;
  /** No page was cut, repeated or unreadable, so what it does not show was not listed. */
  readonly isWhole: boolean;
}

/** When it has to be paused, unless it is proven to be alone by then; infinity if nothing is to be proven. */
export function proofDue({ proof, sid, sendAt }: CampaignRow): number {
  return proof === undefined || proof === null || sid === null
    ? Number.POSITIVE_INFINITY
    : sendAt - PROOF_LEAD_SECONDS * 1000;
}

/** Whether it may not be resumed yet, whoever asks. */
export function isUnproven({ proof }: CampaignRow): boolean {
  return proof === 'open' || proof === 'awaited';
}

/** Whether it is paused for that, so that a person should know. */
export function isAwaitingProof(row: CampaignRow): boolean {
  return row.proof === 'awaited' && row.want !== 'ended' && !isOver(row.state);
}

/** Pauses it before it rings unproven. */
export function holdForProof(row: CampaignRow, target: TargetState, now: number): CampaignRow {
  const mayRing = row.state === 'created' || row.state === 'in_progress';
  if (target === 'stop' || !mayRing || row.want === 'ended' || row.want === 'paused' || proofDue(row) > now) return row;
  return { ...row, want: 'paused', proof: 'awaited', actionAt: 0 };
}

/** A person paused it: proof alone does not resume it any more. */
export function pausedByPerson(row: CampaignRow): CampaignRow {
  return row.proof === 'awaited' ? { ...row, proof: 'open' } : row;
}

/**
 * A whole reading that shows this campaign, and no other of its name, says as much as a look that finds nothing. One begun
 * when Exotel lists everything that was made before it proves that it is alone.
 */
export function afterReading(before: CampaignRow, { seen, startedAt, isWhole }: Reading): CampaignRow {
  if (!isWhole || before.sid === null || !seen.has(before.sid)) return before;
  const row = noteAbsent(before, startedAt);
  const earlier = row.unseen.map(({ sentAt }) => sentAt + LISTED_WITHIN_SECONDS * 1000);
  if (!isUnproven(row) || startedAt < Math.max(row.sentAt ?? 0, ...earlier)) return row;
  const isReleased = isAwaitingProof(row) && row.steered !== 'paused';
  return { ...row, proof: null, want: isReleased ? 'running' : row.want };
}
