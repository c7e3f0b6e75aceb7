// Limits of the team: tokens, invites, the trail. The rest: limits.ts.

/** Ours: valid tokens at once; more than the largest team needs, with a script token each. */
export const MAX_TOKENS = 500;
/** Ours: characters of a person's or script's name. */
export const MAX_PERSON_NAME_CHARS = 100;
/** Ours: how often "last used" is written at most; otherwise every request would write a row. */
export const LAST_USED_EVERY_MINUTES = 60;
/** Ours: characters of a token shown in lists: enough to tell tokens apart, too few to use one. */
export const TOKEN_PREFIX_CHARS = 12;
/**
 * Ours: text with at least this many digits, whatever is between them, may be a phone number; a landline without area
 * code has that many.
 */
export const MIN_PHONE_DIGITS_SHOWN = 7;
/** Ours: digits of a number that a viewer sees; enough to speak of "the one that ends in 345". */
export const VIEWER_DIGITS_SHOWN = 3;
/** Ours: how soon sockets that a revoked token left open are tried again. */
export const HANG_UP_RETRY_SECONDS = 30;
/** Ours: how long an invite link works; it is sent while both people talk to each other. */
export const INVITE_MINUTES = 15;
/** Ours: unused invites at once; who needs more makes tokens. */
export const MAX_INVITES = 100;
/** India's DPDP Rules ask for a year of logs; a month more, so that there is always a full year. */
export const TRAIL_DAYS = 396;
/** Ours: lines of the trail that one call to the team object returns. */
export const TRAIL_LINES_PER_READ_COUNT = 500;
/** Ours: expired lines that are deleted with each new line, so that no clean-up is needed. */
export const TRAIL_LINES_DROPPED_COUNT = 20;
/** Ours: characters of a note or reason in a line of the trail. */
export const MAX_TRAIL_NOTE_CHARS = 500;
/** Ours: characters of the note an import is sent back with. */
export const MAX_SEND_BACK_CHARS = 500;
