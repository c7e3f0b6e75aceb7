import type { Result } from '../../../shared/result.ts';
import type { Account } from '../account.ts';
import type { Answer } from '../http/envelope.ts';
import type { UploadFault } from '../faults/faults.ts';
import type { Refusal } from '../http/refusal.ts';

/** A request that was let in. Instants: `now` virtual, `realNow` real. */
export type Call = {
  readonly account: Account;
  readonly requestId: string;
  readonly method: string;
  /** What the path names after its collection, and the member of a collection inside that. */
  readonly id: string;
  readonly memberId: string;
  readonly query: URLSearchParams;
  readonly body: string;
  /** The body of an upload and its type; of every other request `body` is read. */
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly now: number;
  readonly realNow: number;
  /** Counts what gets an id, over resets. */
  readonly nextOrdinal: () => number;
  readonly uploadFault: UploadFault | null;
};

export type Handler = (call: Call) => Result<Answer, Refusal>;

/** How far the clock of whoever asks is behind ours, where campaigns live by that clock. */
export function aheadOf({ account, now, realNow }: Call): number {
  return account.settings.clientClock ? Math.max(0, now - realNow) : 0;
}

/** What every success begins with. */
export function head({ requestId }: Call, method: string): { requestId: string; method: string; status: number } {
  return { requestId, method, status: 200 };
}
