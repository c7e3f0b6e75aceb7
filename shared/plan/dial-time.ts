/** The part of a template's retries that the plan needs. `count` is attempts beyond the first. */
export type RetryRule = {
  readonly count: number;
  readonly intervalMinutes: number;
  readonly mechanism: 'Linear' | 'Exponential';
};

/** Calls a minute that a campaign can count on: the account's, or its own throttle if lower. */
export function campaignPace(throttle: number | null, callsPerMinute: number): number {
  return throttle === null ? callsPerMinute : Math.min(throttle, callsPerMinute);
}

/** Attempts if every contact is called as often as the template allows; a timetable needs room for all. */
export function worstCaseAttempts(contacts: number, retries: RetryRule): number {
  return contacts * (1 + retries.count);
}

/**
 * Milliseconds of waiting for the last contact's retries. Exotel: the wait before retry n is the interval (Linear) or
 * the interval times 2^(n-1) (Exponential); only one of its pages describes the second.
 */
export function retryTailMs(retries: RetryRule): number {
  const intervals = retries.mechanism === 'Linear' ? retries.count : 2 ** retries.count - 1;
  return intervals * retries.intervalMinutes * 60_000;
}

/** Milliseconds from the first call to the last if every attempt is used. Retries share the pace. */
export function dialMs(contacts: number, retries: RetryRule, pace: number): number {
  return Math.ceil((worstCaseAttempts(contacts, retries) * 60_000) / pace) + retryTailMs(retries);
}

/** The most contacts for which `dialMs` fits into this time; 0 if none. */
export function contactsWithin(availableMs: number, retries: RetryRule, pace: number): number {
  const dialling = availableMs - retryTailMs(retries);
  return Math.max(0, Math.floor((dialling * pace) / (60_000 * (1 + retries.count))));
}
