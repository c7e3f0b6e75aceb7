import { decidingCall } from './contact-news.ts';
import type { ContactCalls } from './contact-calls.ts';
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

/** What the contact pressed in the call that decided the outcome or, if nothing then, in any other call. */
export function pressedDigits(contact: ContactCalls): string | null {
  const call = decidingCall(contact);
  return call?.digits ?? contact.calls.find(({ digits }) => digits !== null)?.digits ?? null;
}

export function toContactResult(contact: ContactCalls, outcome: Outcome): ContactResult {
  const call = decidingCall(contact);
  return {
    outcome,
    attempts: contact.calls.length,
    at: call?.at ?? null,
    durationSeconds: call?.durationSeconds ?? null,
    digits: pressedDigits(contact),
    recordingUrl: call?.recordingUrl ?? null,
    callSid: call?.sid ?? null,
    detail: call?.detail ?? null,
  };
}
