/** The caps of the extension alone, in the manner of `limits.ts`: unit in the name, source beside it. */

/** Ours: one part of a resumable upload; a dropped line loses at most this much. */
export const UPLOAD_PART_BYTES = 4 * 1024 * 1024;
/** Ours: calls of uploads under way at a time, each of another import; browsers hold six lines to a host, screens need some. */
export const MAX_PARALLEL_UPLOADS = 4;
/** Ours: an upload that failed waits this long, doubled each time up to the second figure. */
export const UPLOAD_RETRY_FIRST_SECONDS = 1;
/** Ours: the second figure. */
export const UPLOAD_RETRY_LONGEST_SECONDS = 300;
/** Ours: a press on Start older than this is asked again, since nobody expects yesterday's calls to begin. */
export const START_PRESS_HOLDS_HOURS = 12;
/** Ours: rows the table of rows not accepted asks its thread for at a time; a few screens of them. */
export const ISSUE_ROWS_PER_PAGE = 100;
/** Ours, under the 17,895,700 px an element may have in Firefox and 33,554,400 px in Chromium; a longer table is scrolled in larger steps. */
export const MAX_TABLE_PX = 8_000_000;
/** Ours: a list has grown where its template called some of its people within these; as far back as the Worker looks. */
export const GROWN_LIST_DAYS = 30;
/** Chrome: the shortest period of an extension's alarm. */
export const BACKGROUND_TICK_SECONDS = 30;
/** Ours, under the 30 idle seconds after which Firefox ends a background: the alarm must win that race. */
export const FIREFOX_TICK_SECONDS = 20;
/** Ours: how long a discarded draft can be taken back; then its file is erased. */
export const DISCARD_UNDO_MINUTES = 30;
/** Ours: how often an import is asked for while its live connection is down. */
export const LIVE_POLL_SECONDS = 5;
/** Ours: a live connection this silent is doubted, the import asked for, and after as long again without an answer it is not live. */
export const LIVE_SILENCE_SECONDS = 15;
/** Ours: how long a lost live connection waits before it is tried again, doubled up to the second figure. */
export const LIVE_RETRY_FIRST_SECONDS = 1;
/** Ours: the second figure. */
export const LIVE_RETRY_LONGEST_SECONDS = 30;
/** Ours: a file larger than this share of a limit is said to be close to it. */
export const NEAR_LIMIT_SHARE = 0.8;
/** Ours: columns shown at first, and added by each press on "show more"; spreadsheets have up to 16,384. */
export const COLUMNS_SHOWN = 12;
/** Ours: columns offered in a drop-down; browsers slow down on more. */
export const MAX_COLUMNS_OFFERED = 500;
/** Ours: how often the calls of each minute are asked for while an import runs. */
export const PACE_POLL_SECONDS = 60;
/** Ours: news of calls leads to another question, but not sooner than this. */
export const PACE_POLL_SOONEST_SECONDS = 20;
/** Ours: bars of calls a minute in one picture; more are thinner than a finger's width can tell apart. */
export const MAX_PACE_BARS = 90;
/** Ours: how often a browser asks whether anything waits for its person's approval. */
export const APPROVALS_POLL_SECONDS = 60;
/** Ours: how often it asks whether the team has any starts that need two, while it has none. */
export const TEAM_POLL_MINUTES = 15;
/** Ours: imports that wait for an approval that one answer tells of. */
export const MAX_APPROVALS_ASKED = 100;
/** Ours: where more of a file's rows are not valid, somebody looks at them before Start is offered. */
export const MAX_UNSEEN_INVALID_SHARE = 0.1;
/** Ours: enough of the newest imports to find every watched one among a busy team's, and all of a day. */
export const MAX_NEWEST_IMPORTS = 100;
/** Ours: a day's summary for which the Worker could not be reached is tried again after this, */
export const DAY_SUMMARY_RETRY_MINUTES = 5;
/** ours: and is not told any more when the calling hours have been over for as long as this: by then another day has begun. */
export const DAY_SUMMARY_WAITS_HOURS = 12;
