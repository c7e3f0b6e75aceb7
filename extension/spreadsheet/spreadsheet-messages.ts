import type { Result } from '../../shared/result.ts';
import type { LeaveOut, Sheet } from './read-workbook.ts';
import type { SpreadsheetFault } from './spreadsheet-fault.ts';

/** The page's requests to the spreadsheet thread, one at a time: first to open a file, then for sheets by position. */
export type SpreadsheetAsk =
  | { readonly ask: 'open'; readonly file: Blob }
  | { readonly ask: 'csv'; readonly sheet: number; readonly leaveOut: LeaveOut };

export type SpreadsheetAnswer =
  | { readonly answer: 'opened'; readonly sheets: Result<readonly Sheet[], SpreadsheetFault> }
  | { readonly answer: 'csv'; readonly csv: Result<Blob, SpreadsheetFault> };
