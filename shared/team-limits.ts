// Limits of the team: tokens, invites, the trail. The rest: limits.ts.

/** Ours: tokens alive at once; more than the largest team with a script token for each. */
export const MAX_TOKENS = 500;
/** Ours: characters of a person's or script's name. */
export const MAX_PERSON_NAME_CHARS = 100;
/** Ours: "last used" is written at most once in this, or every request would cost a row. */
export const LAST_USED_EVERY_MINUTES = 60;
/** Ours: characters of a token that are shown in the list, enough to tell it from others and useless to use. */
export const TOKEN_PREFIX_CHARS = 12;
/** Ours: from so many digits on, whatever stands between them, text may be a phone number; a landline without its area code has as many. */
export const MIN_PHONE_DIGITS_SHOWN = 7;
/** Ours: digits of a number that a viewer sees; enough to say "the one that ends in 345". */
export const VIEWER_DIGITS_SHOWN = 3;
/** Ours: sockets that revoking a token left open are tried again after this. */
export const HANG_UP_RETRY_SECONDS = 30;
/** Ours: an invite link works for so long; it is sent while both talk to each other. */
export const INVITE_MINUTES = 15;
/** Ours: invites that wait at once; whoever needs more makes tokens. */
export const MAX_INVITES = 100;
/** India's DPDP Rules ask for a year of logs; a month more, so that a year is there whenever somebody looks. */
export const TRAIL_DAYS = 396;
/** Ours: lines that one call to the team's object hands over of the trail. */
export const TRAIL_LINES_PER_READ_COUNT = 500;
/** Ours: lines past their time that go with each new line, so that none waits for a clean-up. */
export const TRAIL_LINES_DROPPED_COUNT = 20;
/** Ours: characters of a note or reason that a line of the trail keeps. */
export const MAX_TRAIL_NOTE_CHARS = 500;
/** Ours: characters of the word an import is sent back with. */
export const MAX_SEND_BACK_CHARS = 500;
