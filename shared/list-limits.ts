/** Limits for reading a list. As in limits.ts, each has its unit in its name and its source beside it. */
/** Ours: columns with further numbers of a row; exports of contacts have ten at most. */
export const MAX_MORE_COLUMNS = 20;
/** Ours: columns that say who must not be called; a list has one, and a few remarks in which it may be said. */
export const MAX_DO_NOT_CALL_COLUMNS = 50;
/** Ours: how much of a file is read at each place beyond its beginning before its number column is chosen, */
export const SAMPLE_PIECE_BYTES = 8 * 1024;
/** and at how many places, spread over the whole file. */
export const SAMPLE_PIECES_COUNT = 12;
/**
 * Ours: a list with more contacts is uploaded again, which takes fewer requests than proving whom the old one holds.
 */
export const MAX_PROVEN_CONTACTS = 200;
/**
 * Exotel: the default page of a list's contacts, and the largest page of its address book; no maximum is documented for
 * lists.
 */
export const MAX_MEMBERS_A_PAGE = 20;
/**
 * Ours: a list that holds some of what was sent and has not grown for this long is uploaded again, because some rows
 * were not taken.
 */
export const LIST_SHORT_SECONDS = 120;
/**
 * Ours: letters of a status that are compared; it is a word or an amount, and for longer remarks the beginning is
 * enough.
 */
export const MAX_STATUS_CHARS = 200;
/** Ours: different statuses of one file that are remembered while it is read; a sales team uses about twenty. */
export const MAX_STATUSES_REMEMBERED = 4_096;
