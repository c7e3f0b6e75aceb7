import {
  ABSENT_LOOKUPS_REQUIRED,
  LIST_PAGE_SIZE,
  LIST_POLL_FIRST_SECONDS,
  LIST_POLL_LONGEST_SECONDS,
  LIST_SETTLE_SECONDS,
  LIST_UPLOAD_TIMEOUT_FACTOR,
  MAX_LIST_ATTEMPTS,
  MAX_RECENT_LISTS,
} from '../../../shared/limits.ts';
import { LIST_SHORT_SECONDS } from '../../../shared/list-limits.ts';
import { isSameName } from '../../../shared/campaign/same-name.ts';
import { describeFailure } from '../../exotel/failure.ts';
import type { Result } from '../../../shared/result.ts';
import type { ExotelFailure } from '../../exotel/failure.ts';
import type { UploadReceipt, UploadStatus } from '../../exotel/list-api.ts';
import type { OutboxRules } from './campaign-transitions.ts';
import { orphanOf } from './orphan-lists.ts';
import type { ListRow } from './list-record.ts';

/**
 * A list's transitions: pending -> uploading -> processing -> completed, or in doubt in between when an answer is lost.
 * Pure. An upload is repeated only under a new name, so that no list receives two; what an earlier upload left is an
 * orphan.
 */
export function beginUpload(list: ListRow, name: string, now: number): ListRow {
  return {
    ...list,
    name,
    state: 'uploading',
    sid: null,
    uploadId: null,
    sentAt: now,
    uploads: list.uploads + 1,
    attempts: list.attempts + 1,
    lookups: 0,
    lookOffset: 0,
    seen: null,
    counts: null,
    told: null,
    byMembers: false,
    named: true,
  };
}

/** For a list that says `uploading` though this object uploads nothing: the process died in between. */
export function recoverUpload(list: ListRow, rules: OutboxRules): ListRow {
  return list.state === 'uploading' ? inDoubt(list, rules) : list;
}

/** Waits until the upload cannot be under way anywhere: one and a half times its timeout. */
function inDoubt(list: ListRow, rules: OutboxRules): ListRow {
  const pollAt = (list.sentAt ?? 0) + rules.timeoutMs * LIST_UPLOAD_TIMEOUT_FACTOR * 1.5;
  return { ...list, state: 'in_doubt', lookups: 0, lookOffset: 0, pollAt };
}

export function afterUpload(
  list: ListRow,
  answer: Result<UploadReceipt | null, ExotelFailure>,
  rules: OutboxRules,
  now: number,
): ListRow {
  if (answer.ok) {
    const { listSid, listName, uploadId } = answer.value ?? {};
    // An answer that names another list belongs to somebody else's request.
    if (listSid === undefined || !isSameName(list.name, listName ?? list.name)) return inDoubt(list, rules);
    const sent = { ...list, state: 'processing' as const, sid: listSid, uploadId: uploadId ?? null };
    return wait({ ...sent, named: listName !== null, pollWaitMs: 0 }, now);
  }
  const failure = answer.error;
  if (failure.code === 'in_doubt') return inDoubt(list, rules);
  const back = { ...list, state: 'pending' as const, attempts: list.attempts - 1 };
  return failure.code === 'throttled' ? back : refuse(back, failure.code, describeFailure(failure));
}

/** Waits before asking again: shortest after the first answer, then twice as long each time. */
export function wait(list: ListRow, now: number): ListRow {
  const first = LIST_POLL_FIRST_SECONDS * 1000;
  const pollWaitMs = Math.min(Math.max(list.pollWaitMs * 2, first), LIST_POLL_LONGEST_SECONDS * 1000);
  return { ...list, pollWaitMs, pollAt: now + pollWaitMs };
}

export function refuse(list: ListRow, code: string, message: string): ListRow {
  return { ...list, state: 'refused', refusal: { code, message } };
}

/**
 * `found` is the sid of the list with exactly this name; `isWhole` is false while there are more of the newest lists to
 * search.
 */
export function afterLook(
  list: ListRow,
  look: { readonly found: string | null; readonly isWhole: boolean },
  rules: OutboxRules,
  now: number,
): ListRow {
  if (look.found !== null) {
    const found = { ...list, state: 'processing' as const, sid: look.found, uploadId: null, lookups: 0, seen: null };
    return { ...found, pollWaitMs: 0, pollAt: now };
  }
  const lookOffset = list.lookOffset + LIST_PAGE_SIZE;
  if (!look.isWhole && lookOffset < MAX_RECENT_LISTS) return { ...list, lookOffset };
  const lookups = list.lookups + 1;
  if (lookups < ABSENT_LOOKUPS_REQUIRED) return { ...list, lookups, lookOffset: 0, pollAt: now + rules.timeoutMs };
  return again(list, 'list_unproven', 'Exotel gave no usable answer to its upload and shows no such list.');
}

/** A look that failed proves nothing. */
export function lookFailed(list: ListRow, rules: OutboxRules, now: number): ListRow {
  return { ...list, pollAt: now + rules.timeoutMs };
}

/** Whether the next look reads the newest lists instead of using the search. */
export function looksThroughNewest({ lookups }: ListRow): boolean {
  return lookups === ABSENT_LOOKUPS_REQUIRED - 1;
}

/** Uploads again under another name. What this upload left, or may have left, becomes an orphan. */
export function again(list: ListRow, code: string, message: string): ListRow {
  const orphan = orphanOf(list);
  const orphans = list.reused ? list.orphans : [...list.orphans, orphan];
  const free = {
    ...list,
    orphans,
    state: 'pending' as const,
    sid: null,
    uploadId: null,
    reused: false,
    proof: null,
    named: true,
  };
  return list.attempts >= MAX_LIST_ATTEMPTS ? refuse(free, code, message) : free;
}

/**
 * People were taken out, so the list needs a new file without them. A shared list of all numbers would not fit, so it
 * is not looked for.
 */
export function uploadAnew(list: ListRow, omitted: number): ListRow {
  const isThere = list.state !== 'pending' && list.state !== 'refused';
  const left = isThere ? again({ ...list, attempts: 0 }, '', '') : list;
  if (omitted < list.contacts) return { ...left, omitted, sought: true, counts: null };
  // Nobody is left for the file, so nothing is uploaded or awaited.
  const counts = { total: 0, success: 0, duplicate: 0, failed: 0 };
  return { ...left, omitted, sought: true, state: 'completed', sid: null, uploadId: null, counts };
}

/** How many contacts its file holds. */
function expectedOf({ contacts, omitted }: ListRow): number {
  return contacts - omitted;
}

/** Exotel's progress with the upload; null when Exotel does not know the upload. */
export function afterStatus(list: ListRow, status: UploadStatus | null, now: number): ListRow {
  if (status === null || (status.listSid ?? list.sid) !== list.sid) {
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
  if (counts.total !== expectedOf(list) || counts.success + counts.duplicate === 0) {
    const { total, success } = counts;
    return again(
      list,
      'list_incomplete',
      `Exotel read ${total} and took ${success} of its ${expectedOf(list)} contacts.`,
    );
  }
  // The file names nobody twice and the list was new, so a "duplicate" is somebody Exotel already knew: it may have put
  // them into the list or left them out. The list is counted instead.
  const told = { ...list, told: counts };
  return counts.duplicate > 0 || !list.named ? countInstead(told, now) : { ...told, state: 'completed', counts };
}

export function countInstead(list: ListRow, now: number): ListRow {
  return { ...list, uploadId: null, lookups: 0, seen: null, pollWaitMs: 0, pollAt: now };
}

/** Exotel shows another name for the list's sid: that list is somebody else's, and ours must still be found. */
export function afterOtherName(list: ListRow, rules: OutboxRules, now: number): ListRow {
  if (list.reused) return again(list, 'list_changed', 'It is not what it was.');
  return { ...inDoubt(list, rules), sid: null, uploadId: null, pollAt: now };
}

/** How many contacts the list holds by Exotel's count: null if Exotel does not say, `gone` if there is no such list. */
export function afterCount(list: ListRow, contacts: number | 'gone' | null, now: number): ListRow {
  const expected = list.counts?.success ?? expectedOf(list);
  // The right number of contacts may still be the wrong ones: somebody may have changed the list in Exotel's dashboard.
  if (contacts === expected && list.reused) return { ...list, proof: { read: 0, sums: [] }, pollAt: now };
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
  // A list of another import is complete or useless, because nobody adds to it any more.
  if (list.reused) return again(list, 'list_changed', 'It is not what it was.');
  const asTold = believeTold(list, contacts);
  if (asTold !== null) return asTold;
  const seen = list.seen?.contacts === contacts ? list.seen : { contacts, since: now };
  // The answer to the upload was lost, so its progress cannot be asked. A second upload will say which rows are not
  // taken.
  const settleSeconds = contacts !== null && contacts > 0 ? LIST_SHORT_SECONDS : LIST_SETTLE_SECONDS;
  if (now - seen.since < settleSeconds * 1000) return wait({ ...list, lookups: 0, seen }, now);
  return again(
    { ...list, counts: null },
    'list_incomplete',
    `It holds ${contacts ?? 'nobody knows how many'} of its ${expectedOf(list)} contacts and does not grow.`,
  );
}

/**
 * Exotel says that it has processed the file. If the list can be counted, it must hold the contacts that Exotel took.
 * If nothing can be counted, Exotel's word is believed; contacts that are missing then show once the campaign is over.
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

/** A person asked to send it again: a refused list is uploaded anew, and a complete one is counted once more. */
export function retryList(list: ListRow): ListRow {
  if (list.state === 'refused') return { ...list, state: 'pending', attempts: 0, refusal: null };
  return list.state === 'completed' && list.sid !== null ? { ...countInstead(list, 0), state: 'processing' } : list;
}
