/** Why a text cannot be cut into records any further. `line` is the record's ordinal, from 1. */
export type RecordFault =
  | { readonly code: 'too_many_columns'; readonly line: number; readonly limit: number }
  | { readonly code: 'cell_too_long'; readonly line: number; readonly limitBytes: number }
  | { readonly code: 'row_too_long'; readonly line: number; readonly limitBytes: number }
  /** A quote opened in this record closes too late to be meant: not before the cell's limit, or amid text rows below. */
  | { readonly code: 'unclosed_quote'; readonly line: number };
