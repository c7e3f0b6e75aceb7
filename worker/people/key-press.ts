import { meaningOf, OPT_OUT, type Keys } from '../../shared/people/key-meaning.ts';
import { placesOf } from '../../shared/people/packed-numbers.ts';
import type { LedgerStore } from './ledger-store.ts';
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

/** The newest launch that calls one of the numbers and gives the key a meaning. `sinceMinute` bounds how far back is looked. */
export function findPress(ledger: LedgerStore, press: KeyPress, sinceMinute: number): PressedIn | null {
  for (const { life, importId, name, keys } of ledger.claims().toReversed()) {
    const meaning = meaningOf(keys, press.digits);
    if (meaning === null) continue;
    for (const { seq, numbers } of ledger.campaignsOf(life, sinceMinute)) {
      const number = press.numbers.find((each) => {
        const [first, end] = placesOf(numbers, each);
        return first < end;
      });
      if (number !== undefined) return { number, life, seq, import: { id: importId, name }, meaning };
    }
  }
  return null;
}

/** Of a call we know nothing of: the key takes a person off where some template says so, and none says otherwise. */
export function optsOutEverywhere(templates: readonly Keys[], digits: string | null): boolean {
  const meanings = new Set(templates.map((keys) => meaningOf(keys, digits)).filter((meaning) => meaning !== null));
  return meanings.size === 1 && meanings.has(OPT_OUT);
}
