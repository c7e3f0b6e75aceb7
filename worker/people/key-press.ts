import { meaningOf, OPT_OUT, type Keys } from '../../shared/people/key-meaning.ts';
import { placesOf } from '../../shared/people/packed-numbers.ts';
import type { LedgerCampaign, LedgerStore } from './ledger-store.ts';
import type { OptedOutOf } from './opted-out-events.ts';

/** A key pressed during a call, as a Passthru applet tells of it: one of these numbers is the person's. */
export interface KeyPress {
  readonly numbers: readonly number[];
  readonly digits: string | null;
  readonly call: string | null;
}

/** Whom we were calling: by which campaign, and what the key means there. */
export interface PressedIn {
  readonly number: number;
  readonly life: string;
  readonly seq: number;
  readonly import: OptedOutOf;
  readonly meaning: string;
}

/** How far back a key may have been pressed; minutes since 1970. */
export interface PressTimes {
  /** A campaign that was over before this called nobody who presses now. */
  readonly since: number;
  /** Nor does anybody press a key in a call that began before this. */
  readonly callsSince: number;
}

/**
 * The newest launch that calls one of the numbers and gives the key a meaning. Which of several made the call nobody says:
 * where by one of them the person is never to be called again, that is what was meant.
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

/** Whether it calls the number, or did at `since` or later. */
function isIn({ numbers, minutes }: LedgerCampaign, number: number, since: number): boolean {
  const [first, end] = placesOf(numbers, number);
  return first < end && (minutes === null || minutes.subarray(first, end).some((minute) => minute >= since));
}

/** Of a call we know nothing of: the key takes a person off where some template says so, and none says otherwise. */
export function optsOutEverywhere(templates: readonly Keys[], digits: string | null): boolean {
  const meanings = new Set(templates.map((keys) => meaningOf(keys, digits)).filter((meaning) => meaning !== null));
  return meanings.size === 1 && meanings.has(OPT_OUT);
}
