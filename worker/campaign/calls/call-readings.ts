import type { ContactCalls } from '../contact-calls.ts';

/** How far call details, which alone know the keys that were pressed, have come. */
export interface CallReadings {
  /** Calls that stood in them. */
  readonly read: number;
  /** Calls that callbacks told the end of, and that did not stand in them yet. */
  readonly missing: number;
}

export const NO_READINGS: CallReadings = { read: 0, missing: 0 };

const ENDED_BY_A_CALL: ReadonlySet<string | null> = new Set(['completed', 'busy', 'no_answer']);

/** Added to what a campaign has counted, `by` 1, or taken off before it is counted anew, `by` -1. */
export function countReadings({ read, missing }: CallReadings, contact: ContactCalls, by: 1 | -1): CallReadings {
  const { calls, ended } = contact;
  const [readHere, heard] = [calls.filter((call) => call.read === true), calls.filter((call) => call.heard === true)];
  // By their number, since nobody says that both are told under the same sids.
  const told = Math.max(heard.length, ENDED_BY_A_CALL.has(ended) ? 1 : 0);
  return {
    read: read + by * readHere.length,
    missing: missing + by * Math.max(0, told - readHere.length),
  };
}
