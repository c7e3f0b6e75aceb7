import {
  CLOCKS_DIFFER_SECONDS,
  LONGEST_PAUSE_SECONDS,
  SAFETY_RETRY_SECONDS,
  TURN_POLL_MS,
  WAITER_KEPT_SECONDS,
} from '../../shared/safety-limits.ts';

/** A lower number goes first: first what keeps phones silent, then launches and people at screens, then reading. */
export type Priority = 0 | 1 | 2;
/**
 * For silencing, finding a possible duplicate, and looking up what is in doubt. No amount of other requests holds these
 * up.
 */
export const SAFETY: Priority = 0;
export const LAUNCH: Priority = 1;
/** For somebody who looks at a screen. Shares one queue with launches, so that neither starves the other. */
export const PERSON: Priority = 1;
export const READ: Priority = 2;

/**
 * One granted request. It fills a place of the minute until one minute after its answer, when Exotel has certainly
 * counted it.
 */
export interface Lease {
  readonly id: number;
  readonly grantedAt: number;
  readonly doneAt: number | null;
}

/** Somebody who was told to come back. It keeps its place in the queue until it does, or until it clearly will not. */
interface Waiter {
  readonly who: string;
  readonly priority: Priority;
  readonly since: number;
  readonly expiresAt: number;
}

export interface BudgetState {
  readonly leases: readonly Lease[];
  readonly waiters: readonly Waiter[];
  /** Exotel asked for silence until then; all ordinary requests wait. */
  readonly pausedUntil: number;
  /** Safety requests wait too, but only up to a maximum; after that they are tried one at a time. */
  readonly safetyPausedUntil: number;
}

export interface BudgetRules {
  readonly perMinute: number;
  /** A lease that is never given back (a crash) counts as answered this long after it was granted. */
  readonly leaseMs: number;
}

export type Admission =
  | { readonly granted: true; readonly state: BudgetState }
  | { readonly granted: false; readonly retryAt: number; readonly state: BudgetState };

const MINUTE_MS = 60_000;

interface Asker {
  readonly who: string;
  readonly priority: Priority;
  readonly now: number;
  readonly leaseId: number;
}

function freeAt(lease: Lease, rules: BudgetRules): number {
  return (lease.doneAt ?? lease.grantedAt + rules.leaseMs) + MINUTE_MS;
}

/**
 * Whether `who` may send one request now. Exotel sees at most `perMinute` requests arrive in any 60 seconds: a place is
 * taken from the grant until one minute after the answer, so neither latency nor jitter can squeeze in one more.
 */
export function admit(state: BudgetState, rules: BudgetRules, ask: Asker): Admission {
  return admitNow(catchUp(state, rules, ask.now), rules, ask);
}

/**
 * What lies further ahead than anything is ever put off was noted by a clock that has been turned back since. It is
 * forgotten: kept, it would silence even safety until the clock has caught up.
 */
function catchUp(state: BudgetState, rules: BudgetRules, now: number): BudgetState {
  const since = now + CLOCKS_DIFFER_SECONDS * 1000;
  const until = (at: number): number => (at > since + LONGEST_PAUSE_SECONDS * 1000 ? 0 : at);
  return {
    leases: state.leases.filter(({ grantedAt, doneAt }) => Math.max(grantedAt, doneAt ?? 0) <= since + rules.leaseMs),
    waiters: state.waiters.filter((waiter) => waiter.since <= since),
    pausedUntil: until(state.pausedUntil),
    safetyPausedUntil: until(state.safetyPausedUntil),
  };
}

function admitNow(state: BudgetState, rules: BudgetRules, ask: Asker): Admission {
  const leases = state.leases.filter((lease) => freeAt(lease, rules) > ask.now);
  const others = state.waiters.filter((waiter) => waiter.expiresAt > ask.now && waiter.who !== ask.who);
  const mine = state.waiters.find((waiter) => waiter.who === ask.who && waiter.expiresAt > ask.now);
  const since = mine?.since ?? ask.now;
  const ahead = others.filter(
    (waiter) => waiter.priority < ask.priority || (waiter.priority === ask.priority && waiter.since < since),
  ).length;
  const free = rules.perMinute - leases.length;
  const opensAt = openFrom(state, leases, rules, ask);
  if (ask.now >= opensAt && free > ahead) {
    const lease = { id: ask.leaseId, grantedAt: ask.now, doneAt: null };
    return { granted: true, state: { ...state, leases: [...leases, lease], waiters: others } };
  }
  const retryAt = Math.max(opensAt, nextFree(leases, rules, ahead - free + 1, ask.now));
  const waiter = { who: ask.who, priority: ask.priority, since, expiresAt: retryAt + WAITER_KEPT_SECONDS * 1000 };
  return { granted: false, retryAt, state: { ...state, leases, waiters: [...others, waiter] } };
}

/** When this requester's silence ends. While ordinary requests are silenced, safety tries one request at a time. */
function openFrom(
  state: BudgetState,
  leases: readonly Lease[],
  rules: BudgetRules,
  { priority, now }: { readonly priority: Priority; readonly now: number },
): number {
  if (priority !== SAFETY) return state.pausedUntil;
  const isAlone = leases.every((lease) => lease.doneAt !== null || lease.grantedAt + rules.leaseMs <= now);
  return now < state.pausedUntil && !isAlone
    ? Math.max(state.safetyPausedUntil, now + TURN_POLL_MS)
    : state.safetyPausedUntil;
}

function nextFree(leases: readonly Lease[], rules: BudgetRules, needed: number, now: number): number {
  if (needed <= 0) return now + TURN_POLL_MS;
  const known = leases
    .filter((lease) => lease.doneAt !== null)
    .map((lease) => freeAt(lease, rules))
    .toSorted((a, b) => a - b);
  const at = known[Math.min(needed, known.length) - 1];
  return Math.max(at ?? 0, now + TURN_POLL_MS);
}

/** The asker will not come back: nobody waits behind its place any more. */
export function leave(state: BudgetState, who: string): BudgetState {
  return { ...state, waiters: state.waiters.filter((waiter) => waiter.who !== who) };
}

/**
 * The answer has come: the place is free one minute from now. A 429 or an empty budget pauses everyone, safety for at
 * most a minute.
 */
export function settle(
  state: BudgetState,
  answer: { readonly leaseId: number; readonly now: number; readonly pauseMs: number | null },
): BudgetState {
  const leases = state.leases.map((lease) => (lease.id === answer.leaseId ? { ...lease, doneAt: answer.now } : lease));
  if (answer.pauseMs === null) return { ...state, leases };
  const pausedUntil = Math.max(state.pausedUntil, answer.now + answer.pauseMs);
  const safetyMs = Math.min(answer.pauseMs, SAFETY_RETRY_SECONDS * 1000);
  const safetyPausedUntil = Math.max(state.safetyPausedUntil, answer.now + safetyMs);
  return { ...state, leases, pausedUntil, safetyPausedUntil };
}

/** The pause after a 429 without Retry-After: a few seconds, doubled with each 429 in a row, up to a minute. */
export function throttlePauseMs(retryAfterMs: number | null, inARow: number): number {
  return retryAfterMs ?? Math.min(MINUTE_MS, 2_000 * 2 ** Math.min(inARow, 5));
}

/** An answer to "may I send one request to Exotel now?" */
export type Turn =
  | { readonly granted: true; readonly leaseId: number }
  | { readonly granted: false; readonly retryAt: number };

/** What an answer said about Exotel's own budget. */
export interface TurnEnd {
  readonly throttled: boolean;
  readonly retryAfterMs: number | null;
  readonly remaining: number | null;
  readonly resetMs: number | null;
}
