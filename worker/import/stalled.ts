import { IN_DOUBT_MINUTES, STALLED_MINUTES } from '../../shared/limits.ts';
import { noteOf } from './attention-note.ts';
import type { Attention } from '../../shared/protocol/import.ts';
import type { CampaignRow } from './outbox/campaign-row.ts';

const MINUTE_MS = 60_000;

/** What does not wait for a decision but does not move either; each goes away by itself once it does. */
export function stalledAttention(rows: readonly CampaignRow[], now: number): Attention[] {
  return rows.flatMap((row): Attention[] => {
    const { seq } = row;
    const still = Math.floor((now - Math.max(row.movedAt, row.sendAt)) / MINUTE_MS);
    const doubted = row.sentAt === null ? 0 : now - row.sentAt;
    if (row.state === 'in_doubt' && doubted > IN_DOUBT_MINUTES * MINUTE_MS) {
      return [noteOf({ story: 'in_doubt_long', seq, minutes: Math.floor(doubted / MINUTE_MS) }, seq)];
    }
    if (row.state === 'in_progress' && still > STALLED_MINUTES) {
      return [noteOf({ story: 'not_moving', seq, minutes: still }, seq)];
    }
    if (row.state === 'created' && still > STALLED_MINUTES) {
      return [noteOf({ story: 'not_started', seq, minutes: still }, seq)];
    }
    const { unaccounted } = row.outcomes;
    return row.closed && unaccounted > 0 ? [noteOf({ story: 'unaccounted', seq, contacts: unaccounted }, seq)] : [];
  });
}
