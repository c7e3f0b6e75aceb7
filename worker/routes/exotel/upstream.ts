/** Refusals of calls that are passed on to Exotel: Exotel may be unreachable, closed to us, or busy. */
export const UPSTREAM_REFUSALS = [401, 403, 502, 503] as const;

export const ABOUT_UPSTREAM_PAGE = { offset: 'Where to begin, from 0', limit: 'How many: 20, at most 50' } as const;
