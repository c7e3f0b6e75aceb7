import type { OutcomeTracker } from './outcome-tracker.ts';

/** How often a number was called by a campaign, and when last. */
export interface CallsMade {
  readonly number: number;
  readonly attempts: number;
  /** Epoch ms. */
  readonly lastAt: number;
  /** Of each call that was answered. */
  readonly seconds: readonly number[];
}

/**
 * Of every number of the campaign. One that nobody can account for may have been called, and counts as called once; a call
 * whose time nobody told was made as late as can be.
 */
export function callsMade(state: OutcomeTracker, now: number): CallsMade[] {
  const made = new Map<number, CallsMade>();
  for (let place = 0; place < state.size(); place += 1) {
    const number = state.numberAt(place);
    if (number === null) continue;
    const { calls } = state.contact(place);
    const before = made.get(number);
    const attempts = Math.max(calls.length, state.outcome(place) === 'unaccounted' ? 1 : 0);
    const times = calls.map(({ at }) => Date.parse(at ?? '')).map((time) => (Number.isFinite(time) ? time : now));
    const lastAt = attempts > calls.length ? now : Math.max(0, ...times);
    made.set(number, {
      number,
      attempts: attempts + (before?.attempts ?? 0),
      lastAt: Math.max(lastAt, before?.lastAt ?? 0),
      seconds: [...(before?.seconds ?? []), ...calls.flatMap(({ durationSeconds }) => durationSeconds || [])],
    });
  }
  return [...made.values()];
}
