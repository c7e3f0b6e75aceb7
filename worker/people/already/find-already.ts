import { ALREADY } from '../../../shared/people/already-called.ts';
import { NumberScreen } from '../../../shared/people/number-screen.ts';
import { readPacked } from '../../../shared/people/packed-numbers.ts';
import type { Marks } from '../../../shared/people/marked-numbers.ts';
import type { PersonHash } from '../../person-hash.ts';
import type { Claim, LedgerStore } from '../ledger-store.ts';

const MINUTES_A_DAY = 24 * 60;
const MINUTE_MS = 60_000;

/** Leaves out people whom a template called, or is about to call, within so many days. */
export interface Already {
  readonly template: string;
  readonly days: number;
  /** The marks of these people's current statuses, by place; null if changed statuses do not matter. */
  readonly marked: Marks | null;
}

/** Null if nobody should be left out for this. */
export function alreadyOf(template: string, days: number | null, marked: Marks | null): Already | null {
  return days === null ? null : { template, days, marked };
}

interface Asked {
  /** Ascending, each number once. */
  readonly asked: Float64Array;
  readonly already: Already | null;
  /** The life that asks: its own reservations do not count. Null before it has any. */
  readonly life: string | null;
  readonly now: number;
}

interface Stores {
  readonly ledger: LedgerStore;
  readonly hash: PersonHash;
}

interface Found {
  /** The import that called a number last, or has reserved it. */
  readonly claim: Claim;
  readonly detail: (typeof ALREADY)[keyof typeof ALREADY];
}

/** The people left out, by place. A number that was reserved but never dialled does not count. */
export function findAlready(
  { ledger, hash }: Stores,
  { asked, already, life, now }: Asked,
): (place: number) => Found | null {
  if (already === null) return () => null;
  const { marked } = already;
  const since = Math.floor(now / MINUTE_MS) - already.days * MINUTES_A_DAY;
  const screen = new NumberScreen(asked);
  const claims = ledger.claims().filter((claim) => claim.template === already.template && claim.life !== life);
  const heading = marked === null ? 0 : hash.heading(marked.heading);
  /**
   * By place: the mark that the newest import noted of somebody it called; 0 if it noted none or has not called them
   * yet.
   */
  const noted = new Uint32Array(marked === null ? 0 : asked.length);
  for (const [ordinal, claim] of claims.entries()) {
    for (const { numbers, made, minutes, marks } of ledger.campaignsOf(claim.life, since)) {
      const groups = readPacked(numbers) ?? [];
      if (made === null) screen.addPlanned(groups, claim.attempts, ordinal);
      else screen.addMade(groups, made, ordinal, (inList) => (minutes?.[inList] ?? 0) >= since);
      if (marked === null) continue;
      const isComparable = made !== null && marks !== null && claim.heading === heading;
      for (const group of groups) {
        screen.each(group, (place, inList) => {
          const isLast = screen.lastImport[place] === ordinal + 1;
          if (isLast) noted[place] = isComparable ? (marks[inList] ?? 0) : 0;
        });
      }
    }
  }
  const detailOf = (place: number): Found['detail'] => {
    if (marked === null) return ALREADY.same;
    const [before, mark] = [noted[place] ?? 0, marked.marks[place] ?? 0];
    if (before === 0 || mark === 0) return ALREADY.unknown;
    return hash.status(asked[place] ?? 0, mark) === before ? ALREADY.same : ALREADY.changed;
  };
  return (place) => {
    const claim = claims[(screen.lastImport[place] ?? 0) - 1];
    return claim === undefined ? null : { claim, detail: detailOf(place) };
  };
}
