import { LIST_SLOW_MINUTES } from '../../shared/limits.ts';
import { noteOf } from './attention-note.ts';
import { isLeft } from './outbox/orphan-lists.ts';
import { isUnused } from './outbox/campaign-lists.ts';
import type { AttentionFacts } from '../../shared/campaign/attention-facts.ts';
import type { Attention } from '../../shared/protocol/import.ts';
import type { CampaignRow } from './outbox/campaign-row.ts';
import type { ListRow } from './outbox/list-record.ts';

const MINUTE_MS = 60_000;

/** What is worth knowing about lists, though nothing has to be decided. */
export function listAttention(rows: readonly CampaignRow[], now: number): Attention[] {
  return rows.flatMap((row) =>
    row.lists.flatMap((list) =>
      [...(isUnused(row) ? [] : storiesOf(list, now)), ...leftOf(list)].map((facts) => noteOf(facts, row.seq)),
    ),
  );
}

function storiesOf({ name, state, sentAt, contacts, counts }: ListRow, now: number): AttentionFacts[] {
  const waited = sentAt === null ? 0 : Math.floor((now - sentAt) / MINUTE_MS);
  if ((state === 'processing' || state === 'in_doubt') && waited >= LIST_SLOW_MINUTES) {
    return [{ story: 'list_slow', list: name, minutes: waited }];
  }
  const missing = counts === null ? 0 : contacts - counts.success;
  return state === 'completed' && missing > 0 ? [{ story: 'list_partly_taken', list: name, contacts, missing }] : [];
}

function leftOf({ strays }: ListRow): AttentionFacts[] {
  return strays.filter(isLeft).map(({ name }) => ({ story: 'list_left', list: name }));
}
