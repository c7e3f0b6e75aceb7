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

/** What the engine may touch. The object gives it storage and peers; a test gives it a model of them. */
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
  /** Everything put so far is on disk once this resolves. */
  sync(): Promise<void>;
  takeTurn(priority: Priority): Promise<Turn>;
  endTurn(leaseId: number, end: TurnEnd): Promise<void>;
  numbers(range: ContactRange): Float64Array;
  /** Of these contacts, those who must not be called, as of now. */
  suppressed(range: ContactRange): Promise<Float64Array>;
  /** Takes in the account's calling hours and closed days as they are now. */
  learnHours(): Promise<void>;
  openCampaign(row: CampaignRow): Promise<void>;
  fillCampaign(seq: number, calls: readonly UpstreamCall[]): Promise<CampaignTotals | null>;
  countAs(seq: number, numbers: readonly number[], as: 'invalid' | 'suppressed'): Promise<CampaignTotals | null>;
  closeCampaign(seq: number, uncalled: UncalledOutcome): Promise<CampaignTotals | null>;
  callbackUrls(seq: number): Promise<Record<CallbackKind, string>>;
  readonly lists: ListPeers;
  readonly minutes: MinutesPeer;
}

/** The account's pace, of which every campaign is promised its minutes. */
export interface MinutesPeer {
  /** Another slot for a campaign that missed its own. */
  promise(seq: number, rules: DialRules, wish: SlotWish): Promise<Result<Slot, PlanFault>>;
  /** It calls nobody any more. */
  release(seq: number): Promise<void>;
}

/** What lists need beside Exotel: the stored file, and what the account knows of lists other imports uploaded. */
export interface ListPeers {
  /** As it is uploaded, made when it is needed; null when the stored file does not read as it did at the check. */
  file(list: ListRow, omitted: ReadonlySet<number>): Promise<Blob | null>;
  /** A list of the same numbers that Exotel has, which this import calls too from now on. */
  find(list: ListRow): Promise<{ readonly sid: string; readonly name: string } | null>;
  remember(list: ListRow): Promise<void>;
  /** This import calls it no more: true when no other does either. */
  release(sid: string): Promise<boolean>;
  /** Exotel has it no more, or not as it was. */
  forget(sid: string): Promise<void>;
}

/** A request to Exotel within one granted turn. */
export type Ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) => Promise<ExotelExchange>;
