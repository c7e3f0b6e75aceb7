/**
 * Limits on who may come in, and for how long. As in limits.ts, each has its unit in its name and its source beside it.
 */
/** Ours: time from asking for a ticket to opening its socket; a browser needs a second. */
export const LIVE_TICKET_SECONDS = 60;
/**
 * Ours: how long a live socket's token is remembered, so that revoking the token can close it; feeds reconnect far more
 * often.
 */
export const SOCKET_NOTE_DAYS = 30;
/** Ours: wrong tokens that an address may send in a row; somebody who pastes the wrong line tries a few. */
export const MAX_GUESSES = 10;
/** Ours: after those, one more guess per this many seconds. */
export const GUESS_SECONDS = 6;
/** Ours: addresses whose guesses one process counts; the address whose last guess is oldest is forgotten first. */
export const MAX_GUESSING_ADDRESSES = 10_000;
