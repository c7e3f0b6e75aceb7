import type { Result } from '../../../shared/result.ts';
import type { Account } from '../account.ts';
import type { Answer } from '../http/envelope.ts';
import type { UploadFault } from '../faults/faults.ts';
import type { Refusal } from '../http/refusal.ts';

/** A request that passed admission. Instants: `now` is virtual, `realNow` is real. */
export type Call = {
  readonly account: Account;
  readonly requestId: string;
  readonly method: string;
  /** The id that the path names after its collection, and the member of a collection inside that. */
  readonly id: string;
  readonly memberId: string;
  readonly query: URLSearchParams;
  readonly body: string;
  /** The body of an upload and its content type; other requests use `body`. */
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly now: number;
  readonly realNow: number;
  /** Numbers everything that gets an id; resets do not restart it. */
  readonly nextOrdinal: () => number;
  readonly uploadFault: UploadFault | null;
};

export type Handler = (call: Call) => Result<Answer, Refusal>;

/** How far the asking client's clock is behind ours, if campaigns use their client's clock. */
export function aheadOf({ account, now, realNow }: Call): number {
  return account.settings.clientClock ? Math.max(0, now - realNow) : 0;
}

/** The fields at the beginning of every success. */
export function head({ requestId }: Call, method: string): { requestId: string; method: string; status: number } {
  return { requestId, method, status: 200 };
}
