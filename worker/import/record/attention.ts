import { DECISIONS } from '../../../shared/protocol/import.ts';
import { elsewhereAttention } from '../elsewhere.ts';
import { listAttention } from '../list-attention.ts';
import { noteOf } from '../attention-note.ts';
import { stalledAttention } from '../stalled.ts';
import type { Attention } from '../../../shared/protocol/import.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { Desire } from '../outbox/next-step.ts';

/** What waits for a person, or should be known to one, in the words of whoever refused, with what to do. */
export function attentionOf(
  record: { readonly hold: { readonly code: string; readonly message: string } | null; readonly desire: Desire },
  rows: readonly CampaignRow[],
  now: number,
): Attention[] {
  const { hold, desire } = record;
  const held = hold === null ? [] : [noteOf({ story: 'held', code: hold.code, words: hold.message }, null)];
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
  const list = row.lists.find(({ state }) => state === 'refused') ?? null;
  const { code, message: words } = list?.refusal ?? row.refusal;
  // What has no list yet was never made, so there is nothing to adopt.
  const choices = DECISIONS.filter((choice) => list === null || choice !== 'adopt');
  return [noteOf({ story: 'refused', seq: row.seq, code, words, list: list?.name ?? null }, row.seq, choices)];
}
