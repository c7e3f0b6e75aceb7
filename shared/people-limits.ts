/**
 * Limits of the people room: who is called at all, and how often. As in limits.ts, each has its unit in its name and
 * its source beside it.
 */
/** Ours: numbers in one upload of people not to be called; one part of a national list is smaller. */
export const MAX_SUPPRESSION_ROWS = 1_000_000;
/** Ours: numbers in one stored piece, 4 bytes each, so that a row stays under Cloudflare's 2 MB. */
export const PACKED_NUMBERS_PER_CHUNK = 250_000;
/** Ours: unreadable rows of an upload that are shown with the counts. */
export const MAX_UNREADABLE_SHOWN = 100;
/** Ours: calls of a deleted import in one stored row, 13 bytes each, so that it stays under Cloudflare's 2 MB. */
export const FORGOTTEN_CALLS_PER_ROW_COUNT = 50_000;
/** Ours: numbers in one JSON screening request; more are sent as packed bytes. */
export const MAX_SCREENED_NUMBERS = 2_000;
/**
 * Ours: bytes of packed numbers in one screening request: a million numbers in a few groups, with their status marks.
 */
export const MAX_SCREENED_BYTES = 8_400_000;
/** Ours: hours that a cap may look back: a month, after which nobody remembers a call. */
export const MAX_CAP_HOURS = 720;
/** Ours: calls to one number that are allowed by default in the hours below. */
export const MAX_CALL_ATTEMPTS_BY_DEFAULT = 3;
/** Ours: imports that may call one number by default in the hours below. */
export const MAX_CALL_IMPORTS_BY_DEFAULT = 1;
/** Ours: messages to one number that are allowed by default in the hours below. */
export const MAX_MESSAGES_BY_DEFAULT = 1;
/** Ours: the period of the default caps. */
export const DEFAULT_CAP_HOURS = 24;
/** Ours: the highest number a cap may have; more would be no cap. */
export const MAX_CAP_COUNT = 100_000;
/** Ours: how long a launch that died before its campaigns were written keeps its people reserved. */
export const CLAIM_HOLDS_MINUTES = 10;
/** Ours: how long a note, a reason or a name about a number may be. */
export const MAX_NOTE_CHARS = 300;
/** Ours: templates that are asked what a key means in a call that we know nothing about. */
export const MAX_TEMPLATES_READ = 1_000;
/** Ours: no call, its queue included, lasts longer, so nobody presses a key in one that began before. */
export const LONGEST_CALL_MINUTES = 120;
/** Ours: a key pressed later than this after a campaign ended belongs to no call of ours. */
export const KEY_PRESS_HOURS = 24;
/** Ours: closed dates; a year of them, and as many again. */
export const MAX_CLOSED_DATES = 800;
/** Ours: imports searched for one number, newest first; each reads its whole file. */
export const MAX_IMPORTS_OF_A_PERSON = 50;
/** Ours: test calls searched for one number, newest first; each reads one row. */
export const MAX_TEST_CALLS_LOOKED_THROUGH = 50;
/** Ours: imports searched in one step of erasing a person; each reads its whole file. */
export const ERASE_IMPORTS_PER_STEP_COUNT = 20;
/** Ours: how long a request to erase somebody waits before it answers; an alarm does the rest. */
export const ERASE_IN_REQUEST_SECONDS = 10;
/** Ours: how often to look whether an import that holds an erased person is over. */
export const ERASE_AGAIN_SECONDS = 60;
/** Ours: how long the use of each person's imports is kept; as long as the trail, a year and a month. */
export const USED_DAYS = 396;
/** Ours: the period that usage covers if none is asked for. */
export const DEFAULT_USAGE_DAYS = 30;
/** Ours: the largest sum or price of a setting; more is a typing mistake. */
export const MAX_RUPEES = 100_000_000;
/** Ours: the longest pulse of a call; Exotel bills by 60 seconds. */
export const MAX_PULSE_SECONDS = 3_600;
/** Ours: test calls that one person may make in an hour; enough to try a text, too few to call a list. */
export const MAX_TEST_CALLS_PER_HOUR = 5;
/** Ours: a test call that would ring later than this is refused, because somebody waits for it. */
export const TEST_CALL_WITHIN_SECONDS = 600;
/** Exotel's guide counts calls shorter than this as a sign of spam. */
export const SHORT_CALL_SECONDS = 5;
/** Ours: samples kept of the health brake's minutes. */
export const HEALTH_SAMPLES_COUNT = 20;
/** Ours: the shortest time between two samples, because each writes a row. */
export const MIN_HEALTH_SAMPLE_SECONDS = 15;
/** Ours: this long after the first call ended, a call that rang as long as possible and was answered has ended too. */
export const MIN_HEALTH_PROOF_SECONDS = 60;
/** Ours: the shortest time between two judgements of an import's figures. */
export const HEALTH_LOOK_SECONDS = 5;
/**
 * Ours: how long an import uses the brake's limits before it asks for them again; running imports are told of a change
 * at once.
 */
export const BRAKE_KNOWN_SECONDS = 300;
/**
 * Ours: how long an import that keeps the calling hours of a campaign made elsewhere uses them before it asks again.
 */
export const HOURS_KNOWN_SECONDS = 60;
/** Ours: how far back the health brake may look: a day, as long as a list may run. */
export const MAX_BRAKE_MINUTES = 1_440;
/** Ours: the most calls the brake may wait for; no import has more contacts. */
export const MAX_BRAKE_CALLS = 1_000_000;
/**
 * Exotel acts on accounts of whose calls a smaller share is answered, so a list below this should not be called again
 * as it is.
 */
export const LOW_ANSWERED_SHARE = 0.15;
/** Ours, if the account has no calls to go by: Exotel warns below 30 %, and retries reach some more. */
export const LIKELY_ANSWERED_SHARE = 0.5;
/** Ours, in the same case: a greeting, and a key press. */
export const LIKELY_TALK_SECONDS = 45;
/**
 * Ours: the most expensive case: everybody answers and stays this long. Exotel does not bill calls that are not
 * answered and does not repeat answered ones.
 */
export const HIGH_TALK_SECONDS = 180;
/** Ours: calls to fewer people say little about what the next will cost. */
export const MIN_SPEND_HISTORY_CALLS = 100;
/** Ours: how far back costs are looked at, because prices, texts and lists change. */
export const SPEND_HISTORY_DAYS = 30;
/** Ours: how long starts are kept for the caps, which count only the current day. A day may have 25 hours. */
export const SPEND_KEPT_HOURS = 48;
