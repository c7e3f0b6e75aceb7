import { LIST_SLOW_MINUTES } from '../../shared/limits.ts';
import { isLeft } from './list-strays.ts';
import { isUnused } from './row-lists.ts';
import type { Attention } from '../../shared/protocol/import.ts';
import type { CampaignRow } from './campaign-row.ts';
import type { ListRow } from './list-row.ts';

const MINUTE_MS = 60_000;

/** What is worth knowing about lists, though nothing has to be decided. */
export function listAttention(rows: readonly CampaignRow[], now: number): Attention[] {
  return rows.flatMap((row) =>
    row.lists.flatMap((list) => {
      const notes = [...(isUnused(row) ? [] : notesOf(list, now)), ...leftOf(list)];
      return notes.map(({ code, message }) => ({ code, message, seq: row.seq, choices: [] }));
    }),
  );
}

type Note = Pick<Attention, 'code' | 'message'>;

function notesOf({ name, state, sentAt, contacts, counts }: ListRow, now: number): Note[] {
  const waited = sentAt === null ? 0 : Math.floor((now - sentAt) / MINUTE_MS);
  if ((state === 'processing' || state === 'in_doubt') && waited >= LIST_SLOW_MINUTES) {
    const message = `List "${name}" was sent to Exotel ${waited} minutes ago and is not ready yet. Its campaign waits for it; the others go on.`;
    return [{ code: 'list_slow', message }];
  }
  const missing = counts === null ? 0 : contacts - counts.success;
  if (state !== 'completed' || missing <= 0) return [];
  const message = `Exotel took ${contacts - missing} of the ${contacts} contacts of list "${name}" and does not name the others: they are not called.`;
  return [{ code: 'list_partly_taken', message }];
}

function leftOf({ strays }: ListRow): Note[] {
  return strays.filter(isLeft).map(({ name }) => ({
    code: 'list_left',
    message: `Exotel does not let list "${name}" be deleted. No campaign calls it; delete it in Exotel's dashboard.`,
  }));
}
