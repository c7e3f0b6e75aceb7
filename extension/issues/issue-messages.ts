import type { CheckSettings, FileShape } from '../../shared/contacts/check-contacts.ts';
import type { FileFault } from '../../shared/contacts/file-fault.ts';
import type { ReturnedFault } from '../../shared/contacts/returned-rows.ts';
import type { SuggestionKind } from '../../shared/contacts/suggest-number.ts';
import type { Result } from '../../shared/result.ts';
import type { Changes } from '../storage/corrections.ts';
import type { IssueRow } from './thread/issue-model.ts';
import type { IssueOverview } from './thread/issue-overview.ts';
import type { IssueCsvWords } from './thread/issue-csv.ts';
import type { IssueFilter } from './thread/issue-view.ts';

/** What came of putting a corrected file back. Rows are counted once each: the other four add up to `rows`. */
export interface MergeSummary {
  readonly rows: number;
  readonly mended: number;
  readonly stillWrong: number;
  readonly unchanged: number;
  /** Lines that are none of the rows not accepted, or none at all. */
  readonly unknown: number;
}

/** The number cell of a row is among them; `headings` are as many. */
export interface WholeRow {
  readonly line: number;
  readonly headings: readonly string[];
  readonly cells: readonly string[];
}

/** What the page asks of the thread that holds the rows, and what it answers to each. */
export interface IssueAsks {
  open: {
    ask: { readonly importId: string; readonly file: Blob; readonly settings: CheckSettings };
    answer: Result<{ readonly overview: IssueOverview; readonly shape: FileShape }, FileFault>;
  };
  /** Takes up what another window has corrected; null where nothing is new. */
  catch_up: { ask: { readonly edition: number }; answer: IssueOverview | null };
  look: { ask: IssueFilter; answer: { readonly shown: number; readonly overview: IssueOverview } };
  rows: { ask: { readonly start: number; readonly count: number }; answer: readonly IssueRow[] };
  whole: { ask: { readonly line: number }; answer: WholeRow | null };
  /** Of every change: null when it could not be kept. */
  change: { ask: { readonly changes: Changes }; answer: IssueOverview | null };
  /** `kind` null: those of every kind that is sure. */
  take_suggestions: { ask: { readonly kind: SuggestionKind | null }; answer: IssueOverview | null };
  /** Leaves every corrected row in view as it stands in the file. */
  take_back: { ask: null; answer: IssueOverview | null };
  undo: { ask: null; answer: IssueOverview | null };
  merge: {
    ask: { readonly file: Blob; readonly lineHeadings: readonly string[] };
    answer: Result<{ readonly summary: MergeSummary; readonly overview: IssueOverview }, ReturnedFault> | null;
  };
  /** Those in view that are still not accepted. */
  write: { ask: IssueCsvWords; answer: Blob };
  /** Nothing more will be asked: ends once what was changed is on disk. */
  close: { ask: null; answer: null };
}

export type IssueAskName = keyof IssueAsks;

export type IssueQuestion = {
  [Name in IssueAskName]: { readonly name: Name; readonly ask: IssueAsks[Name]['ask'] };
}[IssueAskName];

/** What the thread tells unasked. */
export type IssueMessage =
  | { readonly type: 'progress'; readonly bytes: number }
  /** More suggestions were worked out. */
  | { readonly type: 'overview'; readonly overview: IssueOverview };
