/** Caps of who may come in, and for how long. Each has its unit in its name and its source beside it, as in limits.ts. */
/** Ours: from asking for a ticket to opening the socket it is for; a browser needs a second. */
export const LIVE_TICKET_SECONDS = 60;
/** Ours: how long it is known who opened which live socket, so that it can be closed; feeds reconnect far more often. */
export const SOCKET_NOTE_DAYS = 30;
