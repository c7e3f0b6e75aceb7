/** The caps of reading a list, beside those in limits.ts: unit in the name, source beside it. */
/** Ours: columns with further numbers of a row; contact exports have ten at most. */
export const MAX_MORE_COLUMNS = 20;
/** Ours: how much of a file is looked at in each of its other places, before its number column is chosen. */
export const SAMPLE_PIECE_BYTES = 8 * 1024;
/** Ours: in how many places, spread over the whole file. */
export const SAMPLE_PIECES_COUNT = 12;
/** Ours: a list of more contacts is uploaded afresh, which takes fewer requests than proving whom the old one holds. */
export const MAX_PROVEN_CONTACTS = 200;
/** Exotel: its default page of a list's contacts, and the most its address book gives; it names no maximum for lists. */
export const MAX_MEMBERS_A_PAGE = 20;
/** Ours: a list that holds some of what was sent, and has not grown for this long, is uploaded again: some rows were not taken. */
export const LIST_SHORT_SECONDS = 120;
/** Ours: letters of a status that are compared; it is a word or an amount, and of remarks the beginning tells. */
export const MAX_STATUS_CHARS = 200;
/** Ours: statuses of one file whose marks are remembered while it is read; a sales team has some twenty. */
export const MAX_STATUSES_REMEMBERED = 4_096;
