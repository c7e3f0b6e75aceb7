/** Waits after each failed try, as in Standard Webhooks; the tenth try is the last, 75 h 35 min after the first. */
const WAITS_SECONDS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;
/** Spreads retries, so that deliveries that failed together are not retried together. */
const JITTER_SHARE = 0.1;

/**
 * When to try again after `tries` failed tries (epoch ms); null after the last. `Retry-After` can only lengthen the
 * wait.
 */
export function nextTryAt(
  tries: number,
  {
    now,
    random,
    retryAfterSeconds,
  }: { readonly now: number; readonly random: number; readonly retryAfterSeconds: number | null },
): number | null {
  const wait = WAITS_SECONDS[tries - 1];
  if (wait === undefined) return null;
  const seconds = Math.max(wait, longestRetryAfter(retryAfterSeconds) ?? 0);
  return now + Math.round(seconds * 1000 * (1 + JITTER_SHARE * random));
}

/** A receiver that asks for a wait of years is tried again after a day. */
export function longestRetryAfter(seconds: number | null): number | null {
  return seconds === null ? null : Math.min(seconds, WAITS_SECONDS.at(-1) ?? seconds);
}

/** How one try failed. */
export type TryProblem =
  | 'redirect'
  | 'gone'
  | 'slow_down'
  | 'refused'
  | 'receiver_failed'
  | 'timeout'
  | 'unreachable'
  | 'unauthorised'
  | 'not_there'
  | 'address';

/** Null if the receiver accepted it, which is only a 2xx. */
export function problemOf(status: number): TryProblem | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'redirect';
  if (status === 410) return 'gone';
  if (status === 401 || status === 403) return 'unauthorised';
  if (status === 404) return 'not_there';
  if (status === 429 || status === 502 || status === 504 || status === 503) return 'slow_down';
  return status >= 500 ? 'receiver_failed' : 'refused';
}

export const PROBLEM_SENTENCES: Readonly<Record<TryProblem, string>> = {
  redirect: 'The receiver answered with a redirect. Redirects are not followed: enter the final address.',
  gone: 'The receiver answered 410: it wants no more events, so this destination is switched off.',
  unauthorised:
    'The receiver did not accept the signature. Check the secret, sign the raw body as it came (not JSON made anew), and check the clock: five minutes off is too much.',
  not_there: 'The receiver has nothing at this address (404). Check the path.',
  slow_down: 'The receiver is too busy. It is tried again later, and not before the time it named.',
  receiver_failed: 'The receiver failed (5xx). Look into its own log at this moment.',
  refused: 'The receiver refused the request (4xx). Its answer says why; only 2xx counts as taken.',
  timeout: 'The receiver did not answer within 20 seconds. Answer 200 first, then work.',
  address: 'This address may not be sent to. Enter another one.',
  unreachable: 'The receiver could not be reached. Check the name, the certificate and that it runs.',
};

/** A `Retry-After` header, given in seconds or as a date; null for anything else. */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000));
}
