import { ABSENT_LOOKUPS_REQUIRED, LIST_SETTLE_SECONDS } from '../../shared/limits.ts';
import { again, wait } from './outbox/list-transitions.ts';
import type { UploadStatus } from '../exotel/list-api.ts';
import type { ListRow } from './outbox/list-record.ts';

/** Exotel's word on how far it has taken the file in; null when it knows of no such upload. */
export function afterStatus(list: ListRow, status: UploadStatus | null, now: number): ListRow {
  if (status === null) {
    const lookups = list.lookups + 1;
    const isUnknown = lookups >= ABSENT_LOOKUPS_REQUIRED;
    return isUnknown ? countInstead(list, now) : wait({ ...list, lookups }, now);
  }
  if (status.state === 'in_progress') return wait(list, now);
  if (status.state === 'failed') return again(list, 'list_failed', 'Exotel could not take in its file.');
  const { counts } = status;
  if (counts === null || counts.success + counts.duplicate + counts.failed !== counts.total) {
    return countInstead({ ...list, told: 'uncounted' }, now);
  }
  if (counts.total !== list.contacts || counts.success + counts.duplicate === 0) {
    const { total, success } = counts;
    return again(list, 'list_incomplete', `Exotel read ${total} and took ${success} of its ${list.contacts} contacts.`);
  }
  // We sent nobody twice, into a list of its own: whom Exotel knew already it may have put there, or left out.
  const told = { ...list, told: counts };
  return counts.duplicate > 0 ? countInstead(told, now) : { ...told, state: 'completed', counts };
}

function countInstead(list: ListRow, now: number): ListRow {
  return { ...list, uploadId: null, lookups: 0, seen: null, pollWaitMs: 0, pollAt: now };
}

/** The contacts a list holds by Exotel's count of it: null where it does not say, `gone` where there is no such list. */
export function afterCount(list: ListRow, contacts: number | 'gone' | null, now: number): ListRow {
  const expected = list.counts?.success ?? list.contacts;
  if (contacts === expected) {
    const counts = list.counts ?? { total: contacts, success: contacts, duplicate: 0, failed: 0 };
    return { ...list, state: 'completed', counts };
  }
  if (contacts === 'gone') {
    const lookups = list.lookups + 1;
    if (lookups < ABSENT_LOOKUPS_REQUIRED) return wait({ ...list, lookups }, now);
    return again({ ...list, counts: null }, 'list_gone', 'Exotel shows it no longer.');
  }
  if (contacts === null && !list.byMembers) return { ...list, byMembers: true, lookups: 0, pollAt: now };
  // It is complete or it is of no use: nobody adds to a list of another import's any more.
  if (list.reused) return again(list, 'list_changed', 'It is not what it was.');
  const asTold = believeTold(list, contacts);
  if (asTold !== null) return asTold;
  const seen = list.seen?.contacts === contacts ? list.seen : { contacts, since: now };
  if (now - seen.since < LIST_SETTLE_SECONDS * 1000) return wait({ ...list, lookups: 0, seen }, now);
  return again(
    { ...list, counts: null },
    'list_incomplete',
    `It holds ${contacts ?? 'nobody knows how many'} of its ${list.contacts} contacts and does not grow.`,
  );
}

/**
 * Exotel has said that it is done with the file. It holds those it took where that is what is counted; where nothing can
 * be counted there is nothing better than its word, and whoever is missing shows when the campaign is over.
 */
function believeTold(list: ListRow, contacts: number | null): ListRow | null {
  const { told } = list;
  if (told === null) return null;
  if (contacts === null) {
    const counts = told === 'uncounted' ? null : { ...told, success: told.success + told.duplicate, duplicate: 0 };
    return { ...list, state: 'completed', counts };
  }
  return told !== 'uncounted' && contacts > 0 && contacts === told.success
    ? { ...list, state: 'completed', counts: told }
    : null;
}

/** The account knows a list of the same numbers: believed once Exotel shows that it still holds them. */
export function reuseList(list: ListRow, known: { readonly sid: string; readonly name: string }, now: number): ListRow {
  return { ...countInstead(list, now), ...known, state: 'processing', sought: true, reused: true, sentAt: null };
}

/** Sent again by a person: what was refused is uploaded anew, and what was complete is counted once more. */
export function retryList(list: ListRow): ListRow {
  if (list.state === 'refused') return { ...list, state: 'pending', attempts: 0, refusal: null };
  return list.state === 'completed' ? { ...countInstead(list, 0), state: 'processing' } : list;
}
