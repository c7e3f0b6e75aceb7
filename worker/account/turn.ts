/** An answer to "may I send one request to Exotel now?" */
export type Turn =
  | { readonly granted: true; readonly leaseId: number }
  | { readonly granted: false; readonly retryAt: number };

/** What an answer taught about Exotel's own budget. */
export interface TurnEnd {
  readonly throttled: boolean;
  readonly retryAfterMs: number | null;
  readonly remaining: number | null;
  readonly resetMs: number | null;
}
