import { CALL_PAGE_SIZE } from '../../../shared/limits.ts';
import type { Adjustment } from '../../../shared/template/adjust-template.ts';
import type { Template } from '../../../shared/template/template-schema.ts';
import type { RowCounts } from '../../../shared/contacts/bins.ts';
import type { EarlierLaunch, Origin, Override, PlanView } from '../../../shared/protocol/import.ts';
import type { Braked, HealthSample } from '../../../shared/people/health-brake.ts';
import type { SpendEstimate } from '../../../shared/protocol/spend.ts';
import type { CheckRequest } from '../../../shared/protocol/import-requests.ts';
import type { Calendar } from '../../../shared/people/calling-days.ts';
import type { FileShape } from '../../../shared/contacts/check-contacts.ts';
import type { OtherTable } from '../../../shared/contacts/other-table.ts';
import type { CheckedVariable } from '../../../shared/contacts/variable-check.ts';
import type { DeliveryPreference } from '../../../shared/plan/choose-delivery.ts';
import type { TellableState } from './state-event.ts';
import type { TargetState } from '../outbox/next-step.ts';

/** What a check found; replaced by the next check, frozen by the launch. */
export interface CheckResult {
  readonly rows: RowCounts;
  readonly issues: Readonly<Record<string, number>>;
  readonly shape: FileShape;
  readonly otherTables: readonly OtherTable[];
  readonly sha256: string;
  /** A hash of the accepted numbers that does not depend on their order. */
  readonly numbersHash: string;
  readonly variables: readonly CheckedVariable[];
  readonly longestRowBytes: number;
  /** SMS parts of all messages; null for calls, and for checks of an earlier version. */
  readonly parts: number | null;
  /** Distinguishes this check's stored chunks from those of a check that died half-way. */
  readonly generation: number;
}

/** Everything an import object knows about itself except its file, contacts and campaigns. */
export interface ImportRecord {
  readonly id: string;
  /**
   * Random, made by the Worker. An id may be used again after its import was deleted; an incarnation never is. '' for
   * imports of 0.2 and before.
   */
  readonly incarnation: string;
  readonly name: string;
  readonly createdBy: string;
  readonly createdAt: number;
  /** The template as this import uses it: the saved one with adjustments. */
  readonly template: Template;
  readonly fileName: string;
  readonly fileBytes: number;
  /** The address at which Exotel reaches this Worker. */
  readonly callbackBase: string;
  readonly origin: Origin;
  /** A test call: one row and one call, outside caps and counts. */
  readonly test: boolean;
  readonly columns: CheckRequest['columns'];
  /** The saved template without adjustments; null if nothing was adjusted. */
  readonly savedTemplate: Template | null;
  readonly adjust: Adjustment;
  /** How the numbers should be sent to Exotel. */
  readonly delivery: DeliveryPreference;
  readonly check: CheckResult | null;
  /** Why the last check could not read the file at all; null once a check can. */
  readonly fault: { readonly code: string; readonly message: string } | null;
  readonly plan: PlanView | null;
  /** The likely cost at the launch, which was compared with the caps. */
  readonly spend: SpendEstimate | null;
  readonly target: TargetState;
  /** Found by the last check; a launch looks again. */
  readonly launchedBefore: EarlierLaunch | null;
  /** The decision, used in the last check, to call those called recently anyway. */
  readonly override: Override | null;
  /** People its template called within so many days are left out; null if nobody wants that. */
  readonly notCalledForDays: number | null;
  /** Of those, people whose status has changed since are called anyway. */
  readonly unlessChanged: boolean;
  /** The days and hours of the team's settings, as last asked. */
  readonly calendar: Calendar | null;
  readonly hold: { readonly code: string; readonly message: string } | null;
  /** How calls ended lately, since the start or the last resume, and the figure for which the brake paused it. */
  readonly health: { readonly samples: readonly HealthSample[]; readonly braked: Braked | null };
  /** How often in a row the Worker itself failed on this import, and since when; null while it does not fail. */
  readonly trouble: { readonly failures: number; readonly since: number } | null;
  /** Exotel asked us to send nothing before this time. */
  readonly silentUntil: number | null;
  /** Lines of the file whose person was erased, each with how many contacts it was. */
  readonly erasedRows: readonly (readonly [line: number, contacts: number])[];
  readonly launchedAt: number | null;
  readonly launchedBy: string | null;
  /** Somebody asked for a second person to start it, or was told why not; the last of each. */
  readonly approval: {
    readonly state: 'asked' | 'sent_back' | 'approved';
    readonly by: string;
    /** Who had asked for the start that was approved. */
    readonly askedBy?: string;
    readonly at: number;
    readonly note: string | null;
  } | null;
  readonly finishedAt: number | null;
  /**
   * When it is erased if it is never launched (epoch ms). Null for an import of 0.2 and before until somebody uses it.
   */
  readonly expiresAt: number | null;
  /** Its file comes in one request and has not arrived completely. */
  readonly isArriving: boolean;
  readonly readAt: number;
  /** How far the current reading has come in Exotel's list. */
  readonly readOffset: number;
  /** When that reading began, and the sids of our campaigns that it has shown so far. */
  readonly readFrom: number;
  readonly readSeen: readonly string[];
  /** The sids of all campaigns that it has shown so far; null, or left out by earlier versions, if it cannot be whole. */
  readonly readShown?: readonly string[] | null;
  /** Exotel's search did not find our campaigns by their token, so the newest campaigns are read instead. */
  readonly searchBlind: boolean;
  /** How many calls to ask for at a time; fewer once Exotel refused that many. */
  readonly callPage: number;
  /** The state that the destinations were last told, and how many states they were told. */
  readonly told: { readonly state: TellableState | null; readonly count: number };
}

/** The data that opens an import. */
export type OpenInput = Pick<
  ImportRecord,
  'id' | 'name' | 'createdBy' | 'template' | 'fileName' | 'fileBytes' | 'callbackBase'
> &
  Partial<Pick<ImportRecord, 'origin' | 'columns' | 'test' | 'notCalledForDays' | 'unlessChanged'>>;

/** The data that every record begins with. */
export interface Birth {
  readonly incarnation: string;
  readonly now: number;
  readonly expiresAt: number | null;
}

export function newImportRecord(input: OpenInput, { incarnation, now, expiresAt }: Birth): ImportRecord {
  return {
    ...input,
    incarnation,
    expiresAt,
    isArriving: false,
    origin: input.origin ?? { kind: 'file' },
    test: input.test ?? false,
    createdAt: now,
    columns: input.columns,
    savedTemplate: null,
    adjust: {},
    delivery: 'auto',
    check: null,
    fault: null,
    plan: null,
    spend: null,
    target: 'run',
    launchedBefore: null,
    override: null,
    notCalledForDays: input.notCalledForDays ?? null,
    unlessChanged: input.unlessChanged ?? false,
    calendar: null,
    hold: null,
    health: { samples: [], braked: null },
    trouble: null,
    silentUntil: null,
    erasedRows: [],
    launchedAt: null,
    launchedBy: null,
    approval: null,
    finishedAt: null,
    readAt: 0,
    readOffset: 0,
    readFrom: 0,
    readSeen: [],
    searchBlind: false,
    callPage: CALL_PAGE_SIZE,
    told: { state: null, count: 0 },
  };
}
