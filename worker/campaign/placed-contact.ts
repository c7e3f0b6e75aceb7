import type { Outcome } from '../../shared/protocol/outcomes.ts';
import type { OutcomeTracker } from './outcome-tracker.ts';
import type { Call } from './contact-calls.ts';

/** One contact of a campaign, with its place in it (from 0) and its known calls. */
export interface PlacedContact {
  readonly place: number;
  readonly outcome: Outcome;
  readonly calls: Call[];
}

export function contactsOf(state: OutcomeTracker, number: number): PlacedContact[] {
  return state.placesOf(number).map((place) => ({
    place,
    outcome: state.outcome(place),
    calls: state.contact(place).calls.map(plainCall),
  }));
}

/** Leaves out how we learned of the call: nobody outside needs that. */
function plainCall({ heard: _heard, read: _read, toldAt: _toldAt, ...call }: Call): Call {
  return call;
}

/** Number of calls by the minute they began (minutes since 1970); calls without a known time are left out. */
export function callsByMinute(state: OutcomeTracker): Map<number, number> {
  const minutes = new Map<number, number>();
  for (let place = 0; place < state.size(); place += 1) {
    for (const { at } of state.contact(place).calls) {
      const minute = Math.floor(Date.parse(at ?? '') / 60_000);
      if (Number.isSafeInteger(minute)) minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
    }
  }
  return minutes;
}
