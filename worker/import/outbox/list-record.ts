import { listName } from '../../../shared/plan/campaign-name.ts';
import type { ImportRecord } from '../record/import-record.ts';
import { lifeOf } from '../../../shared/campaign/name-token.ts';
import type { ContactRange } from '../../../shared/plan/plan-campaigns.ts';
import type { ListCounts, ListState } from '../../../shared/protocol/campaign-view.ts';

/**
 * One list of a campaign, from the plan until it is proven complete; part of the campaign's outbox row. Times are epoch
 * milliseconds.
 */
export interface ListRow {
  readonly firstContact: number;
  readonly contacts: number;
  /** How many of these contacts were taken out before the file was made. */
  readonly omitted: number;
  readonly name: string;
  /** `in_doubt`: looked for by name. `processing`: its sid is known, and it is awaited that it holds what was sent. */
  readonly state: ListState;
  readonly sid: string | null;
  /** The upload id for asking Exotel's progress; null if only the list itself can be counted. */
  readonly uploadId: string | null;
  /** When the last upload began; written before it leaves. */
  readonly sentAt: number | null;
  /** Uploads begun. Each has a new name, because Exotel adds to a list whose name it knows. */
  readonly uploads: number;
  /** How many of them may have arrived and did not end as they should. */
  readonly attempts: number;
  /** How often in a row it was looked for and not found. */
  readonly lookups: number;
  /** How far the search through the account's newest lists has come. */
  readonly lookOffset: number;
  /** When to ask for it next; each wait is twice the one before. */
  readonly pollAt: number;
  readonly pollWaitMs: number;
  /** How many contacts it was last seen to hold, and since when. */
  readonly seen: { readonly contacts: number | null; readonly since: number } | null;
  readonly counts: ListCounts | null;
  /** The counts Exotel gave when it said that the upload was done, if they do not settle what the list holds. */
  readonly told: ListCounts | 'uncounted' | null;
  /** True once Exotel showed the list's name with its sid; also before it was asked. */
  readonly named: boolean;
  /** Exotel gives no count with the list, so a page of its contacts is asked for the total. */
  readonly byMembers: boolean;
  /**
   * Whether the account was asked for a list of these numbers. Lists with values per row are not shared, so they are
   * not asked for.
   */
  readonly sought: boolean;
  /** It was uploaded by an earlier import. */
  readonly reused: boolean;
  /**
   * For a reused list: how many of its contacts were read so far, and the sums of their fingerprint; null before
   * reading.
   */
  readonly proof: { readonly read: number; readonly sums: readonly number[] } | null;
  readonly refusal: { readonly code: string; readonly message: string } | null;
  readonly orphans: readonly OrphanList[];
}

/** A list of an earlier upload, which must not stay beside the one in use. */
export interface OrphanList {
  readonly name: string;
  /** Null if it was never seen; it may still turn up. */
  readonly sid: string | null;
  /** False while Exotel has given only its sid. It may not be deleted by that sid until Exotel has shown its name. */
  readonly named?: boolean;
  /** How often it was looked for since it was given up. */
  readonly looks: number;
  /** How many deletes Exotel refused. */
  readonly refusals: number;
  /** Nothing is done about it before this time. */
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

/** Names a list of a campaign by its first contact. */
export interface ListPlace {
  readonly seq: number;
  readonly first: number;
}
