import type { RowIssue } from '../issue.ts';

/** A row's cells. They are decoded only when asked for, and only during the call that passes them. */
export interface RowCells {
  cells(): string[];
  /** Where the first `most` cells are in `bytes`, as pairs `[start, end]`. */
  ranges(most: number): number[];
  readonly bytes: Uint8Array;
  /** The column that the row's number is in, from 0. */
  readonly column: number;
  /** The mark of the row's status; 0 if no column gives one. */
  status(): number;
}

export interface CheckSink {
  /** `number` is the E.164 number's digits as an integer, below 2^53. */
  accepted(number: number, line: number, row: RowCells): void;
  issue(issue: RowIssue, row: RowCells): void;
}
