import { NUMBER_ISSUE_CODES } from '../phone/number-issue.ts';
import type { SkipReason } from '../people/screen-answer.ts';

/** Why a row was not accepted. */
export const ISSUE_CODES = [
  'duplicate',
  'blank',
  'suppressed',
  'called_recently',
  'above_headings',
  'calling_code_unclear',
  'value_missing',
  ...NUMBER_ISSUE_CODES,
] as const;

export type IssueCode = (typeof ISSUE_CODES)[number];

/** One row that was not accepted. `value` is what its number cell holds, cut to MAX_ISSUE_VALUE_CHARS. */
export interface RowIssue {
  /** As the spreadsheet numbers it: from 1, the header and blank rows included. */
  readonly line: number;
  readonly value: string;
  readonly code: IssueCode;
  /** `duplicate` only: the earlier line with the same number. */
  readonly firstLine?: number;
  /** `suppressed` and `called_recently` only: since when, by whom. */
  readonly reason?: SkipReason;
  /** Where further columns count too: the one of them that holds the value, from 0. Left out for the number column. */
  readonly column?: number;
  /** A column without whose value rows are left out has none here: another number would not let this one in. */
  readonly lacks?: true;
}
