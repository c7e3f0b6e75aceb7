import { noteOf } from './attention-note.ts';
import type { Attention } from '../../shared/protocol/import.ts';
import type { CampaignRow } from './outbox/campaign-row.ts';
import type { Desire } from './outbox/next-step.ts';

/** What somebody did to a campaign of ours at Exotel itself. */
export function elsewhereAttention(rows: readonly CampaignRow[], desire: Desire): Attention[] {
  return rows.flatMap((row): Attention[] => {
    const { seq } = row;
    if (row.state === 'paused' && row.want === null && desire === 'run') {
      return [noteOf({ story: 'paused_elsewhere', seq }, seq)];
    }
    if (row.goneAt === null) return [];
    return [noteOf({ story: 'deleted_elsewhere', seq, before: row.state === 'deleted' }, seq)];
  });
}
