import { GUESS_SECONDS, MAX_GUESSES, MAX_GUESSING_ADDRESSES } from '../../shared/access-limits.ts';

interface Guesses {
  /** When those so far will all be forgotten (epoch ms). */
  readonly until: number;
  readonly last: string;
}

/**
 * Slows whoever tries tokens, by address. It is asked only after a token was wrong: a colleague behind the same address
 * comes in at any moment. Counted in this process's memory, since tokens of 256 bits are not found by guessing anyway.
 */
export function createGuessLimits() {
  const known = new Map<string, Guesses>();

  return {
    /**
     * Counts one wrong token, `guess` being its hash. Null: it may be answered; else in how many seconds the next one may.
     * The same one again is no guess, but an extension whose token was revoked.
     */
    note(address: string, guess: string, now: number): number | null {
      const key = networkOf(address);
      const before = known.get(key);
      if (before?.last === guess) return null;
      const until = Math.max(before?.until ?? 0, now) + GUESS_SECONDS * 1000;
      const waitMs = until - now - MAX_GUESSES * GUESS_SECONDS * 1000;
      if (waitMs > 0) return Math.ceil(waitMs / 1000);
      // Set anew, so that the order of the map is that of the last guesses.
      known.delete(key);
      known.set(key, { until, last: guess });
      const [oldest] = known.keys();
      if (known.size > MAX_GUESSING_ADDRESSES && oldest !== undefined) known.delete(oldest);
      return null;
    },
  };
}

/** Whoever has one address of IPv6 has the 2^64 beside it. */
function networkOf(address: string): string {
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
}
