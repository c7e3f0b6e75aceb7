import type { ColumnChoice } from '../../shared/contacts/check-contacts.ts';
import type { DeliveryPreference } from '../../shared/plan/choose-delivery.ts';
import type { FingerprintPart } from '../../shared/plan/launch-fingerprint.ts';
import type { EarlierLaunch } from '../../shared/protocol/import.ts';
import type { Adjustment } from '../../shared/template/adjust-template.ts';
import type { ApiFault } from '../api/api-fault.ts';

/** What the person saw on the button: what `launch` will be held to. */
export interface Expectation {
  readonly contacts: number;
  readonly campaigns: number;
  /** Of what decides what people hear, and when. An earlier version kept none. */
  readonly fingerprint?: Readonly<Record<string, string>>;
}

/** What the file that is sent was made with: the file chosen, and these corrections of one column of it. */
export interface SentFrom {
  readonly edition: number;
  readonly numberColumn: number;
  readonly header: boolean;
  /** How many rows are corrected in it, and the size of the file that was chosen; absent while none is, and of an earlier version. */
  readonly corrected?: { readonly rows: number; readonly chosenBytes: number };
}

/** A press of Start, and whether it was said that the same people may be called again. */
interface Press extends Expectation {
  /** Somebody else is asked to start it. An earlier version knew no such press. */
  readonly ask?: boolean;
  readonly again: boolean;
  readonly at: number;
  /** What was sent with it; null for the file as it was chosen. */
  readonly sent: SentFrom | null;
}

/** What a workbook hid or never worked out when its sheet was read, and what a person said to that. */
export interface WorkbookFacts {
  readonly hiddenRows: number;
  /** Places from 0. */
  readonly hiddenColumns: readonly number[];
  readonly leftOut: { readonly rows: boolean; readonly columns: boolean };
  /** Cells with a formula and no result. */
  readonly notComputed: number;
}

export type KeptStep = 'file' | 'columns' | 'check' | 'confirm';

/**
 * `file_lost`: the browser no longer has the file, as when its storage was cleared. `worker_forgotten`: the Worker it
 * was meant for is no longer among those this browser knows.
 */
export type UploadFault = ApiFault | { readonly code: 'file_lost' } | { readonly code: 'worker_forgotten' };

export type UploadTask = 'opening' | 'locating' | 'sending' | 'checking' | 'launching';

export type UploadState =
  | { readonly step: 'draft' }
  | {
      readonly step: 'working';
      readonly task: UploadTask;
      /** Bytes the Worker is known to hold. */
      readonly offset: number;
      readonly failures: number;
      readonly retryAt: number | null;
      readonly fault: UploadFault | null;
    }
  | { readonly step: 'stuck'; readonly task: UploadTask; readonly offset: number; readonly fault: UploadFault }
  | { readonly step: 'asks_again'; readonly why: 'plan_changed'; readonly changed?: readonly FingerprintPart[] }
  | { readonly step: 'asks_again'; readonly why: 'too_long_ago' }
  /** The Worker lets nobody start so much alone, or not this person. */
  | { readonly step: 'asks_again'; readonly why: 'needs_approval' }
  /** More money than the team allows is in use by now. */
  | { readonly step: 'asks_again'; readonly why: 'spend_cap' }
  | { readonly step: 'asks_again'; readonly why: 'launched_before'; readonly earlier: EarlierLaunch | null };

/**
 * A file chosen here and not yet launched. The file itself lies beside it, under the same id.
 * Once launched the Worker knows everything, and both are removed.
 */
export interface KeptImport {
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  /** Of the file as it is sent. */
  readonly fileBytes: number;
  /** Of the corrections: grows with every one that is made, taken back or made again; 0 while none ever was. */
  readonly edition: number;
  /** Null while the file is sent as it was chosen. */
  readonly sent: SentFrom | null;
  /** Of a workbook, the sheet that was read. */
  readonly sheet: string | null;
  readonly workbook: WorkbookFacts | null;
  readonly template: { readonly id: string; readonly name: string };
  /** Of the file, once they were counted. */
  readonly rows: number | null;
  /** What a person chose; positions from 1. */
  readonly columns: ColumnChoice;
  readonly delivery: DeliveryPreference;
  /** What it does otherwise than its template. */
  readonly adjust: Adjustment;
  /** Whom its template called lately is left out; null while nobody was asked, or before that could be chosen. */
  readonly onlyNew: boolean | null;
  /** With it: who has another status now is called again. */
  readonly unlessChanged: boolean;
  /** Why those called recently are called all the same; null while they are left out. */
  readonly override: string | null;
  /** Where it was left. */
  readonly step: KeptStep;
  readonly keptAt: number;
  /** When a person threw it away; null while it is there. For a while the press can be taken back. */
  readonly discardedAt: number | null;
  /** Address of the Worker it goes to; '' is whichever is in use, as an earlier version meant. */
  readonly worker: string;
  readonly press: Press | null;
  readonly upload: UploadState;
}

/** What an earlier version stored, with what it did not know yet. */
export function withDefaults(stored: KeptImport): KeptImport {
  return { ...DEFAULTS, ...stored };
}

/** Whether Start was pressed and what was seen then is on its way: nothing of it changes any more. */
export function isUnderWay({ upload }: Pick<KeptImport, 'upload'>): boolean {
  return upload.step === 'working' || upload.step === 'stuck';
}

/** Whether two files made of one import are the same. */
export function isSameSent(left: SentFrom | null, right: SentFrom | null): boolean {
  if (left === null || right === null) return left === right;
  const { edition, numberColumn, header } = left;
  return edition === right.edition && numberColumn === right.numberColumn && header === right.header;
}

/** What the last press came to when it led to no launch; null once other rows would be sent than with that press. */
export function asksAgain({ upload, press, sent }: KeptImport): Extract<UploadState, { step: 'asks_again' }> | null {
  return upload.step === 'asks_again' && isSameSent(press?.sent ?? null, sent) ? upload : null;
}

/** Whether what is sent was made with every correction there is. */
export function isSettled({ edition, sent }: Pick<KeptImport, 'edition' | 'sent'>, columns: ColumnChoice): boolean {
  if (edition === 0) return sent === null;
  return typeof columns.number === 'number' && isSameSent(sent, sentFrom(edition, columns));
}

/** `columns` as the check takes them: positions from 1. */
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
  // An earlier version did not count them: there may be some.
  edition: 1,
  sent: null,
  sheet: null,
  workbook: null,
  rows: null,
  discardedAt: null,
} as const;
