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
  const isQuiet = active.every(isPaused) && !rows.some(mayTurnUp);
  if (target === 'pause' && active.length > 0 && isQuiet) return 'paused';
  const unsent = rows.some((row) => UNSENT.has(row.state) || (row.sid === null && mayTurnUp(row)));
  return unsent ? 'launching' : 'running';
}

const UNSENT: ReadonlySet<string> = new Set(['pending', 'sending', 'in_doubt']);

/** A create whose answer was lost, and which Exotel may yet show: nobody can say that it is silent. */
function mayTurnUp({ unseen }: CampaignRow): boolean {
  return unseen.some(({ longAbsent }) => !longAbsent);
}

/** Whether something is still to be done for it by the engine, now or later. */
export function isUnderWay(record: { readonly launchedAt: number | null }, rows: readonly CampaignRow[]): boolean {
  const isMoving = (row: CampaignRow) =>
    row.unseen.length > 0 || (!row.closed && row.state !== 'refused' && row.state !== 'held');
  return record.launchedAt !== null && (rows.some(isMoving) || Number.isFinite(listsDue(rows)));
}

function isPaused(row: CampaignRow): boolean {
  return row.state === 'held' || row.state === 'paused';
}

/** Nothing of it can ring any more. What may exist unseen can, until its own end has passed. */
function isSilent(row: CampaignRow): boolean {
  if (row.unseen.length > 0) return false;
  if (row.duplicates.some((duplicate) => !isOver(duplicate.state))) return false;
  return isOver(row.state) || row.state === 'cancelled' || row.state === 'refused';
}

/** Nothing of it can ring before somebody presses something: paused, held or over. */
export function isQuiet(rows: readonly CampaignRow[]): boolean {
  return rows.every((row) => isSilent(row) || (isPaused(row) && !mayTurnUp(row) && row.duplicates.every(isOverThere)));
}

/** It can ring, and nobody has asked for its pause or end yet. */
export function isLoud(row: CampaignRow): boolean {
  return row.want === null && !isSilent(row) && !isPaused(row);
}

function isOverThere({ state }: { readonly state: CampaignRow['state'] }): boolean {
  return isOver(state);
}

/** A pause before it is sent never reaches Exotel; after that it is asked of Exotel. */
export function pauseRow(row: CampaignRow): CampaignRow {
  if (row.state === 'pending') return { ...row, state: 'held', want: null };
  const unsent = row.state === 'refused' || row.state === 'cancelled' || row.state === 'held';
  const mayDial = unsent ? row.unseen.length > 0 && row.state === 'refused' : !isOver(row.state);
  return mayDial && row.want !== 'ended' ? { ...row, want: 'paused', actionAt: 0 } : row;
}

/** Also "send again" for a campaign Exotel refused: the person has seen to the reason. */
export function resumeRow(row: CampaignRow): CampaignRow {
  if (row.state === 'held') return sendOrLook(row);
  if (row.state === 'refused') {
    const lists = row.lists.map(retryList);
    return sendOrLook({ ...row, want: null, refusal: null, attempts: 0, lists });
  }
  const isEnding = isOver(row.state) || row.state === 'cancelled' || row.want === 'ended';
  const steered = row.steered === 'paused' ? null : row.steered;
  return isEnding ? row : { ...row, want: 'running', steered, actionAt: 0 };
}

/** What may exist after all is looked for before it is sent once more. */
function sendOrLook(row: CampaignRow): CampaignRow {
  if (row.unseen.length === 0) return { ...row, state: 'pending' };
  return { ...row, state: 'in_doubt', lookups: 0, lookupAt: 0 };
}

/** What was never sent is cancelled on the spot; what may exist is found out first, then stopped. */
export function stopRow(row: CampaignRow): CampaignRow {
  const unsent = row.state === 'pending' || row.state === 'held' || row.state === 'refused';
  if (!unsent) return { ...row, want: null, actionAt: 0 };
  return { ...row, state: 'cancelled', want: null, lookupAt: row.unseen.length === 0 ? row.lookupAt : 0 };
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
export function decideRow(row: CampaignRow, request: DecideRequest, target: TargetState): CampaignRow | null {
  if (row.state !== 'refused') return null;
  switch (request.decision) {
    case 'send_again':
      return resumeRow(row);
    case 'give_up':
      return { ...row, state: 'cancelled', want: 'ended', lookupAt: 0 };
    case 'adopt':
      // Looked up by its sid, like any campaign in doubt: nothing is believed before Exotel confirms it.
      if (request.sid === undefined) return null;
      return {
        ...row,
        state: 'in_doubt',
        adoptSid: request.sid,
        lookups: 0,
        lookupAt: 0,
        // What is found while the import is paused is to be silent as well.
        want: target === 'pause' ? 'paused' : row.want,
      };
  }
}
