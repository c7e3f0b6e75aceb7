// Limits of the callback sink. The rest: limits.ts.

/** Ours: callbacks in one KV value of a sink; the same batch as of our own campaigns. */
export const CALLBACKS_PER_BATCH = 500;
/** Ours: bytes of lines in one KV value, well below Cloudflare's 25 MB a value. */
export const MAX_BATCH_BYTES = 4 * 1024 * 1024;
/** Ours: a callback waits no longer than this for its batch to reach KV. */
export const BATCH_AFTER_SECONDS = 300;
/** Ours: sinks of one account; more would make a search over all of them slow. */
export const MAX_SINKS = 100;
/** Ours: characters of a sink's name. */
export const MAX_SINK_NAME_CHARS = 100;
/** Cloudflare: `get` of KV takes 100 keys; ten values of the largest size stay within what one answer may hold, 25 MB. */
export const KV_KEYS_PER_READ_COUNT = 5;
/** Ours: launched imports that one search looks through; Cloudflare allows 10,000 subrequests, and each import costs one, and each of its campaigns another. */
export const MAX_IMPORTS_SEARCHED = 1_000;
/** Ours: the last place a search pages to; beyond it, take the export. */
export const MAX_SEARCH_PLACES = 10_000;
/** Ours: characters of a destination's name. */
export const MAX_DESTINATION_NAME_CHARS = 100;
/** Ours: characters of a destination's address. */
export const MAX_DESTINATION_URL_CHARS = 2_000;
/** Ours: destinations of one account. */
export const MAX_DESTINATIONS = 20;
/** Standard Webhooks: a receiver has 15 to 30 seconds to answer. */
export const DELIVERY_TIMEOUT_SECONDS = 20;
/** Cloudflare: six connections at once in one invocation; two are left for others. */
export const DELIVERIES_AT_ONCE_COUNT = 4;
/** Ours: how much of a receiver's answer is kept to be looked at. */
export const MAX_KEPT_ANSWER_BYTES = 4_096;
/** Ours: how much of one header of it is kept; an address to go to is shorter. */
export const MAX_KEPT_HEADER_CHARS = 1_000;
/** Ours: failures in a row after which a destination is said to be failing. */
export const FAILING_AFTER_COUNT = 5;
/** Ours, after Svix: a destination that has taken nothing for so long while it was tried is switched off. */
export const DISABLE_AFTER_HOURS = 120;
/** Standard Webhooks: both secrets sign for a while after a rotation. */
export const ROTATION_HOURS = 24;
/** Ours: secrets before the last that still sign, where somebody rotates several times a day; a header holds no more. */
export const MAX_OLDER_SECRETS = 4;
/** Ours: how long what was delivered, or given up, stays in the log. */
export const DELIVERY_LOG_DAYS = 30;
/** Ours: a day's end is told of until its calling hours have been over for as long as this, should nothing go before. */
export const DAY_EVENT_WAITS_HOURS = 12;
/** Ours: after this nothing is heard of a start before that end, and a day without one is done with. */
export const EMPTY_DAY_WAITS_MINUTES = 60;
/** Ours: events that one replay sends again at most; more is asked for in parts. */
export const MAX_REPLAYED_EVENTS = 50_000;
/** Ours: characters of a report that leave in one write. */
export const CHARS_PER_WRITE_COUNT = 65_536;
/** Ours: events handed to a destination in one go. */
export const EVENTS_PER_HANDOVER_COUNT = 200;
/** Ours: characters of what one object hands another in one go, well below the 32 MiB that Cloudflare carries in one call. */
export const CHARS_PER_CALL_COUNT = 4_000_000;
/** Ours: a callback is handed on no later than this. */
export const FORWARD_AFTER_SECONDS = 1;
/** Exotel: the third and last try of a callback comes 15 minutes after the second, 20 after the first. */
export const MISSED_AFTER_MINUTES = 21;
/** Ours: what a campaign has to tell is collected for so long. */
export const TELL_AFTER_MS = 1_000;
/**
 * Ours: a sink or a campaign asks no more often whether anybody wants its events or watches; each asking is an object request
 * that is paid for. Of a change it is told at once.
 */
export const INTEREST_AGAIN_SECONDS = 300;
/** Ours: objects that are told that somebody is interested by now; others learn it when they ask again. */
export const MAX_ASKERS_TOLD = 500;
/** Ours: whoever begins to watch waits no longer than this for objects that do not answer. */
export const TELL_ASKERS_MS = 2_000;
/** Ours: after a crash, what was not told is told this much later. */
export const TELL_AGAIN_SECONDS = 10;
/** Ours: what waits for call details, or for a callback that may still come, is looked at again after this. */
export const TELL_WAITING_SECONDS = 60;
/** Ours: bytes of rows of the file that one campaign keeps together, well below the 2 MB Cloudflare allows a row. */
export const MAX_PEOPLE_PAGE_BYTES = 500_000;
/** Ours: rows of the file that one campaign keeps together. */
export const PEOPLE_PER_PAGE_COUNT = 500;
/** Ours: characters of one cell that an event carries; Standard Webhooks asks for bodies below 20 KB. */
export const MAX_EVENT_CELL_CHARS = 1_000;
/** Ours: characters of all cells of a row that an event carries; with its headings well below the 2 MB Cloudflare allows a row. */
export const MAX_EVENT_ROW_CHARS = 100_000;
/** Ours: handovers in one go before a sink or a campaign does something else. */
export const HANDOVERS_PER_PASS_COUNT = 25;
/** Ours: an import whose state the destinations could not be told tries again after this. */
export const TELL_STATE_SECONDS = 30;
/** Ours: rounds of deliveries in one alarm; a receiver that stalls takes `DELIVERY_TIMEOUT_SECONDS` of each. */
export const DELIVERY_ROUNDS_COUNT = 20;
/** Ours: a success among successes is written down no more often than this. */
export const SUCCESS_NOTED_SECONDS = 60;
/** Ours: events handed to a destination that could not take them are handed over again after this. */
export const HANDOVER_RETRY_SECONDS = 30;
/** Ours: callbacks are collected for so long before they are shown to whoever watches. */
export const TAIL_AFTER_MS = 300;
/** Ours: callbacks of one sink or campaign that are shown at once; nobody reads more, and search finds the others. */
export const TAIL_CALLBACKS_COUNT = 100;
/** Ours: bytes of callbacks that are shown at once, well below the 1 MB Cloudflare promises a message. */
export const MAX_TAIL_BYTES = 500_000;
/** Ours: characters of one word of a filter; all of them together stay below the 2 KB Cloudflare keeps beside a socket. */
export const MAX_FILTER_CHARS = 100;
/** Standard Webhooks: libraries take a timestamp no further off than this, either way. */
export const SIGNATURE_TOLERANCE_SECONDS = 300;
/** Ours: lines of a log of deliveries looked through in one go for a person who is erased. */
export const DELIVERIES_PER_LOOK_COUNT = 500;
/** Ours: bytes of a file of an account, well below the 128 MB of a Worker, which holds it several times over. */
export const MAX_ACCOUNT_FILE_BYTES = 8 * 1024 * 1024;
