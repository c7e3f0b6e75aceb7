import { MISSED_AFTER_MINUTES } from '../../shared/sink-limits.ts';
import { FINAL_OUTCOMES, type Outcome } from '../../shared/protocol/outcomes.ts';
import { isOpenCall, lastCall, type Call, type ContactCalls } from './contact-calls.ts';

/** What the destinations have not been told about a contact yet. */
export interface ContactNews {
  readonly attempts: readonly Call[];
  readonly finished: boolean;
  /** Something is known but not told yet, because a callback or call details may still say more. */
  readonly waits: boolean;
}

/**
 * A call is told as soon as a callback says how it ended. A call known only from call details is told once no callback
 * can come any more. That a contact is finished is told once, after call details were read for each of its calls,
 * because only they have keys, length and recording. `closed` means that Exotel will report nothing more.
 */
export function contactNews(
  contact: ContactCalls,
  outcome: Outcome,
  { closed, now }: { readonly closed: boolean; readonly now: number },
): ContactNews {
  const ended = contact.calls.filter((call) => !isOpenCall(call));
  const untold = ended.filter((call) => call.toldAt === undefined);
  const attempts = untold.filter((call) => call.heard === true || closed || isLongAgo(call, now));
  const isFinal = contact.toldAt === undefined && FINAL_OUTCOMES.includes(outcome);
  const isUncallable = contact.ended === 'dnd' || contact.ended === 'invalid' || contact.ended === 'suppressed';
  const isKnown = contact.calls.length === 0 ? isUncallable : contact.calls.every((call) => call.read === true);
  const finished = isFinal && (closed || isKnown);
  return { attempts, finished, waits: attempts.length < untold.length || (isFinal && !finished) };
}

/** No callback said how this call ended, and none will. */
export function isMissed(call: Call, { closed, now }: { readonly closed: boolean; readonly now: number }): boolean {
  return call.heard !== true && !isOpenCall(call) && (closed || isLongAgo(call, now));
}

/** The call that decided the outcome: the answered one if there is one, otherwise the last. */
export function decidingCall(contact: ContactCalls): Call | undefined {
  return contact.calls.find((call) => call.status === 'completed') ?? lastCall(contact);
}

function isLongAgo({ at }: Call, now: number): boolean {
  return now - Date.parse(at ?? '') >= MISSED_AFTER_MINUTES * 60_000;
}
