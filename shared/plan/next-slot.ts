import { closedBy, type CallingDays } from '../people/calling-days.ts';
import { WINDOW_CLOSE_MARGIN_SECONDS } from '../limits.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { CallingWindow } from './calling-window.ts';
import { campaignPace, contactsWithin, dialMs, retryTailMs } from './dial-time.ts';
import type { RetryRule } from './dial-time.ts';
import { endsBetween, freePace, type PaceUse } from './free-pace.ts';
import type { PlanFault } from './plan-faults.ts';
import { fromWallMs, isTimeZone, toWallMs } from './zoned-time.ts';

/** How calls are made, the same for every campaign of an import. `throttle` and pace are calls a minute. */
export type DialRules = CallingDays & {
  readonly retries: RetryRule;
  readonly throttle: number | null;
  readonly callsPerMinute: number;
  readonly window: CallingWindow;
  readonly timeZone: string;
  /**
   * Seconds that Exotel or our caution requires between making a campaign and its start, and between its start and end.
   */
  readonly leadSeconds: number;
  readonly minSpanSeconds: number;
};

/**
 * Exotel's `send_at` and `end_at`, when the last call should be made, and at which pace. Epoch milliseconds, on whole
 * seconds.
 */
export type Slot = {
  readonly sendAt: number;
  readonly endAt: number;
  readonly doneAt: number;
  readonly pace: number;
};

export type SlotWish = {
  readonly contacts: number;
  readonly now: number;
  readonly notBefore?: number;
  /** What other campaigns of the account were promised; no minutes are promised twice. */
  readonly promised?: readonly PaceUse[];
};

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const CLOSE_MARGIN_MS = WINDOW_CLOSE_MARGIN_SECONDS * 1000;

/**
 * A change of clocks spoils one day and a skipped date one more, so whatever fits at all fits within a week of open
 * days.
 */
const OPEN_DAYS_TRIED = 7;
/** At most this many closed days are skipped. */
const DAYS_TRIED = 400;

/** Why no campaign can have a slot, whatever its contacts; null if one can. */
export function dialFault(rules: DialRules): PlanFault | null {
  const pace = campaignPace(rules.throttle, rules.callsPerMinute);
  if (!Number.isSafeInteger(pace) || pace < 1) return { code: 'pace_invalid' };
  if (!isTimeZone(rules.timeZone)) return { code: 'time_zone_unknown' };
  return null;
}

/**
 * The most contacts that an ordinary day of this window can call, all retries included. It reads no clock, so that the
 * launch uses the split that a person saw.
 */
export function contactsPerWindow(rules: DialRules): number {
  if (rules.minSpanSeconds * 1000 > openMs(rules)) return 0;
  return contactsWithin(openMs(rules), rules.retries, campaignPace(rules.throttle, rules.callsPerMinute));
}

function openMs(rules: DialRules): number {
  return (rules.window.closeMinute - rules.window.openMinute) * MINUTE_MS - CLOSE_MARGIN_MS;
}

/**
 * The first slot in which a campaign of `contacts` can make every call inside the window, not before `now` plus the
 * lead, and not before `notBefore` (the end of the campaign ahead). Used for plans, and for a campaign that missed its
 * time.
 */
export function nextSlot(rules: DialRules, wish: SlotWish): Result<Slot, PlanFault> {
  const fault = dialFault(rules);
  if (fault !== null) return err(fault);
  const earliest = ceilSecond(Math.max(wish.now + rules.leadSeconds * 1000, wish.notBefore ?? 0));
  const promised = (wish.promised ?? []).filter((use) => use.until > earliest);
  const today = dayOf(rules, earliest);
  // Without promises, whatever fits at all fits within a week of open days; with promises, within a week after the last
  // one.
  const lastPromised = Math.max(today, ...promised.map((use) => dayOf(rules, use.until)));
  let isAnyOpen = false;
  let tried = 0;
  for (let day = today; day < lastPromised + DAYS_TRIED && tried < OPEN_DAYS_TRIED; day += 1) {
    if (closedBy(day, rules) !== null) continue;
    isAnyOpen = true;
    if (day >= lastPromised) tried += 1;
    // When clocks are set back, part of the day occurs twice. Opening at its second pass and closing at its first keeps
    // every instant in between inside the window.
    const opensAt = fromWallMs(day * DAY_MS + rules.window.openMinute * MINUTE_MS, rules.timeZone, 'last');
    const closesAt = fromWallMs(day * DAY_MS + rules.window.closeMinute * MINUTE_MS, rules.timeZone, 'first');
    const endAt = closesAt - CLOSE_MARGIN_MS;
    const sendAt = Math.max(opensAt, earliest);
    const slots = [sendAt, ...endsBetween(promised, sendAt, endAt).map(ceilSecond)]
      .map((at) => slotAt(rules, wish.contacts, promised, { sendAt: at, endAt }))
      .filter((slot) => slot !== null);
    const [first] = slots.toSorted((left, right) => left.doneAt - right.doneAt);
    if (first !== undefined) return ok(first);
  }
  return err(!isAnyOpen ? { code: 'no_open_day' } : windowTooShort(rules));
}

/** The minutes needed by a campaign whose times a person chose: as fast as its rules allow, at most until its end. */
export function chosenSlot(
  rules: DialRules,
  { contacts, sendAt, endAt }: Pick<Slot, 'sendAt' | 'endAt'> & Pick<SlotWish, 'contacts'>,
): Slot {
  const pace = campaignPace(rules.throttle, rules.callsPerMinute);
  return { sendAt, endAt, doneAt: Math.min(endAt, sendAt + dialMs(contacts, rules.retries, pace)), pace };
}

/** A slot for a campaign from this moment, as fast as promises allow; null if it would not finish in time. */
function slotAt(
  rules: DialRules,
  contacts: number,
  promised: readonly PaceUse[],
  times: { readonly sendAt: number; readonly endAt: number },
): Slot | null {
  const { sendAt, endAt } = times;
  const wanted = campaignPace(rules.throttle, rules.callsPerMinute);
  const lengthAt = (pace: number): number => dialMs(contacts, rules.retries, pace);
  const free = promised.length === 0 ? wanted : freePace(promised, rules.callsPerMinute, { sendAt, wanted, lengthAt });
  // Exotel keeps a throttle whatever else runs, so either the whole throttle is free or none.
  const pace = rules.throttle === null || free === wanted ? free : 0;
  if (pace < 1) return null;
  const doneAt = ceilSecond(sendAt + lengthAt(pace));
  return Math.max(doneAt, sendAt + rules.minSpanSeconds * 1000) <= endAt ? { sendAt, endAt, doneAt, pace } : null;
}

function dayOf({ timeZone }: DialRules, at: number): number {
  return Math.floor(toWallMs(at, timeZone) / DAY_MS);
}

export function windowTooShort(rules: DialRules): PlanFault {
  return {
    code: 'window_too_short',
    windowMinutes: rules.window.closeMinute - rules.window.openMinute,
    retryWaitMinutes: retryTailMs(rules.retries) / MINUTE_MS,
    minSpanMinutes: rules.minSpanSeconds / 60,
  };
}

function ceilSecond(epochMs: number): number {
  return Math.ceil(epochMs / 1000) * 1000;
}
