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
  /** When the last POST began; written before the POST leaves. */
  readonly sentAt: number | null;
  /** How many POSTs may have reached Exotel. */
  readonly attempts: number;
  /** Creates that may exist at Exotel but were not seen there. */
  readonly unseen: readonly UnseenCreate[];
  /** The sids of all campaigns seen under its name. */
  readonly seenSids: readonly string[];
  /** Look-ups since the last POST that found nothing. */
  readonly lookups: number;
  readonly lookupAt: number | null;
  /** How many campaigns the current look-up has read, where Exotel sends fewer at a time than were asked for. */
  readonly lookOffset?: number;
  /** The sid of a campaign at Exotel that a person says is this one; it is believed once Exotel shows it. */
  readonly adoptSid: string | null;
  /** Why Exotel, or our own caution, refuses to continue with it. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
  /** Numbers that Exotel refused by name; the next POST leaves them out. E.164 digits. */
  readonly excluded: readonly number[];
  /** People who asked after Start, before the campaign was sent, not to be called; E.164 digits. */
  readonly suppressed: readonly number[];
  /** How many contacts pressed each key. */
  readonly pressed: Readonly<Record<string, number>>;
  /** How its calls ended, as last reported. */
  readonly health: CallHealth;
  /** What a person did to this campaign alone through Dialsheet; not to be mistaken for somebody's act at Exotel. */
  readonly steered: 'paused' | 'ended' | null;
  /**
   * What the user last asked of it and Exotel has not confirmed. `ended`: it was given up, and whatever is found of it
   * is ended.
   */
  readonly want: 'paused' | 'running' | 'ended' | null;
  /** It was paused because calling hours close, and will be resumed when they open. */
  readonly kept: boolean;
  /** A person changed what its people hear, so what the import shows no longer applies to it. */
  readonly heardChanged?: boolean;
  /** The last action that Exotel refused, or left unanswered so often that a person should know. */
  readonly actionRefused: { readonly code: string; readonly message: string; readonly tries: number } | null;
  /** No action before this time: the last one failed and the state has to be read again first. */
  readonly actionAt: number;
  /** Exotel refused to delete it because it has started, so it is paused and completed instead. */
  readonly undeletable: boolean;
  /** Further campaigns found under this name, made by a POST that was thought lost. */
  readonly duplicates: readonly { readonly sid: string; readonly state: CampaignState }[];
  /**
   * Duplicates that ended without being deleted. They may have called people, so their calls are read after this
   * campaign's.
   */
  readonly unread: readonly string[];
  /**
   * It was made again though an earlier create may exist, and nothing has shown yet that it is alone: `open`. `awaited`:
   * it is paused until that is shown, and goes on by itself then.
   */
  readonly proof?: 'open' | 'awaited' | null;
  /** The campaign that a POST's answer named: it was made last of all under its name. */
  readonly answeredSid?: string;
  /** Campaigns under its name that were seen to be over. They stay so, whatever state Exotel shows later. */
  readonly overSids?: readonly string[];
  /** Those of them that were over before their start: they called nobody, so none of them takes this one's place. */
  readonly silentSids?: readonly string[];
  /** A reading of all campaigns did not show it, so it is asked for by its sid, not before this time. */
  readonly missedAt: number | null;
  /** How often in a row it was not found; `missing-campaigns.ts` says what follows from that. */
  readonly misses: number;
  /** Exotel showed a list of campaigns without it, after it was asked for by its sid. */
  readonly unlisted?: boolean;
  /** Since when it is known that somebody else deleted it. */
  readonly goneAt: number | null;
  /** When it was seen to be over; from then on its call details are read. */
  readonly overAt: number | null;
  readonly pageOffset: number;
  readonly pageAt: number;
  /** When all call details had been read after it was over; from then on Exotel's own counts are asked. */
  readonly pagedAt: number | null;
  /** Every contact has an outcome, and Exotel is asked nothing more about it. */
  readonly closed: boolean;
  /** What Exotel's totals say of contacts without a known outcome; the totals do not say which contact is meant. */
  readonly uncalled: UncalledTotals | null;
  /** When its counts or state last changed. */
  readonly movedAt: number;
  readonly outcomes: OutcomeCounts;
  readonly unfinished: number;
  /** Calls known only from call details, because no callback came. */
  readonly missed: number;
  /**
   * Its lists, each uploaded and proven complete before the campaign is made; empty if its numbers are sent inside it.
   */
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
