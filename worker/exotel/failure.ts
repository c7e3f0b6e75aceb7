/**
 * Every way a request to Exotel can end without a result. `refused`, `unauthorised`, `payment_required`, `forbidden`,
 * `not_found`, `conflict` and `throttled` are definite: nothing was done. `in_doubt` is not: the request may have been
 * carried out (timeout, reset, 5xx, unreadable answer).
 */
export type ExotelFailure =
  | {
      readonly code: 'refused';
      readonly status: number;
      readonly exotelCode: number | null;
      readonly description: string;
    }
  | { readonly code: 'unauthorised'; readonly status: number; readonly description: string }
  | { readonly code: 'payment_required'; readonly status: number; readonly description: string }
  | { readonly code: 'forbidden'; readonly status: number; readonly description: string }
  | { readonly code: 'not_found'; readonly status: number; readonly description: string }
  | { readonly code: 'conflict'; readonly status: number; readonly description: string }
  | { readonly code: 'throttled'; readonly retryAfterMs: number | null }
  | {
      readonly code: 'in_doubt';
      readonly reason: 'timeout' | 'network' | 'server_error' | 'unreadable';
      readonly status: number | null;
    };

/** Exotel's own words, cut to a readable length, because its descriptions may be very long. */
export function describeFailure(failure: ExotelFailure): string {
  if (failure.code === 'throttled') return 'Exotel asked for a pause (too many requests).';
  if (failure.code === 'in_doubt') return `Exotel gave no usable answer (${failure.reason.replace('_', ' ')}).`;
  return failure.description.slice(0, 300) || `Exotel answered ${failure.status}.`;
}
