import type { Account } from '../account.ts';
import { toIst } from '../ist-time.ts';
import type { ContactList, Upload } from './contact-list.ts';

/** Every list there ever was, what was put into it and who used it. */
export function viewLists({ book, ledger }: Account) {
  return [...book.lists.values()].map((list) => ({
    sid: list.sid,
    name: list.name,
    at: toIst(list.createdAt),
    type: list.type,
    contacts: list.entries.numbers.length,
    deleted: list.deleted,
    uploads: list.uploads.map(viewUpload),
    usedBy: ledger.campaigns
      .filter(({ spec: { audience } }) => audience.kind === 'lists' && audience.lists.includes(list.sid))
      .map(({ id }) => id),
  }));
}

export function viewUploads({ book }: Account) {
  return [...book.uploads.values()].map((upload) => viewUpload(upload));
}

function viewUpload({ id, listSid, at, status, rows, success, duplicate, failed }: Upload) {
  return { id, listSid, at: toIst(at), status, rows, success, duplicate, failed };
}

/** The judgement of lists. A number counts in a list from the moment it was uploaded, processed or not. */
export function viewListSummary(account: Account) {
  const lists = [...account.book.lists.values()];
  const kept = lists.filter(({ deleted }) => !deleted);
  const used = new Set(
    account.ledger.campaigns
      .filter(({ status }) => status !== 'deleted')
      .flatMap(({ spec: { audience } }) => (audience.kind === 'lists' ? audience.lists : [])),
  );
  return {
    counts: {
      lists: lists.length,
      deletedLists: lists.length - kept.length,
      uploads: account.book.uploads.size,
      numbersInLists: kept.reduce((sum, { known }) => sum + known.size, 0),
      numbersInSeveralLists: countRepeated(kept),
      numbersInSeveralUsedLists: countRepeated(kept.filter(({ sid }) => used.has(sid))),
    },
    listsUploadedSeveralTimes: lists.filter(({ uploads }) => uploads.length > 1).map(({ name }) => name),
    campaignsBeforeTheirLists: account.ledger.campaigns
      .filter(({ spec: { audience } }) => audience.kind === 'lists' && !audience.wereReady)
      .map(({ id }) => id),
  };
}

function countRepeated(lists: readonly ContactList[]): number {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { known } of lists) {
    for (const number of known) {
      if (seen.has(number)) repeated.add(number);
      seen.add(number);
    }
  }
  return repeated.size;
}
