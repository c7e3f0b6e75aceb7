import { isOver } from '../../../shared/campaign/campaign-actions.ts';
import { retryList } from '../outbox/list-transitions.ts';
import { listsDue } from '../outbox/next-list-step.ts';
import type { ImportState } from '../../../shared/protocol/import.ts';
import type { DecideRequest } from '../../../shared/protocol/import-requests.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { TargetState } from '../outbox/next-step.ts';

/** The state of a launched import: a function of what its campaigns are and what was asked of them. */
export function launchedState(target: TargetState, held: boolean, rows: readonly CampaignRow[]): ImportState {
  if (target === 'stop') return rows.every(isSilent) ? 'stopped' : 'stopping';
  if (held || rows.some((row) => row.state === 'refused')) return 'needs_attention';
  if (rows.every((row) => row.closed)) return 'finished';
  const active = rows.filter((row) => !row.closed && !isOver(row.state) && row.state !== 'cancelled');
  if (target === 'pause' && active.length > 0 && active.every(isPaused)) return 'paused';
  const unsent = rows.some((row) => row.state === 'pending' || row.state === 'sending' || row.state === 'in_doubt');
  return unsent ? 'launching' : 'running';
}

/** Whether something is still to be done for it by the engine, now or later. */
export function isUnderWay(record: { readonly launchedAt: number | null }, rows: readonly CampaignRow[]): boolean {
  const isMoving = (row: CampaignRow) => !row.closed && row.state !== 'refused' && row.state !== 'held';
  return record.launchedAt !== null && (rows.some(isMoving) || Number.isFinite(listsDue(rows)));
}

function isPaused(row: CampaignRow): boolean {
  return row.state === 'held' || row.state === 'paused';
}

/** Nothing of it can ring any more. */
function isSilent(row: CampaignRow): boolean {
  if (row.duplicates.some((duplicate) => !isOver(duplicate.state))) return false;
  return isOver(row.state) || row.state === 'cancelled' || row.state === 'refused';
}

/** A pause before it is sent never reaches Exotel; after that it is asked of Exotel. */
export function pauseRow(row: CampaignRow): CampaignRow {
  if (row.state === 'pending') return { ...row, state: 'held', want: null };
  const mayDial = row.state !== 'refused' && row.state !== 'cancelled' && row.state !== 'held' && !isOver(row.state);
  return mayDial ? { ...row, want: 'paused', actionAt: 0 } : row;
}

/** Also "send again" for a campaign Exotel refused: the person has seen to the reason. */
export function resumeRow(row: CampaignRow): CampaignRow {
  if (row.state === 'held') return { ...row, state: 'pending' };
  if (row.state === 'refused') {
    const lists = row.lists.map(retryList);
    return { ...row, state: 'pending', want: null, refusal: null, attempts: 0, lists };
  }
  return isOver(row.state) || row.state === 'cancelled' ? row : { ...row, want: 'running', actionAt: 0 };
}

/** What was never sent is cancelled on the spot; one in doubt is found out first, then stopped. */
export function stopRow(row: CampaignRow): CampaignRow {
  const unsent = row.state === 'pending' || row.state === 'held' || row.state === 'refused';
  return unsent ? { ...row, state: 'cancelled', want: null } : { ...row, want: null, actionAt: 0 };
}

/**
 * A campaign found not to be sent after all, by an answer that came after a pause or a stop was pressed: it is treated as
 * if it had not been on its way when that happened.
 */
export function applyTarget(row: CampaignRow, target: TargetState): CampaignRow {
  if (target === 'stop' && (row.state === 'pending' || row.state === 'refused')) return stopRow(row);
  return target === 'pause' && row.state === 'pending' ? pauseRow(row) : row;
}

/** A person's decision about one campaign that waits; null when it does not wait for it. */
export function decideRow(row: CampaignRow, request: DecideRequest): CampaignRow | null {
  if (row.state !== 'refused') return null;
  switch (request.decision) {
    case 'send_again':
      return resumeRow(row);
    case 'give_up':
      return { ...row, state: 'cancelled' };
    case 'adopt':
      // Looked up by its sid, like any campaign in doubt: nothing is believed before Exotel confirms it.
      return request.sid === undefined
        ? null
        : { ...row, state: 'in_doubt', adoptSid: request.sid, lookups: 0, lookupAt: 0 };
  }
}
