import { DEFAULT_REQUESTS_PER_MINUTE } from '../../../shared/limits.ts';
import { LAUNCH } from '../../../worker/account/request-budget.ts';
import { createSimulatedAccount, type SimulatedAccount } from './simulated-account.ts';
import type { SimulatedTime } from './engine-world.ts';

const ROUND_TRIP_MS = 200;
const STEP_MS = 250;
const OK = { throttled: false, retryAfterMs: null, remaining: null, resetMs: null };

export interface Colleague {
  /** How many requests the colleague sends, one after another, as fast as turns come. */
  readonly requests: number;
  /** Which of these requests (from 1) is answered by 429, and its `Retry-After`. */
  readonly throttled?: { readonly request: number; readonly retryAfterMs: number };
}

/**
 * An account whose turns a colleague's launch takes as well: the colleague took every turn that was free since the last
 * time that somebody asked.
 */
export function createBusyAccount(time: SimulatedTime, colleague: Colleague): SimulatedAccount {
  let clock = time.now();
  const account = createSimulatedAccount(DEFAULT_REQUESTS_PER_MINUTE, () => clock);
  const theirs = account.peerOf('colleague');
  let sent = 0;
  let asksAt = clock;

  async function catchUp(): Promise<void> {
    const now = time.now();
    while (sent < colleague.requests && asksAt <= now) {
      clock = asksAt;
      const turn = await theirs.takeTurn(LAUNCH);
      if (!turn.granted) {
        asksAt = Math.max(turn.retryAt, asksAt + STEP_MS);
        continue;
      }
      sent += 1;
      const isThrottled = sent === colleague.throttled?.request;
      const end = isThrottled ? { ...OK, throttled: true, retryAfterMs: colleague.throttled?.retryAfterMs ?? 0 } : OK;
      clock += ROUND_TRIP_MS;
      await theirs.endTurn(turn.leaseId, end);
      asksAt = clock;
    }
    clock = now;
  }

  return {
    peerOf: (who) => {
      const peer = account.peerOf(who);
      return {
        takeTurn: async (priority) => {
          await catchUp();
          return peer.takeTurn(priority);
        },
        endTurn: async (leaseId, end) => {
          clock = time.now();
          await peer.endTurn(leaseId, end);
        },
      };
    },
  };
}
