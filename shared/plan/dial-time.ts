/** What the plan reads of a template's retries. `count` is extra attempts, beyond the first. */
export type RetryRule = {
  readonly count: number;
  readonly intervalMinutes: number;
  readonly mechanism: 'Linear' | 'Exponential';
};

/** Calls a minute a campaign may count on: the account's, or its own throttle when that is lower. */
export function campaignPace(throttle: number | null, callsPerMinute: number): number {
  return throttle === null ? callsPerMinute : Math.min(throttle, callsPerMinute);
}

/** Every contact called as often as the template allows: what a timetable has to leave room for. */
export function worstCaseAttempts(contacts: number, retries: RetryRule): number {
  return contacts * (1 + retries.count);
}

/**
 * Milliseconds spent waiting for the retries of the last contact. Exotel: the wait before retry n is the interval
 * (Linear) or the interval times 2^(n-1) (Exponential); the second is described in one place only.
 */
export function retryTailMs(retries: RetryRule): number {
  const intervals = retries.mechanism === 'Linear' ? retries.count : 2 ** retries.count - 1;
  return intervals * retries.intervalMinutes * 60_000;
}

/** Milliseconds from the first call to the last, when every attempt is used. Retries share the pace. */
export function dialMs(contacts: number, retries: RetryRule, pace: number): number {
  return Math.ceil((worstCaseAttempts(contacts, retries) * 60_000) / pace) + retryTailMs(retries);
}

/** The most contacts that `dialMs` fits into this many milliseconds; 0 when none do. */
export function contactsWithin(availableMs: number, retries: RetryRule, pace: number): number {
  const dialling = availableMs - retryTailMs(retries);
  return Math.max(0, Math.floor((dialling * pace) / (60_000 * (1 + retries.count))));
}
