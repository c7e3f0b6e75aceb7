import type { FileKind } from '../../shared/csv/file-kind.ts';

/** Why a spreadsheet cannot be read. */
export type SpreadsheetFault =
  | { readonly code: 'password_protected' }
  | { readonly code: 'corrupt' }
  /** One place holds two different things; what a spreadsheet would show of them is a guess. */
  | { readonly code: 'cell_twice'; readonly sheet: string; readonly cell: string }
  | { readonly code: 'not_a_spreadsheet'; readonly looksLike?: FileKind }
  | { readonly code: 'no_rows_in_workbook' }
  | { readonly code: 'too_many_rows'; readonly limit: number }
  | { readonly code: 'too_many_cells'; readonly limit: number }
  | { readonly code: 'too_large'; readonly limitBytes: number }
  | { readonly code: 'took_too_long'; readonly limitSeconds: number }
  /** The person who asked for it stopped the reading. */
  | { readonly code: 'stopped' }
  /** The file was moved, deleted or changed since it was chosen. */
  | { readonly code: 'unreadable' };
