import { IN_DOUBT_MINUTES, STALLED_MINUTES } from '../../shared/limits.ts';
import type { Attention } from '../../shared/protocol/import.ts';
import type { CampaignRow } from './campaign-row.ts';

const MINUTE_MS = 60_000;

/** What does not wait for a decision but does not move either; each goes away by itself once it does. */
export function stalledAttention(rows: readonly CampaignRow[], now: number): Attention[] {
  return rows.flatMap((row): Attention[] => {
    const note = (code: string, message: string) => [{ code, message, seq: row.seq, choices: [] }];
    const still = Math.floor((now - Math.max(row.movedAt, row.sendAt)) / MINUTE_MS);
    if (row.state === 'in_doubt' && row.sentAt !== null && now - row.sentAt > IN_DOUBT_MINUTES * MINUTE_MS) {
      return note(
        'in_doubt_long',
        `Campaign ${row.seq}: Exotel has not said for ${minutes(now - row.sentAt)} whether it exists. It is looked up again and again; nothing is sent twice. Look at Exotel's dashboard if this stays.`,
      );
    }
    if (row.state === 'in_progress' && still > STALLED_MINUTES) {
      return note(
        'not_moving',
        `Campaign ${row.seq} has reported nothing new for ${still} minutes. Look at Exotel's dashboard, or stop the import.`,
      );
    }
    if (row.state === 'created' && still > STALLED_MINUTES) {
      return note(
        'not_started',
        `Campaign ${row.seq} should have started ${still} minutes ago. Look at Exotel's dashboard, or stop the import.`,
      );
    }
    if (row.closed && row.outcomes.unaccounted > 0) {
      return note(
        'unaccounted',
        `Campaign ${row.seq}: Exotel cannot say what became of ${row.outcomes.unaccounted} contacts. results.csv names them.`,
      );
    }
    return [];
  });
}

function minutes(ms: number): string {
  return `${Math.floor(ms / MINUTE_MS)} minutes`;
}
