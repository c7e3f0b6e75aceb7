/** The caps of reading a list, beside those in limits.ts: unit in the name, source beside it. */
/** Ours: columns with further numbers of a row; contact exports have ten at most. */
export const MAX_MORE_COLUMNS = 20;
/** Ours: how much of a file is looked at in each of its other places, before its number column is chosen. */
export const SAMPLE_PIECE_BYTES = 8 * 1024;
/** Ours: in how many places, spread over the whole file. */
export const SAMPLE_PIECES_COUNT = 12;
