import type { Template } from '../../shared/template/template-schema.ts';
import type { CheckRequest, EarlierLaunch, PlanView, RowCounts } from '../../shared/protocol/import.ts';
import type { FileShape } from '../../shared/contacts/check-contacts.ts';
import type { Desire } from './next-step.ts';

/** What a check found; replaced by the next check, frozen by the launch. */
export interface CheckResult {
  readonly rows: RowCounts;
  readonly issues: Readonly<Record<string, number>>;
  readonly shape: FileShape;
  readonly sha256: string;
  /** Of the accepted numbers, whatever their order. */
  readonly numbersHash: string;
  /** Tells this check's stored chunks from those of one that died half-way. */
  readonly generation: number;
}

/** Everything an import object knows about itself but its file, its contacts and its campaigns. */
export interface ImportRecord {
  readonly id: string;
  readonly name: string;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly template: Template;
  readonly fileName: string;
  readonly fileBytes: number;
  /** Where Exotel reaches this Worker. */
  readonly callbackBase: string;
  readonly columns: CheckRequest['columns'];
  readonly check: CheckResult | null;
  /** Why the last check could not read the file at all; gone once one can. */
  readonly fault: { readonly code: string; readonly message: string } | null;
  readonly plan: PlanView | null;
  readonly desire: Desire;
  /** Found by the last check; a launch looks again. */
  readonly launchedBefore: EarlierLaunch | null;
  readonly hold: { readonly code: string; readonly message: string } | null;
  readonly launchedAt: number | null;
  readonly launchedBy: string | null;
  readonly finishedAt: number | null;
  readonly readAt: number;
  /** How far the reading under way has come in Exotel's list. */
  readonly readOffset: number;
  /** Exotel's search did not find our campaigns by their token: its newest ones are gone through instead. */
  readonly searchBlind: boolean;
}

/** What opens an import. */
export type OpenInput = Pick<
  ImportRecord,
  'id' | 'name' | 'createdBy' | 'template' | 'fileName' | 'fileBytes' | 'callbackBase'
>;

export function newImportRecord(input: OpenInput, now: number): ImportRecord {
  return {
    ...input,
    createdAt: now,
    columns: undefined,
    check: null,
    fault: null,
    plan: null,
    desire: 'run',
    launchedBefore: null,
    hold: null,
    launchedAt: null,
    launchedBy: null,
    finishedAt: null,
    readAt: 0,
    readOffset: 0,
    searchBlind: false,
  };
}
