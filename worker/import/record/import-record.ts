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
  /** Of the accepted numbers, whatever their order. */
  readonly numbersHash: string;
  readonly variables: readonly CheckedVariable[];
  readonly longestRowBytes: number;
  /** Of all messages; null where none are sent, and of checks of an earlier version. */
  readonly parts: number | null;
  /** Tells this check's stored chunks from those of one that died half-way. */
  readonly generation: number;
}

/** Everything an import object knows about itself but its file, its contacts and its campaigns. */
export interface ImportRecord {
  readonly id: string;
  /** Random, made by the Worker: an id may come back after it was deleted, this never does. '' of imports of 0.2 and before. */
  readonly incarnation: string;
  readonly name: string;
  readonly createdBy: string;
  readonly createdAt: number;
  /** As this import uses it: the saved one, adjusted. */
  readonly template: Template;
  readonly fileName: string;
  readonly fileBytes: number;
  /** Where Exotel reaches this Worker. */
  readonly callbackBase: string;
  readonly origin: Origin;
  /** A test call: one row, one call, outside caps and counts. */
  readonly test: boolean;
  readonly columns: CheckRequest['columns'];
  /** The template before it was adjusted; null while nothing is. */
  readonly savedTemplate: Template | null;
  readonly adjust: Adjustment;
  /** How the numbers should reach Exotel. */
  readonly delivery: DeliveryPreference;
  readonly check: CheckResult | null;
  /** Why the last check could not read the file at all; gone once one can. */
  readonly fault: { readonly code: string; readonly message: string } | null;
  readonly plan: PlanView | null;
  /** As it was launched: what it likely costs is what the caps were held against. */
  readonly spend: SpendEstimate | null;
  readonly target: TargetState;
  /** Found by the last check; a launch looks again. */
  readonly launchedBefore: EarlierLaunch | null;
  /** Those called recently are called all the same, by this decision; of the last check. */
  readonly override: Override | null;
  /** Whom its template called within so many days is left out; null where nobody wants that. */
  readonly notCalledForDays: number | null;
  /** Of those, whoever's status is another now is called again. */
  readonly unlessChanged: boolean;
  /** The days and hours of the settings, as last asked. */
  readonly calendar: Calendar | null;
  readonly hold: { readonly code: string; readonly message: string } | null;
  /** How calls ended lately, since the start or the last resuming; and the figure for which the brake paused it. */
  readonly health: { readonly samples: readonly HealthSample[]; readonly braked: Braked | null };
  /** The Worker itself has failed at it so often in a row, since then; null while it does not. */
  readonly trouble: { readonly failures: number; readonly since: number } | null;
  /** Exotel asked not to be asked before then. */
  readonly silentUntil: number | null;
  /** Lines of the file whose person was erased, and how many contacts each was. */
  readonly erasedRows: readonly (readonly [line: number, contacts: number])[];
  readonly launchedAt: number | null;
  readonly launchedBy: string | null;
  /** Somebody asked for a second person to start it, or was told why not; the last one of each kind of word. */
  readonly approval: {
    readonly state: 'asked' | 'sent_back' | 'approved';
    readonly by: string;
    /** Of one that was approved. */
    readonly askedBy?: string;
    readonly at: number;
    readonly note: string | null;
  } | null;
  readonly finishedAt: number | null;
  /** Epoch ms: never launched, it is erased then. Null of one of 0.2 and before, until somebody touches it. */
  readonly expiresAt: number | null;
  /** Its file comes in one request, and is not all here yet. */
  readonly isArriving: boolean;
  readonly readAt: number;
  /** How far the reading under way has come in Exotel's list. */
  readonly readOffset: number;
  /** When it began, and which of our campaigns it has shown so far, by sid. */
  readonly readFrom: number;
  readonly readSeen: readonly string[];
  /** Exotel's search did not find our campaigns by their token: its newest ones are gone through instead. */
  readonly searchBlind: boolean;
  /** Calls asked for at a time: fewer once Exotel has refused so many. */
  readonly callPage: number;
  /** The state that the destinations were last told, and how often they were told of one. */
  readonly told: { readonly state: TellableState | null; readonly count: number };
}

/** What opens an import. */
export type OpenInput = Pick<
  ImportRecord,
  'id' | 'name' | 'createdBy' | 'template' | 'fileName' | 'fileBytes' | 'callbackBase'
> &
  Partial<Pick<ImportRecord, 'origin' | 'columns' | 'test' | 'notCalledForDays' | 'unlessChanged'>>;

/** With what every record begins. */
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
