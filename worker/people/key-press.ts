import { meaningOf, OPT_OUT, type Keys } from '../../shared/people/key-meaning.ts';
import { placesOf } from '../../shared/people/packed-numbers.ts';
import type { LedgerCampaign, LedgerStore } from './ledger-store.ts';
import type { OptedOutOf } from './opted-out-events.ts';

/** A key pressed during a call, as a Passthru applet reports it: one of these numbers is the person's. */
export interface KeyPress {
  readonly numbers: readonly number[];
  readonly digits: string | null;
  readonly call: string | null;
}

/** The campaign that was calling the person, and what the key means there. */
export interface PressedIn {
  readonly number: number;
  readonly life: string;
  readonly seq: number;
  readonly import: OptedOutOf;
  readonly meaning: string;
}

/** How far back a call may lie in which a key is pressed now; minutes since 1970. */
export interface PressTimes {
  /** A campaign that ended before this is not calling anybody who presses a key now. */
  readonly since: number;
  /** A call that began before this is over, so nobody presses a key in it. */
  readonly callsSince: number;
}

/**
 * The newest launch that calls one of the numbers and gives the key a meaning. If several launches do, nobody says
 * which one made the call: if the key means "never call again" in one of them, that one is chosen.
 */
export function findPress(ledger: LedgerStore, press: KeyPress, { since, callsSince }: PressTimes): PressedIn | null {
  let newest: PressedIn | null = null;
  for (const { life, importId, name, keys } of ledger.claims().toReversed()) {
    const meaning = meaningOf(keys, press.digits);
    if (meaning === null || (newest !== null && meaning !== OPT_OUT)) continue;
    for (const campaign of ledger.campaignsOf(life, since)) {
      const number = press.numbers.find((each) => isIn(campaign, each, newest === null ? 0 : callsSince));
      if (number === undefined) continue;
      const found = { number, life, seq: campaign.seq, import: { id: importId, name }, meaning };
      if (meaning === OPT_OUT) return found;
      newest = found;
      break;
    }
  }
  return newest;
}

/** Whether the campaign calls the number now, or did at `since` or later. */
function isIn({ numbers, minutes }: LedgerCampaign, number: number, since: number): boolean {
  const [first, end] = placesOf(numbers, number);
  return first < end && (minutes === null || minutes.subarray(first, end).some((minute) => minute >= since));
}

/**
 * For a call that we know nothing about: the key opts out if some template says so and no template gives it another
 * meaning.
 */
export function optsOutEverywhere(templates: readonly Keys[], digits: string | null): boolean {
  const meanings = new Set(templates.map((keys) => meaningOf(keys, digits)).filter((meaning) => meaning !== null));
  return meanings.size === 1 && meanings.has(OPT_OUT);
}
