import type { ColumnChoice } from '../../shared/contacts/check-contacts.ts';
import type { DeliveryPreference } from '../../shared/plan/choose-delivery.ts';
import type { EarlierLaunch } from '../../shared/protocol/import.ts';
import type { Adjustment } from '../../shared/template/adjust-template.ts';
import type { ApiFault } from '../api/api-fault.ts';

/** What the person saw on the button: what `launch` will be held to. */
export interface Expectation {
  readonly contacts: number;
  readonly campaigns: number;
}

/** A press of Start, and whether it was said that the same people may be called again. */
interface Press extends Expectation {
  readonly again: boolean;
  readonly at: number;
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
  | { readonly step: 'asks_again'; readonly why: 'plan_changed' | 'too_long_ago' }
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
  /** Whether what is sent is not the file that was chosen, but that with rows corrected. */
  readonly isCorrected: boolean;
  /** Of a workbook, the sheet that was read. */
  readonly sheet: string | null;
  readonly workbook: WorkbookFacts | null;
  readonly template: { readonly id: string; readonly name: string };
  /** What a person chose; positions from 1. */
  readonly columns: ColumnChoice;
  readonly delivery: DeliveryPreference;
  /** What it does otherwise than its template. */
  readonly adjust: Adjustment;
  /** Where it was left. */
  readonly step: KeptStep;
  readonly keptAt: number;
  /** Address of the Worker it goes to; '' is whichever is in use, as an earlier version meant. */
  readonly worker: string;
  readonly press: Press | null;
  readonly upload: UploadState;
}

/** What an earlier version stored, with what it did not know yet. */
export function withDefaults(stored: KeptImport): KeptImport {
  return { ...DEFAULTS, ...stored };
}

const DEFAULTS = {
  delivery: 'auto',
  adjust: {},
  step: 'columns',
  worker: '',
  isCorrected: false,
  sheet: null,
  workbook: null,
} as const;
