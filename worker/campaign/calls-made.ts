import type { OutcomeTracker } from './outcome-tracker.ts';

/** How often a campaign called a number, and when last. */
export interface CallsMade {
  readonly number: number;
  readonly attempts: number;
  /** Epoch ms. */
  readonly lastAt: number;
  /** Seconds of each answered call. */
  readonly seconds: readonly number[];
}

/**
 * Calls made to every number of the campaign. A number nobody can account for may have been called, so it counts as
 * called once; a call without a known time counts as made at the latest possible moment.
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
