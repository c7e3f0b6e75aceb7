import { again, countInstead } from './list-transitions.ts';
import type { ListRow } from './list-record.ts';

/**
 * Takes in one page of contacts of a list that is to be reused; the last page proves the list, or it is uploaded anew.
 */
export function afterMembers(
  list: ListRow,
  page: {
    readonly read: number;
    readonly sums: readonly number[];
    /** Whether the sums so far equal those of the people it should hold. */
    readonly isWanted: boolean;
  },
  now: number,
): ListRow {
  const proof = { read: (list.proof?.read ?? 0) + page.read, sums: page.sums };
  if (page.read > 0 && proof.read < list.contacts) return { ...list, proof, pollAt: now };
  const isSame = proof.read === list.contacts && page.isWanted;
  if (!isSame) return again({ ...list, proof: null }, 'list_changed', 'It no longer holds the same people.');
  const { contacts } = list;
  return {
    ...list,
    proof: null,
    state: 'completed',
    counts: { total: contacts, success: contacts, duplicate: 0, failed: 0 },
  };
}

/** The account knows a list of the same numbers. It is used only after Exotel has shown every one of them. */
export function reuseList(list: ListRow, known: { readonly sid: string; readonly name: string }, now: number): ListRow {
  return {
    ...countInstead(list, now),
    ...known,
    state: 'processing',
    sought: true,
    reused: true,
    proof: null,
    sentAt: null,
  };
}
