/** Limits of the extension alone. As in limits.ts, each has its unit in its name and its source beside it. */

/** Ours: one part of a resumable upload; a broken connection loses at most this much. */
export const UPLOAD_PART_BYTES = 4 * 1024 * 1024;
/**
 * Ours: uploads that run at the same time, each of another import; browsers allow six connections to a host, and
 * screens need some.
 */
export const MAX_PARALLEL_UPLOADS = 4;
/** Ours: the first wait after a failed upload, doubled each time up to the next limit. */
export const UPLOAD_RETRY_FIRST_SECONDS = 1;
/** Ours: the longest such wait. */
export const UPLOAD_RETRY_LONGEST_SECONDS = 300;
/**
 * Ours: a press on Start that is older than this has to be confirmed, because nobody expects yesterday's calls to
 * begin.
 */
export const START_PRESS_HOLDS_HOURS = 12;
/** Ours: rows that the table of rows not accepted gets from its worker thread at a time; a few screens of them. */
export const ISSUE_ROWS_PER_PAGE = 100;
/**
 * Ours, under the tallest element that Firefox (17,895,700 px) and Chromium (33,554,400 px) allow; a longer table
 * scrolls in larger steps.
 */
export const MAX_TABLE_PX = 8_000_000;
/**
 * Ours: a list counts as grown if its template called some of its people within this time, which is as far back as the
 * Worker looks.
 */
export const GROWN_LIST_DAYS = 30;
/** Chrome: the shortest period of an extension's alarm. */
export const BACKGROUND_TICK_SECONDS = 30;
/** Ours, under the 30 idle seconds after which Firefox ends a background: the alarm must come first. */
export const FIREFOX_TICK_SECONDS = 20;
/** Ours: how long a discarded draft can be taken back; then its file is erased. */
export const DISCARD_UNDO_MINUTES = 30;
/** Ours: how often an import is asked for while its live connection is down. */
export const LIVE_POLL_SECONDS = 5;
/**
 * Ours: after this silence on a live connection the import is asked for; after as long again without an answer, the
 * connection counts as lost.
 */
export const LIVE_SILENCE_SECONDS = 15;
/** Ours: the first wait before a lost live connection is tried again, doubled up to the next limit. */
export const LIVE_RETRY_FIRST_SECONDS = 1;
/** Ours: the longest such wait. */
export const LIVE_RETRY_LONGEST_SECONDS = 30;
/** Ours: from this share of a limit on, the screen says that the file is close to the limit. */
export const NEAR_LIMIT_SHARE = 0.8;
/** Ours: columns shown at first, and added by each press on "show more"; spreadsheets have up to 16,384. */
export const COLUMNS_SHOWN = 12;
/** Ours: columns offered in a drop-down; browsers slow down on more. */
export const MAX_COLUMNS_OFFERED = 500;
/** Ours: how often the calls of each minute are asked for while an import runs; */
export const PACE_POLL_SECONDS = 60;
/** when calls change, they are asked for earlier, but not more often than this. */
export const PACE_POLL_SOONEST_SECONDS = 20;
/** Ours: bars of calls per minute in one picture; more bars would be too thin to tell apart. */
export const MAX_PACE_BARS = 90;
/** Ours: how often a browser asks whether anything waits for its user's approval. */
export const APPROVALS_POLL_SECONDS = 60;
/** Ours: how often it asks whether the team has starts that need two people, while it has none. */
export const TEAM_POLL_MINUTES = 15;
/** Ours: imports waiting for approval that are asked for at once. */
export const MAX_APPROVALS_ASKED = 100;
/** Ours: if a larger share of a file's rows is invalid, somebody must look at them before Start is offered. */
export const MAX_UNSEEN_INVALID_SHARE = 0.1;
/** Ours: newest imports that are asked for; enough to find every watched one in a busy team, and all of a day. */
export const MAX_NEWEST_IMPORTS = 100;
/** Ours: how soon a day's summary is tried again if the Worker could not be reached; */
export const DAY_SUMMARY_RETRY_MINUTES = 5;
/** ours: and how long after the calling hours it is still shown; later, another day has begun. */
export const DAY_SUMMARY_WAITS_HOURS = 12;
