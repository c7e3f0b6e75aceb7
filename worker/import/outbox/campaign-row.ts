import { noOutcomes, type OutcomeCounts } from '../../../shared/protocol/outcomes.ts';
import { NO_HEALTH, type CallHealth } from '../../../shared/people/health-brake.ts';
import type { ListRow } from './list-record.ts';
import type { UncalledTotals } from './classify-uncalled.ts';
import type { UnseenCreate } from './unseen-creates.ts';
import type { CampaignState } from '../../../shared/protocol/campaign-view.ts';

/** One row of the outbox: a campaign from plan to proven end. Times are epoch milliseconds. */
export interface CampaignRow {
  readonly seq: number;
  readonly name: string;
  readonly firstContact: number;
  readonly contacts: number;
  readonly sendAt: number;
  readonly endAt: number;
  readonly state: CampaignState;
  readonly sid: string | null;
  /** When the last POST began: written before it leaves. */
  readonly sentAt: number | null;
  /** POSTs that may have reached Exotel. */
  readonly attempts: number;
  /** Creates that may exist and were not seen at Exotel. */
  readonly unseen: readonly UnseenCreate[];
  /** Every campaign seen under its name. */
  readonly seenSids: readonly string[];
  /** Look-ups since the last POST that found nothing. */
  readonly lookups: number;
  readonly lookupAt: number | null;
  /** A campaign at Exotel that a person says is this one; believed once Exotel shows it. */
  readonly adoptSid: string | null;
  /** Why Exotel, or our own caution, refuses to go on with it. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
  /** Numbers Exotel refused by name, taken out of the next POST; E.164 digits. */
  readonly excluded: readonly number[];
  /** People who asked not to be called after Start, and before it was sent; E.164 digits. */
  readonly suppressed: readonly number[];
  /** Contacts by the key they pressed. */
  readonly pressed: Readonly<Record<string, number>>;
  /** How its calls ended, as last reported. */
  readonly health: CallHealth;
  /** What a person did to it by itself, past its import; nobody at Exotel did that. */
  readonly steered: 'paused' | 'ended' | null;
  /** What the user last asked of it and Exotel has not confirmed. `ended`: it was given up, and whatever is found of it ends. */
  readonly want: 'paused' | 'running' | 'ended' | null;
  /** Paused because calling hours close, and to be resumed for it. */
  readonly kept: boolean;
  /** A person changed what its people hear, by itself: what the import shows is no longer it. */
  readonly heardChanged?: boolean;
  /** The last action that Exotel would not take, or did not answer so often that a person should know. */
  readonly actionRefused: { readonly code: string; readonly message: string; readonly tries: number } | null;
  /** No action before this: the last one failed and the state was read again meanwhile. */
  readonly actionAt: number;
  /** Exotel would not delete it: it has started, so it is paused and completed instead. */
  readonly undeletable: boolean;
  /** Further campaigns found under this name: a POST that was thought lost. */
  readonly duplicates: readonly { readonly sid: string; readonly state: CampaignState }[];
  /** Duplicates that ended without being deleted: they may have rung people, and are read back after this one. */
  readonly unread: readonly string[];
  /** A reading of all campaigns did not show it: it is asked for by its sid, not before this. */
  readonly missedAt: number | null;
  /** How often in a row it was not there; what a look is worth is in `missing-campaigns.ts`. */
  readonly misses: number;
  /** A list that Exotel did show lacks it, since it was asked for by its sid. */
  readonly unlisted?: boolean;
  /** Since when it is known to have been deleted by somebody else. */
  readonly goneAt: number | null;
  /** Reading its call details back, once it is over. */
  readonly overAt: number | null;
  readonly pageOffset: number;
  readonly pageAt: number;
  /** When all its call details had been read since it was over; from then on Exotel's own counts are asked. */
  readonly pagedAt: number | null;
  /** Every contact has its outcome and nothing more is asked of Exotel. */
  readonly closed: boolean;
  /** What Exotel's totals say of contacts that ended unaccounted for; they do not say who is which. */
  readonly uncalled: UncalledTotals | null;
  /** When its counts or state last changed. */
  readonly movedAt: number;
  readonly outcomes: OutcomeCounts;
  readonly unfinished: number;
  /** Calls of which no callback ever came: known from call details alone. */
  readonly missed: number;
  /** Uploaded, each proven complete, before the campaign is made; none where its numbers travel inside it. */
  readonly lists: readonly ListRow[];
}

export function newCampaignRow(planned: {
  readonly seq: number;
  readonly name: string;
  readonly firstContact: number;
  readonly contacts: number;
  readonly sendAt: number;
  readonly endAt: number;
  readonly lists: readonly ListRow[];
  readonly deletable: boolean;
}): CampaignRow {
  const { deletable, ...rest } = planned;
  return {
    ...rest,
    state: 'pending',
    sid: null,
    sentAt: null,
    attempts: 0,
    unseen: [],
    seenSids: [],
    lookups: 0,
    lookupAt: null,
    adoptSid: null,
    refusal: null,
    excluded: [],
    suppressed: [],
    pressed: {},
    health: NO_HEALTH,
    steered: null,
    want: null,
    kept: false,
    actionRefused: null,
    actionAt: 0,
    undeletable: !deletable,
    duplicates: [],
    unread: [],
    missedAt: null,
    misses: 0,
    goneAt: null,
    overAt: null,
    pageOffset: 0,
    pageAt: 0,
    pagedAt: null,
    closed: false,
    uncalled: null,
    movedAt: 0,
    outcomes: { ...noOutcomes(), queued: planned.contacts },
    unfinished: planned.contacts,
    missed: 0,
  };
}
