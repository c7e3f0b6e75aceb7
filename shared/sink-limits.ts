// Limits of callbacks, events and destinations. Other limits: limits.ts.

/** Ours: callbacks in one KV value of a sink; as many as for our own campaigns. */
export const CALLBACKS_PER_BATCH = 500;
/** Ours: bytes of lines in one KV value, well below Cloudflare's 25 MB. */
export const MAX_BATCH_BYTES = 4 * 1024 * 1024;
/** Ours: the longest time a callback waits until its batch is in KV. */
export const BATCH_AFTER_SECONDS = 300;
/** Ours: sinks of one account; more would make searching all of them slow. */
export const MAX_SINKS = 100;
/** Ours: characters of a sink's name. */
export const MAX_SINK_NAME_CHARS = 100;
/** Cloudflare: one KV `get` takes 100 keys and answers at most 25 MB, which holds five of our largest values. */
export const KV_KEYS_PER_READ_COUNT = 5;
/**
 * Ours: launched imports that one search covers. Cloudflare allows 10,000 subrequests; each import and each campaign
 * takes one.
 */
export const MAX_IMPORTS_SEARCHED = 1_000;
/** Ours: how far a search can be paged; for more, take the export. */
export const MAX_SEARCH_PLACES = 10_000;
/** Ours: characters of a destination's name. */
export const MAX_DESTINATION_NAME_CHARS = 100;
/** Ours: characters of a destination's address. */
export const MAX_DESTINATION_URL_CHARS = 2_000;
/** Ours: destinations of one account. */
export const MAX_DESTINATIONS = 20;
/** Standard Webhooks: a receiver has 15 to 30 seconds to answer. */
export const DELIVERY_TIMEOUT_SECONDS = 20;
/** Cloudflare: six connections at once per invocation; two are left for others. */
export const DELIVERIES_AT_ONCE_COUNT = 4;
/** Ours: how much of a receiver's answer is kept for people to read, */
export const MAX_KEPT_ANSWER_BYTES = 4_096;
/** and how much of each header; redirect addresses are shorter. */
export const MAX_KEPT_HEADER_CHARS = 1_000;
/** Ours: failures in a row after which a destination is said to be failing. */
export const FAILING_AFTER_COUNT = 5;
/** Ours, as Svix does: a destination that accepted nothing for this long while it was tried is switched off. */
export const DISABLE_AFTER_HOURS = 120;
/** Standard Webhooks: the old secret signs this long after a rotation. */
export const ROTATION_HOURS = 24;
/** Ours: earlier secrets that still sign if somebody rotates several times a day; a header holds no more. */
export const MAX_OLDER_SECRETS = 4;
/** Ours: how long events that were delivered or given up stay in the log. */
export const DELIVERY_LOG_DAYS = 30;
/** Ours: how long after the calling hours the event for the end of a day may still be sent. */
export const DAY_EVENT_WAITS_HOURS = 12;
/** Ours: after this, no start from before the day's end is still reported, so a day without one needs no event. */
export const EMPTY_DAY_WAITS_MINUTES = 60;
/** Ours: events that one replay sends; a longer period must be asked for in parts. */
export const MAX_REPLAYED_EVENTS = 50_000;
/** Ours: characters of a report in one write. */
export const CHARS_PER_WRITE_COUNT = 65_536;
/** Ours: events handed to a destination at once. */
export const EVENTS_PER_HANDOVER_COUNT = 200;
/** Ours: characters that one object hands another at once, well below the 32 MiB of one call at Cloudflare. */
export const CHARS_PER_CALL_COUNT = 4_000_000;
/** Ours: the longest time before a callback is handed on. */
export const FORWARD_AFTER_SECONDS = 1;
/** Exotel: the third and last try of a callback comes 20 minutes after the first (15 after the second). */
export const MISSED_AFTER_MINUTES = 21;
/** Ours: how long a campaign collects what it has to tell. */
export const TELL_AFTER_MS = 1_000;
/**
 * Ours: how long a sink or campaign uses the answer to whether anybody wants its events or watches, because each asking
 * is a paid object request. It is told of changes at once.
 */
export const INTEREST_AGAIN_SECONDS = 300;
/** Ours: objects that are told at once that somebody is interested; others learn it when they ask again. */
export const MAX_ASKERS_TOLD = 500;
/** Ours: how long somebody who begins to watch waits for objects that do not answer. */
export const TELL_ASKERS_MS = 2_000;
/** Ours: how soon after a crash events that were not told are told. */
export const TELL_AGAIN_SECONDS = 10;
/** Ours: how soon to look again at a contact that waits for call details or a callback. */
export const TELL_WAITING_SECONDS = 60;
/** Ours: bytes of rows of the file that one campaign keeps in one piece, well below Cloudflare's 2 MB per row, */
export const MAX_PEOPLE_PAGE_BYTES = 500_000;
/** and how many rows. */
export const PEOPLE_PER_PAGE_COUNT = 500;
/** Ours: characters of one cell that an event carries; Standard Webhooks asks for bodies below 20 KB. */
export const MAX_EVENT_CELL_CHARS = 1_000;
/** Ours: characters of all cells of a row in an event; with headings well below Cloudflare's 2 MB per row. */
export const MAX_EVENT_ROW_CHARS = 100_000;
/** Ours: handovers in a row before a sink or campaign does other work. */
export const HANDOVERS_PER_PASS_COUNT = 25;
/** Ours: how soon an import tells the destinations its state again if that failed. */
export const TELL_STATE_SECONDS = 30;
/** Ours: rounds of deliveries in one alarm; a receiver that stalls takes `DELIVERY_TIMEOUT_SECONDS` of each. */
export const DELIVERY_ROUNDS_COUNT = 20;
/** Ours: after one success in a row of successes is written down, how long before the next is. */
export const SUCCESS_NOTED_SECONDS = 60;
/** Ours: how soon events that a destination could not take are handed over again. */
export const HANDOVER_RETRY_SECONDS = 30;
/** Ours: how long callbacks are collected before they are shown to watchers. */
export const TAIL_AFTER_MS = 300;
/** Ours: callbacks of one sink or campaign that are shown at once; nobody reads more, and a search finds the others. */
export const TAIL_CALLBACKS_COUNT = 100;
/** Ours: bytes of callbacks that are shown at once, well below Cloudflare's 1 MB per message. */
export const MAX_TAIL_BYTES = 500_000;
/** Ours: characters of each word of a filter; together they stay below the 2 KB that Cloudflare keeps with a socket. */
export const MAX_FILTER_CHARS = 100;
/** Standard Webhooks: libraries accept timestamps that are off by at most this. */
export const SIGNATURE_TOLERANCE_SECONDS = 300;
/** Ours: lines of a delivery log searched at once for a person who is erased. */
export const DELIVERIES_PER_LOOK_COUNT = 500;
/** Ours: bytes of an account file, well below the 128 MB of a Worker, which holds it in memory several times. */
export const MAX_ACCOUNT_FILE_BYTES = 8 * 1024 * 1024;
