import type { Account } from '../account.ts';
import { toIst } from '../campaigns/ist-time.ts';
import type { Ledger } from '../control/ledger.ts';
import type { ContactList, Upload } from './contact-list.ts';

type User = {
  readonly sid: string;
  readonly deleted: boolean;
  readonly lists: readonly string[];
  readonly wereReady: boolean;
};

/** Campaigns of both channels that call or write to lists. */
function usersOf({ campaigns, messageCampaigns }: Ledger): readonly User[] {
  const all = [...campaigns.map((one) => ({ ...one, sid: one.id })), ...messageCampaigns];
  return all.flatMap(({ sid, status, spec: { audience } }) =>
    audience.kind === 'lists'
      ? [{ sid, deleted: status === 'deleted', lists: audience.lists, wereReady: audience.wereReady }]
      : [],
  );
}

/** Every list that ever existed, what was added to it, and which campaigns used it. */
export function viewLists({ book, ledger }: Account) {
  const users = usersOf(ledger);
  return [...book.lists.values()].map((list) => ({
    sid: list.sid,
    name: list.name,
    at: toIst(list.createdAt),
    type: list.type,
    contacts: list.entries.numbers.length,
    deleted: list.deleted,
    uploads: list.uploads.map(viewUpload),
    usedBy: users.filter(({ lists }) => lists.includes(list.sid)).map(({ sid }) => sid),
  }));
}

export function viewUploads({ book }: Account) {
  return [...book.uploads.values()].map((upload) => viewUpload(upload));
}

function viewUpload({ id, listSid, at, status, rows, success, duplicate, failed }: Upload) {
  return { id, listSid, at: toIst(at), status, rows, success, duplicate, failed };
}

/** What tests judge lists by. A number counts from the moment it was uploaded, even if it is not processed yet. */
export function viewListSummary(account: Account) {
  const lists = [...account.book.lists.values()];
  const kept = lists.filter(({ deleted }) => !deleted);
  const users = usersOf(account.ledger);
  const used = new Set(users.flatMap((user) => (user.deleted ? [] : user.lists)));
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
    campaignsBeforeTheirLists: users.filter(({ wereReady }) => !wereReady).map(({ sid }) => sid),
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
