import type { CampaignTotals, UncalledOutcome } from '../../campaign/outcome-tracker.ts';
import type { CallbackKind } from '../../callbacks/read-callback.ts';
import type { Priority, Turn, TurnEnd } from '../../account/request-budget.ts';
import type { CampaignApi } from '../../exotel/campaign-api.ts';
import type { ExoPhoneClient, ExotelClient, ExotelExchange } from '../../exotel/client.ts';
import type { UpstreamCall } from '../../exotel/read-call.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { ImportRecord } from '../record/import-record.ts';
import type { ListRow } from '../outbox/list-record.ts';
import type { OutboxRules } from '../outbox/campaign-transitions.ts';
import type { ContactRange } from '../../../shared/plan/plan-campaigns.ts';
import type { AccountRules } from '../../../shared/plan/plan-template.ts';
import type { DialRules, Slot, SlotWish } from '../../../shared/plan/next-slot.ts';
import type { PlanFault } from '../../../shared/plan/plan-faults.ts';
import type { Result } from '../../../shared/result.ts';

/**
 * Everything the engine can reach. The import object passes in its storage and peers; a test passes in models of them.
 */
export interface EngineDeps {
  readonly rules: OutboxRules;
  readonly account: AccountRules;
  readonly client: ExotelClient;
  readonly phones: ExoPhoneClient;
  /** Of the template's channel. */
  readonly api: CampaignApi;
  now(): number;
  record(): ImportRecord;
  updateRecord(
    change: Partial<
      Pick<
        ImportRecord,
        | 'hold'
        | 'readAt'
        | 'readOffset'
        | 'readFrom'
        | 'readSeen'
        | 'readShown'
        | 'searchBlind'
        | 'callPage'
        | 'silentUntil'
        | 'finishedAt'
      >
    >,
  ): void;
  rows(): readonly CampaignRow[];
  row(seq: number): CampaignRow;
  putRow(row: CampaignRow): void;
  /** Resolves once everything that was put is on disk. */
  sync(): Promise<void>;
  takeTurn(priority: Priority): Promise<Turn>;
  endTurn(leaseId: number, end: TurnEnd): Promise<void>;
  numbers(range: ContactRange): Float64Array;
  /** Those of these contacts who must not be called, as of now. */
  suppressed(range: ContactRange): Promise<Float64Array>;
  /** Takes over the account's calling hours and closed days as they are now. */
  learnHours(): Promise<void>;
  openCampaign(row: CampaignRow): Promise<void>;
  fillCampaign(seq: number, calls: readonly UpstreamCall[]): Promise<CampaignTotals | null>;
  countAs(seq: number, numbers: readonly number[], as: 'invalid' | 'suppressed'): Promise<CampaignTotals | null>;
  closeCampaign(seq: number, uncalled: UncalledOutcome): Promise<CampaignTotals | null>;
  callbackUrls(seq: number): Promise<Record<CallbackKind, string>>;
  readonly lists: ListPeers;
  readonly minutes: MinutesPeer;
}

/** The account's pace: every campaign is promised minutes of it. */
export interface MinutesPeer {
  /** Another slot for a campaign that missed its own. */
  promise(seq: number, rules: DialRules, wish: SlotWish): Promise<Result<Slot, PlanFault>>;
  /** The campaign calls nobody any more, so its minutes are free. */
  release(seq: number): Promise<void>;
}

/**
 * What list steps use beside Exotel: the stored file, and the account's record of lists that other imports uploaded.
 */
export interface ListPeers {
  /**
   * The list's file as it is uploaded, made when needed; null when the stored file no longer reads as it did at the
   * check.
   */
  file(list: ListRow, omitted: ReadonlySet<number>): Promise<Blob | null>;
  /** A list at Exotel with the same numbers; from now on this import counts as calling it. */
  find(list: ListRow): Promise<{ readonly sid: string; readonly name: string } | null>;
  remember(list: ListRow): Promise<void>;
  /** This import no longer calls the list. True when no other import does either. */
  release(sid: string): Promise<boolean>;
  /** Exotel no longer has the list, or not as it was. */
  forget(sid: string): Promise<void>;
}

/** Sends one request to Exotel, using a turn that was granted. */
export type Ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) => Promise<ExotelExchange>;
