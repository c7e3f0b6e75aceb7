/** Why a text cannot be split into further records. `line` is the record's number, from 1. */
export type RecordFault =
  | { readonly code: 'too_many_columns'; readonly line: number; readonly limit: number }
  | { readonly code: 'cell_too_long'; readonly line: number; readonly limitBytes: number }
  | { readonly code: 'row_too_long'; readonly line: number; readonly limitBytes: number }
  /**
   * A quote opened in this record closes too late to be meant: after the cell's limit, or in the middle of text in
   * later rows.
   */
  | { readonly code: 'unclosed_quote'; readonly line: number };
