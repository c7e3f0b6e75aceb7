import { NumberScreen } from '../../shared/people/number-screen.ts';
import { readPacked } from '../../shared/people/packed-numbers.ts';
import type { Claim, LedgerStore } from './ledger-store.ts';

const MINUTES_A_DAY = 24 * 60;
const MINUTE_MS = 60_000;

/** Whom a template called, or is about to call, within so many days. */
export interface Already {
  readonly template: string;
  readonly days: number;
}

/** Null where nobody wants them left out. */
export function alreadyOf(template: string, days: number | null): Already | null {
  return days === null ? null : { template, days };
}

interface Asked {
  /** Rises, each number once. */
  readonly asked: Float64Array;
  readonly already: Already | null;
  /** Whose own reservations do not count; null before there are any. */
  readonly life: string | null;
  readonly now: number;
}

/** By place: the import that called a number last, or has it before it; a number that was never dialled was not called. */
export function findAlready(
  ledger: LedgerStore,
  { asked, already, life, now }: Asked,
): (place: number) => Claim | null {
  if (already === null) return () => null;
  const since = Math.floor(now / MINUTE_MS) - already.days * MINUTES_A_DAY;
  const screen = new NumberScreen(asked);
  const claims = ledger.claims().filter((claim) => claim.template === already.template && claim.life !== life);
  for (const [ordinal, claim] of claims.entries()) {
    for (const { numbers, made, minutes } of ledger.campaignsOf(claim.life, since)) {
      const groups = readPacked(numbers) ?? [];
      if (made === null) screen.addPlanned(groups, claim.attempts, ordinal);
      else screen.addMade(groups, made, ordinal, (inList) => (minutes?.[inList] ?? 0) >= since);
    }
  }
  return (place) => claims[(screen.lastImport[place] ?? 0) - 1] ?? null;
}
