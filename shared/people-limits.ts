/** Caps of the people room: who is called at all, and how often. Unit in each name, source beside it, as in `limits.ts`. */
/** Ours: numbers in one upload of people not to be called; a national list part is smaller. */
export const MAX_SUPPRESSION_ROWS = 1_000_000;
/** Ours: numbers in one stored piece, 4 bytes each; keeps a row under Cloudflare's 2 MB. */
export const PACKED_NUMBERS_PER_CHUNK = 250_000;
/** Ours: rows of an upload that could not be read, shown with the counts. */
export const MAX_UNREADABLE_SHOWN = 100;
/** Ours: calls of a deleted import in one stored row, 13 bytes each; keeps it under Cloudflare's 2 MB. */
export const FORGOTTEN_CALLS_PER_ROW_COUNT = 50_000;
/** Ours: numbers in one JSON request of the screening; more go as packed bytes. */
export const MAX_SCREENED_NUMBERS = 2_000;
/** Ours: bytes of packed numbers in one request of the screening: a million, in a few groups, with marks of their statuses. */
export const MAX_SCREENED_BYTES = 8_400_000;
/** Ours: hours a cap may look back; a month, after which nobody remembers a call. */
export const MAX_CAP_HOURS = 720;
/** Ours: calls by default in the hours below. */
export const MAX_CALL_ATTEMPTS_BY_DEFAULT = 3;
/** Ours: imports that may call one number by default in the hours below. */
export const MAX_CALL_IMPORTS_BY_DEFAULT = 1;
/** Ours: messages by default in the hours below. */
export const MAX_MESSAGES_BY_DEFAULT = 1;
/** Ours: the span of the default caps. */
export const DEFAULT_CAP_HOURS = 24;
/** Ours: the most any cap may say; more is no cap. */
export const MAX_CAP_COUNT = 100_000;
/** Ours: a launch that died before its campaigns were written keeps its people this long. */
export const CLAIM_HOLDS_MINUTES = 10;
/** Ours: how long a note, a reason or a name about a number may be. */
export const MAX_NOTE_CHARS = 300;
/** Ours: templates asked what a key means, of a call we know nothing of. */
export const MAX_TEMPLATES_READ = 1_000;
/** Ours: no call, with its place in a queue, lasts longer, so that nobody presses a key in one that began before. */
export const LONGEST_CALL_MINUTES = 120;
/** Ours: a key pressed later than this after a campaign ended is nobody's we know. */
export const KEY_PRESS_HOURS = 24;
/** Ours: a year of closed days, and as many again. */
export const MAX_CLOSED_DATES = 800;
/** Ours: imports looked through for one number, newest first; each reads its whole file. */
export const MAX_IMPORTS_OF_A_PERSON = 50;
/** Ours: test calls looked through for one number, newest first; each reads a row. */
export const MAX_TEST_CALLS_LOOKED_THROUGH = 50;
/** Ours: imports looked through in one step of erasing a person; each reads its whole file. */
export const ERASE_IMPORTS_PER_STEP_COUNT = 20;
/** Ours: whoever asks for it waits no longer for the answer; the rest is done by an alarm. */
export const ERASE_IN_REQUEST_SECONDS = 10;
/** Ours: between two looks whether an import that held a person is over. */
export const ERASE_AGAIN_SECONDS = 60;
/** Ours: what people's imports used is known as long as the trail, a year and a month. */
export const USED_DAYS = 396;
/** Ours: the time that usage is told of unless another is asked for. */
export const DEFAULT_USAGE_DAYS = 30;
/** Ours: the largest sum or price a setting may name; more is a slip of the finger. */
export const MAX_RUPEES = 100_000_000;
/** Ours: seconds in a pulse of a call; Exotel bills by 60. */
export const MAX_PULSE_SECONDS = 3_600;
/** Ours: test calls one person makes within an hour; enough to try a text, too few to call a list by them. */
export const MAX_TEST_CALLS_PER_HOUR = 5;
/** Ours: a test call that would ring later than this is refused: its presser waits for it. */
export const TEST_CALL_WITHIN_SECONDS = 600;
/** Exotel's guide counts calls shorter than this as a sign of spam. */
export const SHORT_CALL_SECONDS = 5;
/** Ours: how finely the minutes of the health brake are kept. */
export const HEALTH_SAMPLES_COUNT = 20;
/** Ours: no two samples lie closer: each is a row written. */
export const MIN_HEALTH_SAMPLE_SECONDS = 15;
/** Ours: so long after the first call ended, one that rang as long as it may and was answered has ended, too. */
export const MIN_HEALTH_PROOF_SECONDS = 60;
/** Ours: an import's figures are judged no more often. */
export const HEALTH_LOOK_SECONDS = 5;
/** Ours: the lines they are judged by are asked for no more often; of a change the imports under way are told at once. */
export const BRAKE_KNOWN_SECONDS = 300;
/** Ours: where calling hours are kept for a campaign made elsewhere, they are asked for no more often. */
export const HOURS_KNOWN_SECONDS = 60;
/** Ours: how far back the health brake may look; a day, as a list may hold. */
export const MAX_BRAKE_MINUTES = 1_440;
/** Ours: no import has more contacts. */
export const MAX_BRAKE_CALLS = 1_000_000;
/** Exotel acts on an account that fewer of its calls reach: a call list that does worse is hardly begun again. */
export const LOW_ANSWERED_SHARE = 0.15;
/** Ours, where the account's own calls say nothing: Exotel warns below 30 %, and retries reach some more. */
export const LIKELY_ANSWERED_SHARE = 0.5;
/** Ours, likewise: a greeting, and a key pressed. */
export const LIKELY_TALK_SECONDS = 45;
/** Ours: everybody answers and stays so long. Exotel bills no call that is not answered, and repeats none that was. */
export const HIGH_TALK_SECONDS = 180;
/** Ours: calls to fewer people say little of what the next cost. */
export const MIN_SPEND_HISTORY_CALLS = 100;
/** Ours: prices, texts and lists change; what calls cost before is not looked at. */
export const SPEND_HISTORY_DAYS = 30;
/** Ours: what was started on earlier days counts in no cap. A day may have 25 hours. */
export const SPEND_KEPT_HOURS = 48;
