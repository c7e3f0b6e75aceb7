import { DISABLE_AFTER_HOURS, FAILING_AFTER_COUNT, SUCCESS_NOTED_SECONDS } from '../../shared/sink-limits.ts';
import { newEvent, type OutgoingEvent } from '../events/outgoing-event.ts';
import { longestRetryAfter, type TryProblem } from './delivery-schedule.ts';
import type { Destination } from '../../shared/protocol/destination.ts';
import type { DestinationRecord } from './destination-store.ts';

function stateOf({ paused, disabledAt, failures }: DestinationRecord): Destination['state'] {
  if (disabledAt !== null) return 'disabled';
  if (paused) return 'paused';
  return failures >= FAILING_AFTER_COUNT ? 'failing' : 'active';
}

/**
 * What a try changes for the destination: a success resets failures; days of failures or a 410 switch it off; and if
 * the receiver named a time, nothing else is sent to it before then.
 */
export function afterTry(
  record: DestinationRecord,
  tried: { readonly problem: TryProblem | null; readonly now: number; readonly retryAfterSeconds: number | null },
): DestinationRecord {
  const { problem, now } = tried;
  if (problem === null) {
    return { ...record, failures: 0, failingSince: null, warnedOn: null, holdUntil: null, lastSuccessAt: now };
  }
  const failingSince = record.failingSince ?? now;
  const isHopeless = problem === 'gone' || now >= disablesAt(failingSince);
  const asked = problem === 'slow_down' ? longestRetryAfter(tried.retryAfterSeconds) : null;
  return {
    ...record,
    failures: record.failures + 1,
    failingSince,
    holdUntil: asked === null ? record.holdUntil : Math.max(record.holdUntil ?? 0, now + asked * 1000),
    disabledAt: isHopeless ? (record.disabledAt ?? now) : record.disabledAt,
  };
}

/** Whether the change is worth a write: one success after another is only written now and then. */
export function isWorthSaving(before: DestinationRecord, after: DestinationRecord): boolean {
  const isQuiet = after.failures === 0 && before.failures === 0 && before.holdUntil === after.holdUntil;
  return !isQuiet || (after.lastSuccessAt ?? 0) - (before.lastSuccessAt ?? 0) >= SUCCESS_NOTED_SECONDS * 1000;
}

/**
 * The event for the other destinations: that this one fails (once a day, long before it is switched off), and that it
 * was switched off.
 */
export function failingEvent(before: DestinationRecord, after: DestinationRecord, now: number): OutgoingEvent | null {
  const state = stateOf(after);
  const day = new Date(now).toISOString().slice(0, 10);
  const isWarned = state === 'failing' && after.warnedOn === day;
  const isKnown = state === 'disabled' && stateOf(before) === 'disabled';
  if ((state !== 'failing' && state !== 'disabled') || isWarned || isKnown) return null;
  const { id, name, failures, failingSince } = after;
  return newEvent(`destination-${state}-${id}-${day}`, `destination.${state}`, now, {
    destination: { id, name },
    failures,
    failingSince: iso(failingSince),
    disablesAt: state === 'failing' && failingSince !== null ? iso(disablesAt(failingSince)) : null,
  });
}

/** Earlier secrets that are still valid, newest first. */
export function formerSecretsOf({ formerSecret, olderSecrets = [] }: DestinationRecord, now: number) {
  const all = formerSecret === null ? olderSecrets : [formerSecret, ...olderSecrets];
  return all.filter(({ until }) => until > now);
}

/** The destination as clients see it: everything except its secrets. */
export function toDestination(record: DestinationRecord): Destination {
  const { id, name, url, events, failures, lastSuccessAt, createdAt, createdBy, failingSince, formerSecret } = record;
  const state = stateOf(record);
  return {
    id,
    name,
    url,
    events: [...events],
    state,
    failures,
    failingSince: iso(failingSince),
    disablesAt: failingSince === null || state !== 'failing' ? null : iso(disablesAt(failingSince)),
    formerSecretUntil: formerSecret === null || formerSecret.until <= Date.now() ? null : iso(formerSecret.until),
    lastSuccessAt: iso(lastSuccessAt),
    createdAt: new Date(createdAt).toISOString(),
    createdBy,
  };
}

function disablesAt(failingSince: number): number {
  return failingSince + DISABLE_AFTER_HOURS * 3_600_000;
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
