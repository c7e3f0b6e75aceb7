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

/** The result of reading a corrected file back. Each row is counted once: the other four counts add up to `rows`. */
export interface MergeSummary {
  readonly rows: number;
  readonly mended: number;
  readonly stillWrong: number;
  readonly unchanged: number;
  /** Lines that are not among the rows not accepted, or do not exist. */
  readonly unknown: number;
}

/** All cells of a row, the number cell included; there are as many `headings`. */
export interface WholeRow {
  readonly line: number;
  readonly headings: readonly string[];
  readonly cells: readonly string[];
}

/** The questions that the page asks the thread holding the rows, each with its answer. */
export interface IssueAsks {
  open: {
    ask: { readonly importId: string; readonly file: Blob; readonly settings: CheckSettings };
    answer: Result<{ readonly overview: IssueOverview; readonly shape: FileShape }, FileFault>;
  };
  /** Reads what another window has corrected; null if nothing is new. */
  catch_up: { ask: { readonly edition: number }; answer: IssueOverview | null };
  look: { ask: IssueFilter; answer: { readonly shown: number; readonly overview: IssueOverview } };
  rows: { ask: { readonly start: number; readonly count: number }; answer: readonly IssueRow[] };
  whole: { ask: { readonly line: number }; answer: WholeRow | null };
  /** For every change: null if it could not be stored. */
  change: { ask: { readonly changes: Changes }; answer: IssueOverview | null };
  /** `kind` null: every kind that is sure. */
  take_suggestions: { ask: { readonly kind: SuggestionKind | null }; answer: IssueOverview | null };
  /** Removes the correction of every matching row. */
  take_back: { ask: null; answer: IssueOverview | null };
  undo: { ask: null; answer: IssueOverview | null };
  merge: {
    ask: { readonly file: Blob; readonly lineHeadings: readonly string[] };
    answer: Result<{ readonly summary: MergeSummary; readonly overview: IssueOverview }, ReturnedFault> | null;
  };
  /** The matching rows that are still not accepted. */
  write: { ask: IssueCsvWords; answer: Blob };
  /** No more questions follow; ends once all changes are on disk. */
  close: { ask: null; answer: null };
}

export type IssueAskName = keyof IssueAsks;

export type IssueQuestion = {
  [Name in IssueAskName]: { readonly name: Name; readonly ask: IssueAsks[Name]['ask'] };
}[IssueAskName];

/** Messages that the thread sends without being asked. */
export type IssueMessage =
  | { readonly type: 'progress'; readonly bytes: number }
  /** More suggestions were computed. */
  | { readonly type: 'overview'; readonly overview: IssueOverview };
