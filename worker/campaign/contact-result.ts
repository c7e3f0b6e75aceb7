import { lastCall, type ContactCalls } from './contact-calls.ts';
import type { Outcome } from '../../shared/protocol/outcomes.ts';

/** One contact's line in the results file. */
export interface ContactResult {
  readonly outcome: Outcome;
  readonly attempts: number;
  readonly at: string | null;
  readonly durationSeconds: number | null;
  readonly digits: string | null;
  readonly recordingUrl: string | null;
  readonly callSid: string | null;
  readonly detail: string | null;
}

/** The attempt that decided it: the answered one where there is one, else the last. */
export function toContactResult(contact: ContactCalls, outcome: Outcome): ContactResult {
  const call = contact.calls.find((each) => each.status === 'completed') ?? lastCall(contact);
  return {
    outcome,
    attempts: contact.calls.length,
    at: call?.at ?? null,
    durationSeconds: call?.durationSeconds ?? null,
    digits: call?.digits ?? null,
    recordingUrl: call?.recordingUrl ?? null,
    callSid: call?.sid ?? null,
    detail: call?.detail ?? null,
  };
}
