import { MAX_CALLS_PER_CONTACT } from '../../shared/limits.ts';
import type { Outcome } from '../../shared/protocol/outcomes.ts';
import type { CallStatus } from '../exotel/status.ts';

/** One call attempt, put together from callbacks and call details, which may come twice, late, and in any order. */
export interface Call {
  readonly sid: string;
  readonly status: CallStatus;
  readonly at: string | null;
  readonly durationSeconds: number | null;
  readonly digits: string | null;
  readonly recordingUrl: string | null;
  /** Exotel's own word, where it says more than `status`. */
  readonly detail?: string;
  /** A callback said how the call ended. */
  readonly heard?: true;
  /** The call was in the call details, which alone know its length, keys and recording. */
  readonly read?: true;
  /** When the destinations were told of it (epoch ms). */
  readonly toldAt?: number;
}

/** All that is known of one contact of a campaign. */
export interface ContactCalls {
  readonly calls: readonly Call[];
  /** How the number's whole schedule ended, in Exotel's word, or in our own once nothing more can come. */
  readonly ended: CallStatus | null;
  /** Only for a number that is called for several contacts: the calls named by the schedule that ended. */
  readonly endedSids?: readonly string[];
  /** When the destinations were told how it ended for this contact (epoch ms). */
  readonly toldAt?: number;
}

export const NO_CALLS: ContactCalls = { calls: [], ended: null };

/** After which results another attempt follows, as in the template. */
export interface RetryRule {
  readonly count: number;
  readonly on: readonly string[];
}

/** When two reports of one call differ, the one with the higher rank is right, whichever came first. */
const RANK: Readonly<Record<CallStatus, number>> = {
  unknown: 0,
  in_progress: 1,
  unaccounted: 2,
  not_attempted: 3,
  suppressed: 4,
  failed: 5,
  busy: 6,
  no_answer: 7,
  invalid: 8,
  dnd: 9,
  completed: 10,
};

function further(left: CallStatus, right: CallStatus): CallStatus {
  return RANK[left] >= RANK[right] ? left : right;
}

function greater<T extends string | number>(left: T | null, right: T | null): T | null {
  if (left === null) return right;
  if (right === null) return left;
  return left >= right ? left : right;
}

function mergeCall(left: Call, right: Call): Call {
  const detail = greater(left.detail ?? null, right.detail ?? null);
  return {
    sid: left.sid,
    status: further(left.status, right.status),
    at: greater(left.at, right.at),
    durationSeconds: greater(left.durationSeconds, right.durationSeconds),
    digits: greater(left.digits, right.digits),
    recordingUrl: greater(left.recordingUrl, right.recordingUrl),
    ...(detail === null ? {} : { detail }),
    ...(left.heard === true || right.heard === true ? { heard: true as const } : {}),
    ...(left.read === true || right.read === true ? { read: true as const } : {}),
    ...toldOf(left, right),
  };
}

function toldOf(left: Call, right: Call): Pick<Call, 'toldAt'> {
  const toldAt = Math.min(left.toldAt ?? Number.POSITIVE_INFINITY, right.toldAt ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(toldAt) ? { toldAt } : {};
}

/** How the call ended is not known yet. */
export function isOpenCall({ status }: Pick<Call, 'status'>): boolean {
  return status === 'in_progress' || status === 'unknown';
}

/** Adds one report of a call. Commutative and idempotent: order and copies change nothing. */
export function addCall(contact: ContactCalls, call: Call, maxCalls = MAX_CALLS_PER_CONTACT): ContactCalls {
  const known = contact.calls.findIndex((other) => other.sid === call.sid);
  if (known < 0 && contact.calls.length >= maxCalls) return contact;
  if (known < 0) return { ...contact, calls: [...contact.calls, call] };
  return { ...contact, calls: contact.calls.map((other, i) => (i === known ? mergeCall(other, call) : other)) };
}

/** Adds Exotel's word on how the whole schedule of a number ended. */
export function endSchedule(contact: ContactCalls, status: CallStatus): ContactCalls {
  if (status === 'unknown' || status === 'in_progress') return contact;
  return { ...contact, ended: contact.ended === null ? status : further(contact.ended, status) };
}

/** The newest attempt by its own time; the order of arrival says nothing. */
export function lastCall(contact: ContactCalls): Call | undefined {
  let last: Call | undefined;
  for (const call of contact.calls) {
    const later = last === undefined || (call.at ?? '') > (last.at ?? '');
    const same = last !== undefined && (call.at ?? '') === (last.at ?? '');
    if (later || (same && call.sid > (last?.sid ?? ''))) last = call;
  }
  return last;
}

/**
 * A contact whose person was erased: how the calls ended and which keys were pressed still count, but nobody can tell
 * whose they were.
 */
export function withoutPerson({ calls, ended }: ContactCalls): ContactCalls {
  return {
    calls: calls.map(({ status, at, durationSeconds, digits, heard, read }, place) => ({
      sid: `erased-${place + 1}`,
      status,
      at,
      durationSeconds,
      digits,
      recordingUrl: null,
      ...(heard === undefined ? {} : { heard }),
      ...(read === undefined ? {} : { read }),
      toldAt: 0,
    })),
    ended,
    toldAt: 0,
  };
}

/** Where the contact is now. It depends only on what is known, never on the order in which it became known. */
export function outcomeOf(contact: ContactCalls, retry: RetryRule): Outcome {
  if (contact.ended === 'completed' || contact.calls.some((call) => call.status === 'completed')) return 'completed';
  const last = lastCall(contact);
  if (contact.ended !== null) return endedOutcome(contact.ended, last?.status);
  if (last === undefined) return 'queued';
  if (last.status === 'in_progress' || last.status === 'unknown') return 'dialling';
  const willRetry = contact.calls.length <= retry.count && retry.on.includes(last.status.replace('_', '-'));
  return willRetry ? 'retrying' : endedOutcome(last.status, undefined);
}

const VAGUE: ReadonlySet<CallStatus> = new Set(['failed', 'unaccounted', 'not_attempted', 'suppressed']);

/**
 * "failed" is Exotel's word for any schedule that never connected, and the other vague words are used when no call is
 * known. A known call, however late it was reported, says more, so its status is used instead.
 */
function endedOutcome(ended: CallStatus, last: CallStatus | undefined): Outcome {
  const vague = VAGUE.has(ended);
  const status = vague && last !== undefined && last !== 'in_progress' && last !== 'unknown' ? last : ended;
  switch (status) {
    case 'completed':
    case 'busy':
    case 'no_answer':
    case 'dnd':
    case 'invalid':
    case 'not_attempted':
    case 'unaccounted':
    case 'suppressed':
      return status;
    case 'failed':
    case 'unknown':
    case 'in_progress':
      return 'failed';
  }
}
