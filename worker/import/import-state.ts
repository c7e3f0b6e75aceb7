import { isOver } from '../exotel/status.ts';
import type { Attention, ImportState } from '../../shared/protocol/import.ts';
import type { CampaignRow } from './campaign-row.ts';
import type { Desire } from './next-step.ts';

/** The state of a launched import: a function of what its campaigns are and what was asked of them. */
export function launchedState(desire: Desire, held: boolean, rows: readonly CampaignRow[]): ImportState {
  if (desire === 'stop') return rows.every(isSilent) ? 'stopped' : 'stopping';
  if (held || rows.some((row) => row.state === 'refused')) return 'needs_attention';
  if (rows.every((row) => row.closed)) return 'finished';
  const active = rows.filter((row) => !row.closed && !isOver(row.state) && row.state !== 'cancelled');
  if (desire === 'pause' && active.length > 0 && active.every(isPaused)) return 'paused';
  const unsent = rows.some((row) => row.state === 'pending' || row.state === 'sending' || row.state === 'in_doubt');
  return unsent ? 'launching' : 'running';
}

function isPaused(row: CampaignRow): boolean {
  return row.state === 'held' || row.state === 'paused';
}

/** Nothing of it can ring any more. */
function isSilent(row: CampaignRow): boolean {
  if (row.twins.some((twin) => !isOver(twin.state))) return false;
  return isOver(row.state) || row.state === 'cancelled' || row.state === 'refused';
}

/** A pause before it is sent never reaches Exotel; after that it is asked of Exotel. */
export function pauseRow(row: CampaignRow): CampaignRow {
  if (row.state === 'pending') return { ...row, state: 'held' };
  const mayDial = row.state !== 'refused' && row.state !== 'cancelled' && row.state !== 'held' && !isOver(row.state);
  return mayDial ? { ...row, want: 'paused', actionAt: 0 } : row;
}

/** Also "send again" for a campaign Exotel refused: the person has seen to the reason. */
export function resumeRow(row: CampaignRow): CampaignRow {
  if (row.state === 'held') return { ...row, state: 'pending' };
  if (row.state === 'refused') return { ...row, state: 'pending', refusal: null, attempts: 0 };
  return isOver(row.state) || row.state === 'cancelled' ? row : { ...row, want: 'running', actionAt: 0 };
}

/** What was never sent is cancelled on the spot; one in doubt is found out first, then stopped. */
export function stopRow(row: CampaignRow): CampaignRow {
  const unsent = row.state === 'pending' || row.state === 'held' || row.state === 'refused';
  return unsent ? { ...row, state: 'cancelled', want: null } : { ...row, want: null, actionAt: 0 };
}

/** What waits for a person, in the words of whoever refused, with what to do. */
export function attentionOf(
  hold: { readonly code: string; readonly message: string } | null,
  rows: readonly CampaignRow[],
): Attention[] {
  const refused = rows.flatMap((row) =>
    row.refusal === null || row.state !== 'refused'
      ? []
      : [
          {
            code: row.refusal.code,
            message: `Campaign ${row.seq} was not started: ${row.refusal.message} ${AFTER_REFUSAL}`,
            seq: row.seq,
          },
        ],
  );
  const held =
    hold === null ? [] : [{ code: hold.code, message: `Launching waits: ${hold.message} ${AFTER_REFUSAL}`, seq: null }];
  return [...held, ...refused];
}

const AFTER_REFUSAL = 'Correct it, then resume to send again, or stop the import.';
