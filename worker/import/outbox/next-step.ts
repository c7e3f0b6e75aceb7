import { READ_INTERVAL_SECONDS } from '../../../shared/limits.ts';
import { isOver } from '../../../shared/campaign/campaign-actions.ts';
import { hasItsLists } from './campaign-lists.ts';
import { isUnproven, proofDue } from './made-again.ts';
import { missedDue, nextMissed } from './missing-campaigns.ts';
import { listsDue, nextListDrop, nextListStep } from './next-list-step.ts';
import { isLive, isLookedFor, lookGapMs, unseenUntil } from './unseen-creates.ts';
import type { CampaignAction } from '../../exotel/campaign-api.ts';
import type { CampaignRow } from './campaign-row.ts';
import type { ListStep } from './next-list-step.ts';

export type TargetState = 'run' | 'pause' | 'stop';

/** What decides the engine's next step, beside the rows. */
export interface EngineState {
  readonly target: TargetState;
  /** Something about the account (credentials, balance) stops every launch until a person has fixed it. */
  readonly held: boolean;
  readonly readAt: number;
  /** When a campaign with this start may be resumed: now, or once calling hours open. */
  readonly resumableAt: (sendAt: number) => number;
}

/** The one next step for an import. The account paces those that send Exotel a request. */
export type Step =
  | { readonly kind: 'done' }
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'act'; readonly seq: number; readonly action: CampaignAction | 'delete' }
  | {
      readonly kind: 'act_on_duplicate';
      readonly seq: number;
      readonly sid: string;
      readonly action: CampaignAction | 'delete';
    }
  | { readonly kind: 'look_up'; readonly seq: number }
  | { readonly kind: 'send'; readonly seq: number }
  | { readonly kind: 'read' }
  /** Reads campaigns when somebody waits for a phone to fall silent. */
  | { readonly kind: 'seek' }
  | { readonly kind: 'find'; readonly seq: number }
  | { readonly kind: 'page'; readonly seq: number }
  | { readonly kind: 'count'; readonly seq: number }
  | { readonly kind: 'close'; readonly seq: number }
  | ListStep;

const NEVER = Number.POSITIVE_INFINITY;

/**
 * Chooses the most urgent step: silence what dials, then settle what is in doubt or may exist twice, then make phones
 * ring, then read, then tidy up.
 */
export function nextStep(engineState: EngineState, rows: readonly CampaignRow[], now: number): Step {
  const fresh = rows.filter((row) => row.actionAt === 0);
  const failed = rows.filter((row) => row.actionAt > 0);
  return (
    nextAction(engineState, fresh, now) ??
    nextDuplicate(fresh, now) ??
    nextRereading(engineState, failed, now) ??
    nextAction(engineState, failed, now) ??
    nextDuplicate(failed, now) ??
    nextLookup(rows, now) ??
    nextSeek(engineState, rows, now) ??
    nextResume(engineState, rows, now) ??
    nextSend(engineState, rows) ??
    nextListStep(mayLaunch(engineState), rows, now) ??
    nextRead(engineState, rows, now) ??
    nextFind(rows, now) ??
    nextPage(rows, now) ??
    nextListDrop(rows, now) ??
    rest(engineState, rows, now)
  );
}

/** The one that has waited longest, so that none waits for ever. */
function nextLookup(rows: readonly CampaignRow[], now: number): Step | null {
  let longest: CampaignRow | null = null;
  for (const row of rows) {
    if (!isLookedFor(row) || lookDue(row) > now) continue;
    if (longest === null || lookDue(row) < lookDue(longest)) longest = row;
  }
  return longest === null ? null : { kind: 'look_up', seq: longest.seq };
}

function lookDue(row: CampaignRow): number {
  return row.lookupAt ?? 0;
}

function nextSend(engineState: EngineState, rows: readonly CampaignRow[]): Step | null {
  const row = mayLaunch(engineState) ? rows.find((each) => each.state === 'pending' && hasItsLists(each)) : undefined;
  return row === undefined ? null : { kind: 'send', seq: row.seq };
}

function mayLaunch({ target, held }: EngineState): boolean {
  return target === 'run' && !held;
}

function nextRead(engineState: EngineState, rows: readonly CampaignRow[], now: number): Step | null {
  return rows.some((row) => isLive(row) && engineState.readAt <= now) ? { kind: 'read' } : null;
}

/** A campaign that was posted more than once may have a duplicate, which must be found before it rings, or silenced. */
function nextSeek(engineState: EngineState, rows: readonly CampaignRow[], now: number): Step | null {
  return rows.some((row) => isLive(row) && seekDue(engineState, row, now) <= now) ? { kind: 'seek' } : null;
}

function seekDue({ readAt }: EngineState, row: CampaignRow, now: number): number {
  if (row.unseen.length === 0) return NEVER;
  return readAt - Math.max(0, READ_INTERVAL_SECONDS * 1000 - lookGapMs(row, now));
}

function nextFind(rows: readonly CampaignRow[], now: number): Step | null {
  const row = nextMissed(rows, now);
  return row === null ? null : { kind: 'find', seq: row.seq };
}

function nextPage(rows: readonly CampaignRow[], now: number): Step | null {
  for (const row of rows) {
    if (row.closed) continue;
    // It never dialled, so there is nothing to read. While something of it may exist unseen, that is not certain.
    if (row.state === 'cancelled' || row.state === 'deleted') {
      if (row.unseen.length === 0 && row.duplicates.every((other) => isOver(other.state)))
        return { kind: 'close', seq: row.seq };
      continue;
    }
    if (hasCalls(row) && row.pageAt <= now) return { kind: row.pagedAt === null ? 'page' : 'count', seq: row.seq };
  }
  return null;
}

/** Whether Exotel may have call details of it. A deleted campaign never dialled. */
function hasCalls({ sid, state }: CampaignRow): boolean {
  return sid !== null && state !== 'deleted' && (isOver(state) || state === 'in_progress');
}

function rest(engineState: EngineState, rows: readonly CampaignRow[], now: number): Step {
  let until = Math.min(listsDue(rows), safetyDue(engineState, rows, now));
  for (const row of rows) {
    if (row.unseen.length > 0) until = Math.min(until, unseenUntil(row) + 1);
    if (isLive(row)) until = Math.min(until, engineState.readAt, missedDue(row));
    if (hasCalls(row) && !row.closed) until = Math.min(until, row.pageAt);
    if (isToResume(engineState, row))
      until = Math.min(until, Math.max(row.actionAt, engineState.resumableAt(row.sendAt)));
  }
  return until === NEVER ? { kind: 'done' } : { kind: 'wait', until };
}

/** When a step that keeps phones silent falls due, whatever else is being waited for. */
export function safetyDue(engineState: EngineState, rows: readonly CampaignRow[], now: number): number {
  let due = NEVER;
  for (const row of rows) {
    if (isLookedFor(row)) due = Math.min(due, lookDue(row));
    if (isLive(row)) due = Math.min(due, seekDue(engineState, row, now));
    if (isLive(row) && proofDue(row) > now) due = Math.min(due, proofDue(row));
    if (row.actionAt > now && (wantedAction(engineState, row) !== null || row.duplicates.length > 0))
      due = Math.min(due, row.actionAt);
  }
  return due;
}

/** What must be done at Exotel to silence a campaign, given what was asked of the import and of the campaign. */
function wantedAction(engineState: EngineState, row: CampaignRow): CampaignAction | 'delete' | null {
  if (row.sid === null) return null;
  if (engineState.target === 'stop' || row.want === 'ended') {
    if (row.state === 'in_progress') return 'pause';
    if (row.state === 'created') return row.undeletable ? 'pause' : 'delete';
    return row.state === 'paused' ? 'complete' : null;
  }
  return row.want === 'paused' && (row.state === 'in_progress' || row.state === 'created') ? 'pause' : null;
}

function isToResume({ target }: EngineState, row: CampaignRow): boolean {
  return target !== 'stop' && row.want === 'running' && row.sid !== null && row.state === 'paused' && !isUnproven(row);
}

/** Resuming makes phones ring, so it is not a safety step, and it waits for calling hours. */
function nextResume(engineState: EngineState, rows: readonly CampaignRow[], now: number): Step | null {
  const row = rows.find(
    (each) => isToResume(engineState, each) && each.actionAt <= now && engineState.resumableAt(each.sendAt) <= now,
  );
  return row === undefined ? null : { kind: 'act', seq: row.seq, action: 'resume' };
}

/**
 * After a failed action the state is read before the action is repeated: it may no longer be needed, and repeating it
 * for ever would keep other steps from their turn.
 */
function nextRereading(engineState: EngineState, failed: readonly CampaignRow[], now: number): Step | null {
  const wanted = failed.some(
    (row) => wantedAction(engineState, row) !== null || row.duplicates.length > 0 || isToResume(engineState, row),
  );
  return wanted && engineState.readAt <= now ? { kind: 'seek' } : null;
}

/**
 * Campaigns that dial come before scheduled ones, and of those the earliest start first; completing one that is already
 * silent comes last.
 */
function urgency(row: CampaignRow): number {
  if (row.state === 'in_progress') return Number.NEGATIVE_INFINITY;
  return row.state === 'paused' ? Number.POSITIVE_INFINITY : row.sendAt;
}

function nextAction(engineState: EngineState, rows: readonly CampaignRow[], now: number): Step | null {
  let best: { row: CampaignRow; action: CampaignAction | 'delete' } | null = null;
  for (const row of rows) {
    const action = row.actionAt <= now ? wantedAction(engineState, row) : null;
    if (action !== null && (best === null || urgency(row) < urgency(best.row))) best = { row, action };
  }
  return best === null ? null : { kind: 'act', seq: best.row.seq, action: best.action };
}

/**
 * A second campaign under one name would ring everybody twice: it is deleted while that is possible, otherwise stopped.
 */
function nextDuplicate(rows: readonly CampaignRow[], now: number): Step | null {
  for (const row of rows) {
    const duplicate = row.actionAt <= now ? row.duplicates.find((other) => !isOver(other.state)) : undefined;
    if (duplicate === undefined) continue;
    const action =
      duplicate.state === 'created' && !row.undeletable
        ? 'delete'
        : duplicate.state === 'paused'
          ? 'complete'
          : 'pause';
    return { kind: 'act_on_duplicate', seq: row.seq, sid: duplicate.sid, action };
  }
  return null;
}
