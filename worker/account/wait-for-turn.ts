import { err, ok, type Result } from '../../shared/result.ts';
import type { Turn } from './request-budget.ts';

/** No turn came in time; nothing was sent. `retryAt` (epoch ms) is when one may be free. */
export interface Busy {
  readonly code: 'busy';
  readonly retryAt: number;
}

export interface TurnTaker {
  take(): Promise<Turn>;
  /** Gives up the place in the queue. */
  leave(): Promise<void>;
  now(): number;
  sleep(ms: number): Promise<void>;
}

/**
 * Takes one turn for somebody who waits for the answer: its lease, or `busy` once it is clear that none comes in time.
 */
export async function takePersonTurn(taker: TurnTaker, patienceMs: number): Promise<Result<number, Busy>> {
  const deadline = taker.now() + patienceMs;
  for (;;) {
    const turn = await taker.take();
    if (turn.granted) return ok(turn.leaseId);
    if (turn.retryAt > deadline) {
      await taker.leave();
      return err({ code: 'busy', retryAt: turn.retryAt });
    }
    await taker.sleep(Math.max(0, turn.retryAt - taker.now()));
  }
}
