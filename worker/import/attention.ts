import { DECISIONS } from '../../shared/protocol/import.ts';
import { elsewhereAttention } from './elsewhere.ts';
import { listAttention } from './list-attention.ts';
import { stalledAttention } from './stalled.ts';
import type { Attention } from '../../shared/protocol/import.ts';
import type { CampaignRow } from './campaign-row.ts';
import type { Desire } from './next-step.ts';

/** What waits for a person, or should be known to one, in the words of whoever refused, with what to do. */
export function attentionOf(
  record: { readonly hold: { readonly code: string; readonly message: string } | null; readonly desire: Desire },
  rows: readonly CampaignRow[],
  now: number,
): Attention[] {
  const { hold, desire } = record;
  const held: Attention[] =
    hold === null
      ? []
      : [{ code: hold.code, message: `Launching waits: ${hold.message} ${AFTER_HOLD}`, seq: null, choices: [] }];
  return [
    ...held,
    ...rows.flatMap(refusedAttention),
    ...elsewhereAttention(rows, desire),
    ...listAttention(rows, now),
    ...stalledAttention(rows, now),
  ];
}

function refusedAttention(row: CampaignRow): Attention[] {
  if (row.refusal === null || row.state !== 'refused') return [];
  const isList = row.lists.some(({ state }) => state === 'refused');
  const message = `Campaign ${row.seq} was not started: ${sentence(row.refusal.message)} ${isList ? AFTER_LIST : AFTER_REFUSAL}`;
  // What has no list yet was never made, so there is nothing to adopt.
  const choices = DECISIONS.filter((choice) => !isList || choice !== 'adopt');
  return [{ code: row.refusal.code, message, seq: row.seq, choices }];
}

/** Exotel ends its descriptions without a full stop. */
function sentence(description: string): string {
  return /[.!?]$/.test(description) ? description : `${description}.`;
}

const AFTER_HOLD = 'Correct it, then resume, or stop the import.';
const AFTER_REFUSAL =
  'Correct it and send it again, adopt the campaign if it exists at Exotel after all, or give it up: then its contacts are not called.';
const AFTER_LIST = 'Send it again, or give it up: then its contacts are not called.';
