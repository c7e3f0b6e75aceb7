import { EXOTEL_TIMEOUT_SECONDS } from '../../../shared/limits.ts';
import { admit, settle, throttlePauseMs, type BudgetState } from '../../../worker/account/request-budget.ts';
import type { EngineDeps } from '../../../worker/import/engine/engine-ports.ts';

export interface SimulatedAccount {
  readonly peerOf: (who: string) => Pick<EngineDeps, 'takeTurn' | 'endTurn'>;
}

/** The account's turns in simulated time: the decisions of the account object, without its storage. */
export function createSimulatedAccount(perMinute: number, now: () => number): SimulatedAccount {
  const rules = { perMinute, leaseMs: EXOTEL_TIMEOUT_SECONDS * 1000 };
  let budget: BudgetState = { leases: [], waiters: [], pausedUntil: 0, safetyPausedUntil: 0 };
  let leases = 0;
  let throttledInARow = 0;

  return {
    peerOf: (who) => ({
      takeTurn: (priority) => {
        leases += 1;
        const admission = admit(budget, rules, { who, priority, now: now(), leaseId: leases });
        budget = admission.state;
        return Promise.resolve(
          admission.granted ? { granted: true, leaseId: leases } : { granted: false, retryAt: admission.retryAt },
        );
      },
      endTurn: (leaseId, end) => {
        throttledInARow = end.throttled ? throttledInARow + 1 : 0;
        const emptied = end.remaining === 0 ? end.resetMs : null;
        const pauseMs = end.throttled ? throttlePauseMs(end.retryAfterMs, throttledInARow) : emptied;
        budget = settle(budget, { leaseId, now: now(), pauseMs });
        return Promise.resolve();
      },
    }),
  };
}
