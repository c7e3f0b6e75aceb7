import type { Attention } from '../../shared/protocol/import.ts';
import type { CampaignRow } from './campaign-row.ts';
import type { Desire } from './next-step.ts';

/** What somebody did to a campaign of ours at Exotel itself. */
export function elsewhereAttention(rows: readonly CampaignRow[], desire: Desire): Attention[] {
  return rows.flatMap((row): Attention[] => {
    const note = (code: string, message: string) => [{ code, message, seq: row.seq, choices: [] }];
    if (row.state === 'paused' && row.want === null && desire === 'run') {
      return note(
        'paused_elsewhere',
        `Campaign ${row.seq} was paused at Exotel. It calls nobody until it is resumed: press resume here, or resume it there.`,
      );
    }
    if (row.goneAt !== null) {
      return note(
        'deleted_elsewhere',
        row.state === 'deleted'
          ? `Campaign ${row.seq} was deleted at Exotel before it began: none of its contacts was called.`
          : `Campaign ${row.seq} is no longer at Exotel. What became of its contacts is known only as far as it was reported.`,
      );
    }
    return [];
  });
}
