import type { ContactCalls } from '../contact-calls.ts';

/** How far Exotel's call details have been read. Only they say which keys were pressed. */
export interface CallReadings {
  /** Calls found in the call details. */
  readonly read: number;
  /** Calls that callbacks reported as ended, but which the call details do not show yet. */
  readonly missing: number;
}

export const NO_READINGS: CallReadings = { read: 0, missing: 0 };

const ENDED_BY_A_CALL: ReadonlySet<string | null> = new Set(['completed', 'busy', 'no_answer']);

/** Adds a contact to the campaign's count (`by` 1), or takes it off before it is counted again (`by` -1). */
export function countReadings({ read, missing }: CallReadings, contact: ContactCalls, by: 1 | -1): CallReadings {
  const { calls, ended } = contact;
  const [readHere, heard] = [calls.filter((call) => call.read === true), calls.filter((call) => call.heard === true)];
  // Compares counts, because nobody promises that callbacks and call details use the same sids.
  const told = Math.max(heard.length, ENDED_BY_A_CALL.has(ended) ? 1 : 0);
  return {
    read: read + by * readHere.length,
    missing: missing + by * Math.max(0, told - readHere.length),
  };
}
