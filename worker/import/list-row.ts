import { listName } from '../../shared/plan/campaign-name.ts';
import type { ContactRange } from '../../shared/plan/plan-campaigns.ts';
import type { ListCounts, ListState } from '../../shared/protocol/campaign-view.ts';

/** One list of a campaign, from plan to proven end: part of its outbox row. Times are epoch milliseconds. */
export interface ListRow {
  readonly firstContact: number;
  readonly contacts: number;
  /** Never used for two uploads: Exotel extends a list of a known name. */
  readonly name: string;
  readonly state: ListState;
  readonly sid: string | null;
  readonly uploadId: string | null;
  /** When the last upload began: written before it leaves. */
  readonly sentAt: number | null;
  /** Uploads that may have arrived, each under a name of its own. */
  readonly attempts: number;
  readonly lookups: number;
  /** When it is next asked for; waits double. */
  readonly pollAt: number;
  readonly pollWaitMs: number;
  readonly counts: ListCounts | null;
  /** It was uploaded for an earlier import, and is not ours to drop. */
  readonly reused: boolean;
  readonly refusal: { readonly code: string; readonly message: string } | null;
  /** Earlier uploads, which must not stay beside the one that counts: name, and sid once known. */
  readonly strays: readonly { readonly name: string; readonly sid: string | null }[];
}

export function newListRow(record: { readonly id: string; readonly name: string }, range: ContactRange): ListRow {
  return {
    ...range,
    name: listName({ importName: record.name, importId: record.id, firstContact: range.firstContact, attempt: 1 }),
    state: 'pending',
    sid: null,
    uploadId: null,
    sentAt: null,
    attempts: 0,
    lookups: 0,
    pollAt: 0,
    pollWaitMs: 0,
    counts: null,
    reused: false,
    refusal: null,
    strays: [],
  };
}
