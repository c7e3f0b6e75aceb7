import { keyOf } from '../../shared/people/key-meaning.ts';
import { FINAL_OUTCOMES, noOutcomes } from '../../shared/protocol/outcomes.ts';
import { dealCalls } from './attribute-calls.ts';
import { countHealth } from './calls/call-health.ts';
import { countReadings, NO_READINGS, type CallReadings } from './calls/call-readings.ts';
import { NO_HEALTH, type CallHealth } from '../../shared/people/health-brake.ts';
import { NO_CALLS, addCall, endSchedule, isOpenCall, lastCall, outcomeOf } from './contact-calls.ts';
import { pressedDigits } from './contact-result.ts';
import { createContactPlaces } from './contact-index.ts';
import type { Outcome, OutcomeCounts } from '../../shared/protocol/outcomes.ts';
import type { CallbackFacts } from '../callbacks/read-callback.ts';
import type { NumberReport } from './attribute-calls.ts';
import type { Call, ContactCalls, RetryRule } from './contact-calls.ts';
import type { OpenPlaces } from './contact-index.ts';
import type { CallStatus } from '../exotel/status.ts';

/** Outcomes for contacts of a finished campaign for whom no call is known. */
export type UncalledOutcome = 'not_attempted' | 'dnd' | 'invalid' | 'unaccounted';

/**
 * The state of every contact of one campaign, in memory. It is rebuilt from storage after an eviction. Reports may come
 * in any order and more than once, so replaying callbacks that were already counted changes nothing.
 */
export interface OutcomeTracker {
  readonly counts: OutcomeCounts;
  /** How many contacts pressed each key. */
  readonly pressed: ReadonlyMap<string, number>;
  /** How the calls ended, retries included. */
  health(): CallHealth;
  readings(): CallReadings;
  /** Chunks of contacts that changed since they were stored. */
  readonly dirtyChunks: Set<number>;
  /** Contacts that the destinations may have to be told about. */
  readonly touched: Set<number>;
  size(): number;
  /** Null while the contact's number is unknown. */
  numberAt(index: number): number | null;
  /** Places of a number; several where people listed twice are called twice. */
  placesOf(number: number): readonly number[];
  contact(index: number): ContactCalls;
  outcome(index: number): Outcome;
  restore(index: number, contact: ContactCalls): void;
  /** True if the report changed anything. */
  report(facts: CallbackFacts, kind: 'call' | 'schedule'): boolean;
  addCallOf(number: number, call: Call): boolean;
  /** Marks contacts that were taken out before the campaign was made: by Exotel, or because they must not be called. */
  refuse(numbers: readonly number[], as: 'invalid' | 'suppressed'): void;
  /** Gives every contact without a final outcome one, because Exotel will report nothing more. */
  close(uncalled: UncalledOutcome): void;
  /** The destinations have these calls and, where `finished`, the contact's final outcome. */
  noteTold(
    index: number,
    told: { readonly sids: readonly string[]; readonly finished: boolean; readonly at: number },
  ): void;
  unfinished(): number;
}

export function createOutcomeTracker(input: {
  readonly numbers: Float64Array;
  readonly retry: RetryRule;
  readonly chunkSize: number;
  /** Reads a number as Exotel wrote it into E.164 digits, or null. */
  readonly readNumber: (text: string) => number | null;
  /** Contacts that become known as they are reported. `sender` is named beside them and is not one of them. */
  readonly open?: OpenPlaces & { readonly sender: number | null };
}): OutcomeTracker {
  const { numbers, retry, chunkSize, readNumber, open = null } = input;
  const contacts = new Map<number, ContactCalls>();
  const places = createContactPlaces(numbers, open);
  const counts = noOutcomes();
  counts.queued = places.size();
  const pressed = new Map<string, number>();
  let health = NO_HEALTH;
  let readings = NO_READINGS;
  const dirtyChunks = new Set<number>();
  const touched = new Set<number>();

  function contact(index: number): ContactCalls {
    return contacts.get(index) ?? NO_CALLS;
  }

  function put(index: number, next: ContactCalls): boolean {
    const before = contact(index);
    const from = outcomeOf(before, retry);
    const to = outcomeOf(next, retry);
    counts[from] -= 1;
    counts[to] += 1;
    contacts.set(index, next);
    touched.add(index);
    health = countHealth(countHealth(health, before, -1), next, 1);
    readings = countReadings(countReadings(readings, before, -1), next, 1);
    press(before, -1);
    press(next, 1);
    return JSON.stringify(before) !== JSON.stringify(next);
  }

  function press(known: ContactCalls, by: number): void {
    const key = known.calls.length === 0 ? null : keyOf(pressedDigits(known));
    if (key !== null) pressed.set(key, (pressed.get(key) ?? 0) + by);
  }

  function change(index: number, next: ContactCalls): boolean {
    const changed = put(index, next);
    if (changed) dirtyChunks.add(Math.floor(index / chunkSize));
    return changed;
  }

  function tell(number: number, told: NumberReport): boolean {
    const slots = placesFor(number);
    const [index] = slots;
    if (index === undefined) return false;
    if (slots.length > 1) {
      const dealt = dealCalls(slots.map(contact), told, retry);
      return slots
        .map((slot, i) => change(slot, { ...(dealt[i] ?? NO_CALLS), ...toldOnce(contact(slot)) }))
        .includes(true);
    }
    const called = told.calls.reduce((next, call) => addCall(next, call), contact(index));
    return change(index, told.ended === null ? called : endSchedule(called, told.ended));
  }

  function placesFor(number: number): readonly number[] {
    const known = places.placesOf(number);
    if (known.length > 0) return known;
    const before = places.size();
    const place = places.learn(number);
    counts.queued += places.size() - before;
    return place === null ? known : [place];
  }

  function report(facts: CallbackFacts, kind: 'call' | 'schedule'): boolean {
    const named = facts.numbers.map(readNumber).filter((each) => each !== null);
    const number =
      named.find((each) => places.placesOf(each).length > 0) ?? named.find((each) => each !== open?.sender) ?? null;
    if (number === null) return false;
    const calls = facts.calls.map((call) => ({
      durationSeconds: null,
      digits: null,
      recordingUrl: null,
      ...call,
      ...(isOpenCall(call) ? {} : { heard: true as const }),
    }));
    return tell(number, { calls, ended: kind === 'schedule' ? facts.status : null });
  }

  function end(index: number, status: CallStatus): void {
    change(index, endSchedule(contact(index), status));
  }

  function close(uncalled: UncalledOutcome): void {
    for (let index = 0; index < places.size(); index += 1) {
      const now = contact(index);
      if (now.ended !== null || FINAL_OUTCOMES.includes(outcomeOf(now, retry))) continue;
      // The newest call by its own time, as everywhere: the order of arrival says nothing.
      const settled = now.calls.filter((call) => !isOpenCall(call));
      const last = lastCall({ ...now, calls: settled });
      const status = last?.status ?? (now.calls.length === 0 ? uncalled : 'unaccounted');
      const isDuplicate = places.placesOf(places.numberAt(index) ?? Number.NaN).length > 1 && now.calls.length > 0;
      change(index, {
        ...endSchedule(now, status),
        ...(isDuplicate ? { endedSids: now.calls.map(({ sid }) => sid) } : {}),
      });
    }
  }

  return {
    counts,
    pressed,
    health: () => health,
    readings: () => readings,
    dirtyChunks,
    touched,
    size: () => places.size(),
    numberAt: (index) => places.numberAt(index),
    placesOf: (number) => places.placesOf(number),
    contact,
    outcome: (index) => outcomeOf(contact(index), retry),
    restore: (index, saved) => {
      put(index, saved);
    },
    report,
    addCallOf: (number, call) => tell(number, { calls: [call], ended: null }),
    refuse: (refused, as) => {
      for (const number of refused) {
        for (const index of places.placesOf(number)) end(index, as);
      }
    },
    close,
    noteTold: (index, { sids, finished, at }) => {
      const now = contact(index);
      const calls = now.calls.map((call) => (sids.includes(call.sid) ? { ...call, toldAt: call.toldAt ?? at } : call));
      contacts.set(index, { ...now, calls, ...(finished ? { toldAt: now.toldAt ?? at } : {}) });
      dirtyChunks.add(Math.floor(index / chunkSize));
    },
    unfinished: () => counts.queued + counts.dialling + counts.retrying,
  };
}

function toldOnce({ toldAt }: ContactCalls): Pick<ContactCalls, 'toldAt'> {
  return toldAt === undefined ? {} : { toldAt };
}

/** A campaign's own count, as it is sent to its import. `asOf` is epoch milliseconds. */
export interface CampaignTotals {
  readonly outcomes: OutcomeCounts;
  readonly unfinished: number;
  /** Calls known only from call details, because no callback ever came. */
  readonly missed?: number;
  readonly pressed: Readonly<Record<string, number>>;
  readonly health?: CallHealth;
  readonly readings?: CallReadings;
  readonly asOf: number;
}

export function totalsOf(tracker: OutcomeTracker, now: number): CampaignTotals {
  const { counts, pressed } = tracker;
  return {
    outcomes: { ...counts },
    unfinished: tracker.unfinished(),
    pressed: Object.fromEntries(pressed),
    health: tracker.health(),
    readings: tracker.readings(),
    asOf: now,
  };
}
