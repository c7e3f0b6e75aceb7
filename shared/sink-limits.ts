// Limits of the callback sink. The rest: limits.ts.

/** Ours: callbacks in one KV value of a sink; the same batch as of our own campaigns. */
export const CALLBACKS_PER_BATCH = 500;
/** Ours: bytes of lines in one KV value, well below Cloudflare's 25 MB a value. */
export const MAX_BATCH_BYTES = 4 * 1024 * 1024;
/** Ours: a callback waits no longer than this for its batch to reach KV. */
export const BATCH_AFTER_SECONDS = 300;
/** Ours: a batch that KV refuses is tried again after this, then twice as long, up to the longest. */
export const BATCH_RETRY_SECONDS = 30;
/** Ours: the longest wait between two tries to archive. */
export const BATCH_LONGEST_RETRY_SECONDS = 900;
/** Ours: sinks of one account; more would make a search over all of them slow. */
export const MAX_SINKS = 100;
/** Ours: characters of a sink's name. */
export const MAX_SINK_NAME_CHARS = 100;
/** Cloudflare: `get` of KV takes 100 keys; ten values of the largest size stay within what one answer may hold, 25 MB. */
export const KV_KEYS_PER_READ_COUNT = 5;
/** Ours: imports that one search looks through; Cloudflare allows 1,000 subrequests, and each campaign costs one. */
export const MAX_IMPORTS_SEARCHED = 200;
/** Ours: the last place a search pages to; beyond it, take the export. */
export const MAX_SEARCH_PLACES = 10_000;
