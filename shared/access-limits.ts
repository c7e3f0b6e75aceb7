/** Caps of who may come in, and for how long. Each has its unit in its name and its source beside it, as in limits.ts. */
/** Ours: from asking for a ticket to opening the socket it is for; a browser needs a second. */
export const LIVE_TICKET_SECONDS = 60;
/** Ours: how long it is known who opened which live socket, so that it can be closed; feeds reconnect far more often. */
export const SOCKET_NOTE_DAYS = 30;
/** Ours: wrong tokens an address may send at once; somebody who pastes the wrong line tries a few. */
export const MAX_GUESSES = 10;
/** Ours: after those, one more each. */
export const GUESS_SECONDS = 6;
/** Ours: addresses whose guesses are counted in one process; the one that guessed longest ago is forgotten first. */
export const MAX_GUESSING_ADDRESSES = 10_000;
