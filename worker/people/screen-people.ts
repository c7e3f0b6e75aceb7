import { capReached, hasCap, type Cap } from '../../shared/people/caps.ts';
import { NumberScreen } from '../../shared/people/number-screen.ts';
import { packNumbers, readPacked } from '../../shared/people/packed-numbers.ts';
import { holdsFor, type Use } from '../../shared/people/suppression.ts';
import type { ScreenHits, SkipReason } from '../../shared/people/screen-answer.ts';
import { addForgotten } from './forgotten/forgotten-calls.ts';
import { findAlready, type Already } from './already/find-already.ts';
import type { PersonHash } from '../person-hash.ts';
import type { ForgottenStore } from './forgotten/forgotten-store.ts';
import type { Claim, LedgerStore } from './ledger-store.ts';
import type { SuppressionStore } from './suppression-store.ts';
import type { UploadStore } from './upload-store.ts';

export interface PeopleStores {
  readonly entries: SuppressionStore;
  readonly uploads: UploadStore;
  readonly ledger: LedgerStore;
  readonly forgotten: ForgottenStore;
  readonly hash: PersonHash;
}

const DIGITS_SHOWN = 3;
const MINUTE_MS = 60_000;

export function lastDigitsOf(number: number): string {
  return String(number % 10 ** DIGITS_SHOWN).padStart(DIGITS_SHOWN, '0');
}

/** The reasons found so far, each once. */
class Reasons {
  readonly list: SkipReason[] = [];
  readonly #places = new Map<string, number>();

  place(key: string, make: () => SkipReason): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.list.length);
    return this.list.push(make()) - 1;
  }
}

/** Who of these numbers (ascending, each once) is on the list: for each, the place of its reason plus one, or 0. */
function findSuppressed(
  stores: PeopleStores,
  screen: NumberScreen,
  use: Use,
  now: number,
  reasons: Reasons,
): Uint32Array {
  const by = new Uint32Array(screen.asked.length);
  for (const upload of stores.uploads.uploads().toReversed()) {
    if (!holdsFor(upload, use, now)) continue;
    const out = stores.uploads.takenOut(upload.id);
    const why = (): SkipReason => ({
      rule: 'suppressed',
      detail: 'upload',
      since: new Date(upload.at).toISOString(),
      by: upload.by,
      importName: null,
      note: upload.note ?? (upload.name === '' ? null : upload.name),
    });
    for (const { body, first } of stores.uploads.chunks(upload.id)) {
      for (const group of readPacked(body) ?? []) {
        screen.each(group, (place, inList) => {
          if (!out.has(first + inList)) by[place] = reasons.place(`u${upload.id}`, why) + 1;
        });
      }
    }
  }
  for (const entry of stores.entries.holding(use, now)) {
    const place = screen.placeOf(entry.number);
    if (place < 0) continue;
    by[place] =
      reasons.place(`e${entry.id}`, () => ({
        rule: 'suppressed',
        detail: entry.source,
        since: new Date(entry.at).toISOString(),
        by: entry.by,
        importName: entry.importName,
        note: entry.note,
      })) + 1;
  }
  findErased(stores, screen, by, reasons);
  return by;
}

/** Hashing is expensive, so only numbers with the same last digits as an erased one are hashed. */
function findErased(stores: PeopleStores, screen: NumberScreen, by: Uint32Array, reasons: Reasons): void {
  const erased = stores.entries.erased();
  if (erased.length === 0) return;
  const endings = new Set(erased.map(({ lastDigits }) => Number(lastDigits)));
  const people = new Map(erased.map((person) => [person.hash, person]));
  const { asked } = screen;
  for (let place = 0; place < asked.length; place += 1) {
    const number = asked[place] ?? 0;
    if (by[place] !== 0 || !endings.has(number % 10 ** DIGITS_SHOWN)) continue;
    const person = people.get(stores.hash.person(number));
    if (person === undefined) continue;
    by[place] =
      reasons.place(`h${person.id}`, () => ({
        rule: 'suppressed',
        detail: 'erased',
        since: new Date(person.at).toISOString(),
        by: person.by,
        importName: null,
        note: null,
      })) + 1;
  }
}

/** Who called last; the name is missing if that import was deleted. */
type Caller = Pick<Claim, 'life' | 'at' | 'by'> & { readonly name: string | null };

/** Adds up who was called, or is about to be, within the hours of the cap; answers the imports by place. */
function addCalls(stores: PeopleStores, screen: NumberScreen, input: ScreenInput): Caller[] {
  const { ledger } = stores;
  const { now, use } = input;
  const since = Math.floor((now - input.cap.hours * 60 * MINUTE_MS) / MINUTE_MS);
  const callers: Caller[] = addForgotten(stores, screen, { channel: use.channel, since, now });
  for (const claim of ledger.claims().filter(({ channel, life }) => channel === use.channel && life !== input.life)) {
    const ordinal = callers.push(claim) - 1;
    for (const { numbers, made, minutes } of ledger.campaignsOf(claim.life, since)) {
      const groups = readPacked(numbers) ?? [];
      if (made === null) screen.addPlanned(groups, claim.attempts, ordinal);
      else screen.addMade(groups, made, ordinal, (inList) => (minutes?.[inList] ?? 0) >= since);
    }
  }
  return callers;
}

export interface ScreenInput {
  /** Ascending, each number once. */
  readonly asked: Float64Array;
  readonly use: Use;
  readonly cap: Cap;
  /** The life that asks: its own reservations do not count. Null before it has any. */
  readonly life: string | null;
  /** A person decided that those called recently are called anyway. */
  readonly override: boolean;
  /** Also leaves out people whom a template called lately, whatever was decided about the cap. */
  readonly already: Already | null;
  readonly now: number;
}

/** Who of these is not called, and why. One reason per number; the list of people not to be called comes first. */
export function screenPeople(stores: PeopleStores, input: ScreenInput): ScreenHits {
  const screen = new NumberScreen(input.asked);
  const reasons = new Reasons();
  const by = findSuppressed(stores, screen, input.use, input.now, reasons);
  const callers = input.override || !hasCap(input.cap) ? [] : addCalls(stores, screen, input);
  const already = findAlready(stores, input);
  const suppressed: number[] = [];
  const suppressedBy: number[] = [];
  const called: number[] = [];
  const calledBy: number[] = [];
  for (let place = 0; place < input.asked.length; place += 1) {
    const number = input.asked[place] ?? 0;
    const reason = by[place] ?? 0;
    if (reason > 0) {
      suppressed.push(number);
      suppressedBy.push(reason - 1);
      continue;
    }
    const reached = capReached(input.cap, screen.attempts[place] ?? 0, screen.imports[place] ?? 0);
    const found =
      reached === null ? already(place) : { claim: callers[(screen.lastImport[place] ?? 0) - 1], detail: reached };
    const last = found?.claim;
    if (found === null || last === undefined) continue;
    const { detail } = found;
    called.push(number);
    calledBy.push(
      reasons.place(`c${detail}${last.life}`, () => ({
        rule: 'called_recently',
        detail,
        since: new Date(last.at).toISOString(),
        by: last.by,
        importName: last.name,
        note: null,
      })),
    );
  }
  return {
    suppressed: Float64Array.from(suppressed),
    suppressedBy: Uint32Array.from(suppressedBy),
    calledRecently: Float64Array.from(called),
    calledBy: Uint32Array.from(calledBy),
    reasons: reasons.list,
  };
}

/** Of numbers that are about to be called, those on the list now. */
export function suppressedAmong(stores: PeopleStores, asked: Float64Array, use: Use, now: number): Float64Array {
  const by = findSuppressed(stores, new NumberScreen(asked), use, now, new Reasons());
  return asked.filter((_, place) => (by[place] ?? 0) > 0);
}

/** The campaign's attempts in the ledger's order: ascending by number. */
export function toLedger(
  calls: readonly { readonly number: number; readonly attempts: number; readonly lastAt: number }[],
): { numbers: Uint8Array; made: Uint8Array; minutes: Uint32Array; lastMinute: number } {
  const sorted = calls.toSorted((left, right) => left.number - right.number);
  const minutes = Uint32Array.from(sorted, ({ lastAt }) => Math.max(0, Math.floor(lastAt / MINUTE_MS)));
  return {
    numbers: packNumbers(Float64Array.from(sorted, ({ number }) => number)),
    made: Uint8Array.from(sorted, ({ attempts }) => Math.min(255, attempts)),
    minutes,
    lastMinute: minutes.reduce((last, minute) => Math.max(last, minute), 0),
  };
}
