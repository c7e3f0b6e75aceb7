/** The caps of reading a list, beside those in limits.ts: unit in the name, source beside it. */
/** Ours: columns with further numbers of a row; contact exports have ten at most. */
export const MAX_MORE_COLUMNS = 20;
