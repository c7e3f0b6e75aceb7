import { READ_INTERVAL_SECONDS, DUPLICATE_READ_SECONDS } from '../../../shared/limits.ts';
import { isOver } from '../../../shared/campaign/campaign-actions.ts';
import { hasItsLists } from './campaign-lists.ts';
import { mayHaveDuplicate } from './campaign-transitions.ts';
import { missedDue, nextMissed } from './missing-campaigns.ts';
import { listsDue, nextListDrop, nextListStep } from './next-list-step.ts';
import type { CampaignAction } from '../../exotel/campaign-api.ts';
import type { CampaignRow } from './campaign-row.ts';
import type { ListStep } from './next-list-step.ts';

export type TargetState = 'run' | 'pause' | 'stop';

/** What the engine is steered by, beside the rows. */
export interface EngineState {
  readonly target: TargetState;
  /** Something about the account (credentials, balance) stops every launch until a person has seen to it. */
  readonly held: boolean;
  readonly readAt: number;
}

/** The one next thing to do for an import; whatever needs Exotel is paced by the account. */
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
  | { readonly kind: 'find'; readonly seq: number }
  | { readonly kind: 'page'; readonly seq: number }
  | { readonly kind: 'count'; readonly seq: number }
  | { readonly kind: 'close'; readonly seq: number }
  | ListStep;

const NEVER = Number.POSITIVE_INFINITY;

/** Most urgent first: silencing what dials, then settling what is in doubt or may be there twice, then launching, then reading, then tidying up. */
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
    nextRead(engineState, rows.filter(mayHaveDuplicate), now) ??
    nextSend(engineState, rows) ??
    nextListStep(mayLaunch(engineState), rows, now) ??
    nextRead(engineState, rows, now) ??
    nextFind(rows, now) ??
    nextPage(rows, now) ??
    nextListDrop(rows, now) ??
    rest(engineState, rows, now)
  );
}

function nextLookup(rows: readonly CampaignRow[], now: number): Step | null {
  const row = rows.find((each) => each.state === 'in_doubt' && (each.lookupAt ?? 0) <= now);
  return row === undefined ? null : { kind: 'look_up', seq: row.seq };
}

function nextSend(engineState: EngineState, rows: readonly CampaignRow[]): Step | null {
  const row = mayLaunch(engineState) ? rows.find((each) => each.state === 'pending' && hasItsLists(each)) : undefined;
  return row === undefined ? null : { kind: 'send', seq: row.seq };
}

function mayLaunch({ target, held }: EngineState): boolean {
  return target === 'run' && !held;
}

/** Exotel may still change it. */
function isLive(row: CampaignRow): boolean {
  return row.sid !== null && !isOver(row.state);
}

function nextRead(engineState: EngineState, rows: readonly CampaignRow[], now: number): Step | null {
  return rows.some((row) => isLive(row) && readDue(engineState, row) <= now) ? { kind: 'read' } : null;
}

function nextFind(rows: readonly CampaignRow[], now: number): Step | null {
  const row = nextMissed(rows, now);
  return row === null ? null : { kind: 'find', seq: row.seq };
}

function readDue(engineState: EngineState, row: CampaignRow): number {
  return mayHaveDuplicate(row)
    ? engineState.readAt - (READ_INTERVAL_SECONDS - DUPLICATE_READ_SECONDS) * 1000
    : engineState.readAt;
}

function nextPage(rows: readonly CampaignRow[], now: number): Step | null {
  for (const row of rows) {
    if (row.closed) continue;
    // Never dialled, so there is nothing to read back.
    if (row.state === 'cancelled' || row.state === 'deleted') return { kind: 'close', seq: row.seq };
    const called = row.sid !== null && (isOver(row.state) || row.state === 'in_progress');
    if (called && row.pageAt <= now) return { kind: row.pagedAt === null ? 'page' : 'count', seq: row.seq };
  }
  return null;
}

function rest(engineState: EngineState, rows: readonly CampaignRow[], now: number): Step {
  let until = listsDue(rows);
  for (const row of rows) {
    if (row.state === 'in_doubt') until = Math.min(until, row.lookupAt ?? now);
    if (isLive(row)) until = Math.min(until, readDue(engineState, row), missedDue(row));
    if (row.actionAt > now && (wantedAction(engineState, row) !== null || row.duplicates.length > 0))
      until = Math.min(until, row.actionAt);
    const called = row.sid !== null && (isOver(row.state) || row.state === 'in_progress');
    if (called && !row.closed) until = Math.min(until, row.pageAt);
  }
  return until === NEVER ? { kind: 'done' } : { kind: 'wait', until };
}

/** What is to be done to a campaign at Exotel, by what was asked of the import and of it. */
function wantedAction(engineState: EngineState, row: CampaignRow): CampaignAction | 'delete' | null {
  if (row.sid === null) return null;
  if (engineState.target === 'stop') {
    if (row.state === 'in_progress') return 'pause';
    if (row.state === 'created') return row.undeletable ? 'pause' : 'delete';
    return row.state === 'paused' ? 'complete' : null;
  }
  if (row.want === 'paused') return row.state === 'in_progress' || row.state === 'created' ? 'pause' : null;
  return row.want === 'running' && row.state === 'paused' ? 'resume' : null;
}

/** Read before it is argued again: what failed may long be over, and repeating it for ever would keep every other from its turn. */
function nextRereading(engineState: EngineState, failed: readonly CampaignRow[], now: number): Step | null {
  const wanted = failed.some((row) => wantedAction(engineState, row) !== null || row.duplicates.length > 0);
  return wanted && engineState.readAt <= now ? { kind: 'read' } : null;
}

/** Dialling ones before scheduled ones, those soonest to start first; completing what is already silent comes last. */
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

/** A second campaign under one name would ring everyone twice: deleted while it can be, else stopped. */
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
