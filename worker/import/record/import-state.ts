import { isOver } from '../../../shared/campaign/campaign-actions.ts';
import { isUnproven, pausedByPerson } from '../outbox/made-again.ts';
import { retryList } from '../outbox/list-transitions.ts';
import { listsDue } from '../outbox/next-list-step.ts';
import type { ImportState } from '../../../shared/protocol/import.ts';
import type { DecideRequest } from '../../../shared/protocol/import-requests.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { TargetState } from '../outbox/next-step.ts';

/** The state of a launched import: it follows from its campaigns and what was asked of them. */
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

/** A create whose answer was lost may still turn up at Exotel, so nobody can say that it is silent. */
function mayTurnUp({ unseen }: CampaignRow): boolean {
  return unseen.some(({ longAbsent }) => !longAbsent);
}

/** Whether the engine still has something to do for it, now or later. */
export function isUnderWay(record: { readonly launchedAt: number | null }, rows: readonly CampaignRow[]): boolean {
  const isMoving = (row: CampaignRow) =>
    row.unseen.length > 0 || (!row.closed && row.state !== 'refused' && row.state !== 'held');
  return record.launchedAt !== null && (rows.some(isMoving) || Number.isFinite(listsDue(rows)));
}

function isPaused(row: CampaignRow): boolean {
  return row.state === 'held' || row.state === 'paused';
}

/**
 * True if no phone can ring for this campaign any more. A create that was not seen can ring until its own end has
 * passed.
 */
function isSilent(row: CampaignRow): boolean {
  if (row.unseen.length > 0) return false;
  if (row.duplicates.some((duplicate) => !isOver(duplicate.state))) return false;
  return isOver(row.state) || row.state === 'cancelled' || row.state === 'refused';
}

/** True if no phone can ring before somebody presses something: every campaign is paused, held or over. */
export function isQuiet(rows: readonly CampaignRow[]): boolean {
  return rows.every((row) => isSilent(row) || (isPaused(row) && !mayTurnUp(row) && row.duplicates.every(isOverThere)));
}

/** True if it can ring and nobody has asked to pause or end it. */
export function isLoud(row: CampaignRow): boolean {
  return row.want === null && !isSilent(row) && !isPaused(row);
}

function isOverThere({ state }: { readonly state: CampaignRow['state'] }): boolean {
  return isOver(state);
}

/** A campaign not sent yet is paused here, without Exotel; one that was sent is paused at Exotel. */
export function pauseRow(row: CampaignRow): CampaignRow {
  if (row.state === 'pending') return { ...row, state: 'held', want: null };
  const unsent = row.state === 'refused' || row.state === 'cancelled' || row.state === 'held';
  const mayDial = unsent ? row.unseen.length > 0 && row.state === 'refused' : !isOver(row.state);
  return mayDial && row.want !== 'ended' ? pausedByPerson({ ...row, want: 'paused', actionAt: 0 }) : row;
}

/** Resumes a campaign. Also "send again" for one that Exotel refused: the person has dealt with the reason. */
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

/** If it may exist after all, it is looked for before it is sent again. */
function sendOrLook(row: CampaignRow): CampaignRow {
  if (row.unseen.length === 0 && !isUnproven(row)) return { ...row, state: 'pending' };
  return { ...row, state: 'in_doubt', lookups: 0, lookupAt: 0 };
}

/** A campaign that was never sent is cancelled at once; one that may exist is looked for, then stopped. */
export function stopRow(row: CampaignRow): CampaignRow {
  const unsent = row.state === 'pending' || row.state === 'held' || row.state === 'refused';
  if (!unsent) return { ...row, want: null, actionAt: 0 };
  return { ...row, state: 'cancelled', want: null, lookupAt: row.unseen.length === 0 ? row.lookupAt : 0 };
}

/**
 * For a campaign that turns out not to have been sent, by an answer that came after a pause or stop was pressed: it is
 * treated as if it had not been under way when that happened.
 */
export function applyTarget(row: CampaignRow, target: TargetState): CampaignRow {
  if (target === 'stop' && (row.state === 'pending' || row.state === 'refused')) return stopRow(row);
  return target === 'pause' && row.state === 'pending' ? pauseRow(row) : row;
}

/** Applies a person's decision to one waiting campaign; null if it does not wait for this decision. */
export function decideRow(row: CampaignRow, request: DecideRequest, target: TargetState): CampaignRow | null {
  if (row.state !== 'refused') return null;
  switch (request.decision) {
    case 'send_again':
      return resumeRow(row);
    case 'give_up':
      return { ...row, state: 'cancelled', want: 'ended', lookupAt: 0 };
    case 'adopt':
      // Looked up by its sid, like any campaign in doubt: nothing is believed until Exotel confirms it.
      if (request.sid === undefined) return null;
      return {
        ...row,
        state: 'in_doubt',
        adoptSid: request.sid,
        lookups: 0,
        lookupAt: 0,
        // A campaign found while the import is paused must be silent too.
        want: target === 'pause' ? 'paused' : row.want,
      };
  }
}
