import { listName } from '../../../shared/plan/campaign-name.ts';
import type { ImportRecord } from '../record/import-record.ts';
import { lifeOf } from '../../../shared/campaign/name-token.ts';
import type { ContactRange } from '../../../shared/plan/plan-campaigns.ts';
import type { ListCounts, ListState } from '../../../shared/protocol/campaign-view.ts';

/** One list of a campaign, from plan to proven end: part of its outbox row. Times are epoch milliseconds. */
export interface ListRow {
  readonly firstContact: number;
  readonly contacts: number;
  /** Of these, people taken out before its file was made. */
  readonly omitted: number;
  readonly name: string;
  /** `in_doubt` looks for it by name; `processing` knows its sid and waits until it holds what was sent. */
  readonly state: ListState;
  readonly sid: string | null;
  /** What to ask Exotel's progress by; null where only the list itself can be counted. */
  readonly uploadId: string | null;
  /** When the last upload began: written before it leaves. */
  readonly sentAt: number | null;
  /** Uploads begun. Each has a name of its own, since Exotel extends a list of a known name. */
  readonly uploads: number;
  /** Those of them that may have arrived and did not end as they should. */
  readonly attempts: number;
  /** How often in a row it was looked for and not found. */
  readonly lookups: number;
  /** How far the look through the account's newest lists has come. */
  readonly lookOffset: number;
  /** When it is next asked for; waits double. */
  readonly pollAt: number;
  readonly pollWaitMs: number;
  /** The contacts it was seen to hold, and since when. */
  readonly seen: { readonly contacts: number | null; readonly since: number } | null;
  readonly counts: ListCounts | null;
  /** What Exotel's progress said when it said that it was done, where that does not settle what the list holds. */
  readonly told: ListCounts | 'uncounted' | null;
  /** Exotel said its name beside its sid, or was not asked to yet. */
  readonly named: boolean;
  /** Exotel's answer for the list names no count of it: the page of its contacts is asked instead. */
  readonly byMembers: boolean;
  /** Whether the account was asked for a list of these numbers; one with values of its own rows is nobody else's. */
  readonly sought: boolean;
  /** It was uploaded for an earlier import. */
  readonly reused: boolean;
  /** Of such a list, how many of its contacts were read so far, and the sums of their fingerprint; null before that. */
  readonly proof: { readonly read: number; readonly sums: readonly number[] } | null;
  readonly refusal: { readonly code: string; readonly message: string } | null;
  readonly orphans: readonly OrphanList[];
}

/** An earlier upload, which must not stay beside the one that counts. */
export interface OrphanList {
  readonly name: string;
  /** Null when it was never seen; it may still turn up. */
  readonly sid: string | null;
  /** False while Exotel has said its sid alone: it is not deleted by that before it has shown its name. */
  readonly named?: boolean;
  /** Looks for it since it was given up. */
  readonly looks: number;
  /** Deletes that Exotel refused. */
  readonly refusals: number;
  /** Nothing is done about it before this. */
  readonly at: number;
}

/** The import that uploads it. */
type ListMaker = Pick<ImportRecord, 'id' | 'incarnation' | 'name'>;

export function newListRow(record: ListMaker, range: ContactRange, isShared: boolean): ListRow {
  return {
    ...range,
    omitted: 0,
    name: uploadName(record, range, 1),
    state: 'pending',
    sid: null,
    uploadId: null,
    sentAt: null,
    uploads: 0,
    attempts: 0,
    lookups: 0,
    lookOffset: 0,
    pollAt: 0,
    pollWaitMs: 0,
    seen: null,
    counts: null,
    told: null,
    named: true,
    byMembers: false,
    sought: !isShared,
    reused: false,
    proof: null,
    refusal: null,
    orphans: [],
  };
}

export function uploadName(
  record: ListMaker,
  { firstContact }: Pick<ListRow, 'firstContact'>,
  attempt: number,
): string {
  return listName({ importName: record.name, life: lifeOf(record), firstContact, attempt });
}

/** A list of a campaign, by the contact it begins with. */
export interface ListPlace {
  readonly seq: number;
  readonly first: number;
}
