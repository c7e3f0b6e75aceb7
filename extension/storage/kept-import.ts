import type { ColumnChoice } from '../../shared/contacts/check-contacts.ts';
import type { DeliveryPreference } from '../../shared/plan/choose-delivery.ts';
import type { FingerprintPart } from '../../shared/plan/launch-fingerprint.ts';
import type { EarlierLaunch } from '../../shared/protocol/import.ts';
import type { Adjustment } from '../../shared/template/adjust-template.ts';
import type { ApiFault } from '../api/api-fault.ts';

/** What the person saw on the button; `launch` compares it. */
export interface Expectation {
  readonly contacts: number;
  readonly campaigns: number;
  /** Of everything that decides what people hear, and when. An earlier version did not store it. */
  readonly fingerprint?: Readonly<Record<string, string>>;
}

/** How the file that is sent was made: from the chosen file, and these corrections of one of its columns. */
export interface SentFrom {
  readonly edition: number;
  readonly numberColumn: number;
  readonly header: boolean;
  /**
   * How many rows are corrected in it, and the size of the chosen file; absent if none is corrected, and in an earlier
   * version.
   */
  readonly corrected?: { readonly rows: number; readonly chosenBytes: number };
}

/** A press of Start, and whether the person said that the same people may be called again. */
interface Press extends Expectation {
  /** Somebody else is asked to start it. An earlier version did not have this. */
  readonly ask?: boolean;
  readonly again: boolean;
  readonly at: number;
  /** What was sent with it; null for the file as it was chosen. */
  readonly sent: SentFrom | null;
}

/** What a workbook hid or did not calculate when its sheet was read, and what a person decided about it. */
export interface WorkbookFacts {
  readonly hiddenRows: number;
  /** Positions from 0. */
  readonly hiddenColumns: readonly number[];
  readonly leftOut: { readonly rows: boolean; readonly columns: boolean };
  /** Cells with a formula and no result. */
  readonly notComputed: number;
}

export type KeptStep = 'file' | 'columns' | 'check' | 'confirm';

/**
 * `file_lost`: the browser no longer has the file, for example because its storage was cleared. `worker_forgotten`:
 * this browser no longer knows the Worker that the file goes to.
 */
export type UploadFault = ApiFault | { readonly code: 'file_lost' } | { readonly code: 'worker_forgotten' };

export type UploadTask = 'opening' | 'locating' | 'sending' | 'checking' | 'launching';

export type UploadState =
  | { readonly step: 'draft' }
  | {
      readonly step: 'working';
      readonly task: UploadTask;
      /** How many bytes the Worker is known to hold. */
      readonly offset: number;
      readonly failures: number;
      readonly retryAt: number | null;
      readonly fault: UploadFault | null;
    }
  | { readonly step: 'stuck'; readonly task: UploadTask; readonly offset: number; readonly fault: UploadFault }
  | { readonly step: 'asks_again'; readonly why: 'plan_changed'; readonly changed?: readonly FingerprintPart[] }
  | { readonly step: 'asks_again'; readonly why: 'too_long_ago' }
  /** The Worker lets nobody start so many contacts alone, or does not let this person. */
  | { readonly step: 'asks_again'; readonly why: 'needs_approval' }
  /** By now more money is in use than the team allows. */
  | { readonly step: 'asks_again'; readonly why: 'spend_cap' }
  | { readonly step: 'asks_again'; readonly why: 'launched_before'; readonly earlier: EarlierLaunch | null };

/**
 * A file chosen here and not yet launched. The file itself is stored under the same id. Once launched, the Worker knows
 * everything, and both are deleted.
 */
export interface KeptImport {
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  /** Size of the file as it is sent. */
  readonly fileBytes: number;
  /** Edition of the corrections: grows with every one that is made, removed or made again; 0 if there never was one. */
  readonly edition: number;
  /** Null if the file is sent as it was chosen. */
  readonly sent: SentFrom | null;
  /** For a workbook, the sheet that was read. */
  readonly sheet: string | null;
  readonly workbook: WorkbookFacts | null;
  readonly template: { readonly id: string; readonly name: string };
  /** Rows of the file, once counted. */
  readonly rows: number | null;
  /** A person's choices; positions from 1. */
  readonly columns: ColumnChoice;
  readonly delivery: DeliveryPreference;
  /** What it changes about its template. */
  readonly adjust: Adjustment;
  /** Leave out people whom its template called lately; null if nobody was asked, or in an earlier version. */
  readonly onlyNew: boolean | null;
  /** Together with `onlyNew`: call people whose status has changed. */
  readonly unlessChanged: boolean;
  /** Why those called recently are called anyway; null while they are left out. */
  readonly override: string | null;
  /** The step where the person left it. */
  readonly step: KeptStep;
  readonly keptAt: number;
  /** When a person discarded it; null if they did not. For a while this can be undone. */
  readonly discardedAt: number | null;
  /** Address of the Worker it goes to; '' is the one in use, as in an earlier version. */
  readonly worker: string;
  readonly press: Press | null;
  readonly upload: UploadState;
}

/** What an earlier version stored, with defaults for what it did not know. */
export function withDefaults(stored: KeptImport): KeptImport {
  return { ...DEFAULTS, ...stored };
}

/** Whether Start was pressed and what was seen then is being sent: nothing of it may change any more. */
export function isUnderWay({ upload }: Pick<KeptImport, 'upload'>): boolean {
  return upload.step === 'working' || upload.step === 'stuck';
}

/** Whether two files made from one import are the same. */
export function isSameSent(left: SentFrom | null, right: SentFrom | null): boolean {
  if (left === null || right === null) return left === right;
  const { edition, numberColumn, header } = left;
  return edition === right.edition && numberColumn === right.numberColumn && header === right.header;
}

/** Why the last press did not launch; null once other rows would be sent than with that press. */
export function asksAgain({ upload, press, sent }: KeptImport): Extract<UploadState, { step: 'asks_again' }> | null {
  return upload.step === 'asks_again' && isSameSent(press?.sent ?? null, sent) ? upload : null;
}

/** Whether the file that is sent contains all corrections. */
export function isSettled({ edition, sent }: Pick<KeptImport, 'edition' | 'sent'>, columns: ColumnChoice): boolean {
  if (edition === 0) return sent === null;
  return typeof columns.number === 'number' && isSameSent(sent, sentFrom(edition, columns));
}

/** `columns` as the check takes them, with positions from 1. */
export function sentFrom(edition: number, { number, header }: ColumnChoice): SentFrom {
  return { edition, numberColumn: Number(number) - 1, header: header ?? true };
}

const DEFAULTS = {
  delivery: 'auto',
  adjust: {},
  onlyNew: null,
  unlessChanged: false,
  override: null,
  step: 'columns',
  worker: '',
  // An earlier version did not count corrections, so there may be some.
  edition: 1,
  sent: null,
  sheet: null,
  workbook: null,
  rows: null,
  discardedAt: null,
} as const;
