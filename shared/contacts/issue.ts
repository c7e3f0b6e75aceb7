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
  'do_not_call',
  'total_row',
  'note_row',
  ...NUMBER_ISSUE_CODES,
] as const;

export type IssueCode = (typeof ISSUE_CODES)[number];

/** One row that was not accepted. `value` is the content of its number cell, cut to MAX_ISSUE_VALUE_CHARS. */
export interface RowIssue {
  /** The spreadsheet's row number: from 1, counting header and blank rows. */
  readonly line: number;
  readonly value: string;
  readonly code: IssueCode;
  /** `duplicate` only: the earlier line with the same number. */
  readonly firstLine?: number;
  /** `suppressed` and `called_recently` only: since when, by whom. */
  readonly reason?: SkipReason;
  /** If further columns are used: the one that holds the value, from 0. Left out for the number column. */
  readonly column?: number;
  /**
   * What stands beside the number keeps the row out, so another number would not make it valid: a required column is
   * empty, the file says not to call, or the row is a note.
   */
  readonly lacks?: true;
}
