import { isOver } from '../exotel/status.ts';
import type { CampaignAction } from '../exotel/campaign-api.ts';
import type { CampaignRow } from './outbox/campaign-row.ts';
import type { Course, Step } from './outbox/next-step.ts';

/** What is to be done to a campaign at Exotel, by what was asked of the import and of it. */
export function wantedAction(course: Course, row: CampaignRow): CampaignAction | 'delete' | null {
  if (row.sid === null) return null;
  if (course.desire === 'stop') {
    if (row.state === 'in_progress') return 'pause';
    if (row.state === 'created') return row.undeletable ? 'pause' : 'delete';
    return row.state === 'paused' ? 'complete' : null;
  }
  if (row.want === 'paused') return row.state === 'in_progress' || row.state === 'created' ? 'pause' : null;
  return row.want === 'running' && row.state === 'paused' ? 'resume' : null;
}

/** Read before it is argued again: what failed may long be over, and repeating it for ever would keep every other from its turn. */
export function nextRereading(course: Course, failed: readonly CampaignRow[], now: number): Step | null {
  const wanted = failed.some((row) => wantedAction(course, row) !== null || row.twins.length > 0);
  return wanted && course.readAt <= now ? { kind: 'read' } : null;
}

/** Dialling ones before scheduled ones, those soonest to start first; completing what is already silent comes last. */
function urgency(row: CampaignRow): number {
  if (row.state === 'in_progress') return Number.NEGATIVE_INFINITY;
  return row.state === 'paused' ? Number.POSITIVE_INFINITY : row.sendAt;
}

export function nextAction(course: Course, rows: readonly CampaignRow[], now: number): Step | null {
  let best: { row: CampaignRow; action: CampaignAction | 'delete' } | null = null;
  for (const row of rows) {
    const action = row.actionAt <= now ? wantedAction(course, row) : null;
    if (action !== null && (best === null || urgency(row) < urgency(best.row))) best = { row, action };
  }
  return best === null ? null : { kind: 'act', seq: best.row.seq, action: best.action };
}

/** A second campaign under one name would ring everyone twice: deleted while it can be, else stopped. */
export function nextTwin(rows: readonly CampaignRow[], now: number): Step | null {
  for (const row of rows) {
    const twin = row.actionAt <= now ? row.twins.find((other) => !isOver(other.state)) : undefined;
    if (twin === undefined) continue;
    const action =
      twin.state === 'created' && !row.undeletable ? 'delete' : twin.state === 'paused' ? 'complete' : 'pause';
    return { kind: 'act_on_twin', seq: row.seq, sid: twin.sid, action };
  }
  return null;
}
