const MINUTE_MS = 60_000;

export type RateLimit = {
  /** Counts a request at a real instant. Answers whether it is allowed, and the headers that tell the client. */
  readonly admit: (
    at: number,
    perMinute: number,
  ) => { readonly ok: boolean; readonly headers: Readonly<Record<string, string>> };
};

/** A sliding real minute. Refused requests do not count. The headers are those that one of Exotel's guides names. */
export function createRateLimit(): RateLimit {
  let admitted: number[] = [];
  return {
    admit: (at, perMinute) => {
      admitted = admitted.filter((instant) => instant > at - MINUTE_MS);
      const ok = admitted.length < perMinute;
      if (ok) admitted.push(at);
      const frees = (admitted[0] ?? at) + MINUTE_MS;
      const headers: Record<string, string> = {
        'x-ratelimit-limit': String(perMinute),
        'x-ratelimit-remaining': String(perMinute - admitted.length),
        'x-ratelimit-reset': String(Math.ceil(frees / 1_000)),
      };
      if (!ok) headers['retry-after'] = String(Math.max(1, Math.ceil((frees - at) / 1_000)));
      return { ok, headers };
    },
  };
}
