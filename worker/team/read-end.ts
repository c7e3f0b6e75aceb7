import { ApiError } from '../errors.ts';

/**
 * When a token ends, as an ISO instant; null for never. An end that has passed is refused, because the token would open
 * nothing.
 */
export function readEnd(expires: string | null): string | null {
  if (expires === null) return null;
  if (Date.parse(expires) > Date.now()) return new Date(expires).toISOString();
  throw new ApiError({ code: 'invalid_request', details: [{ path: 'expires', message: 'This time is over.' }] });
}
