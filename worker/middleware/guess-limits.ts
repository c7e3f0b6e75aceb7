import { GUESS_SECONDS, MAX_GUESSES, MAX_GUESSING_ADDRESSES } from '../../shared/access-limits.ts';

interface Guesses {
  /** When all guesses so far will be forgotten (epoch ms). */
  readonly until: number;
  readonly last: string;
}

/**
 * Slows down somebody who tries tokens, by address. It is asked only after a wrong token, so that a colleague behind
 * the same address is never kept out. It counts in this process's memory only, because 256-bit tokens cannot be found
 * by guessing anyway.
 */
export function createGuessLimits() {
  const known = new Map<string, Guesses>();

  return {
    /**
     * Counts one wrong token; `guess` is its hash. Null: it may be answered; otherwise the seconds until the next one
     * may. The same token again is not a guess but an extension whose token was revoked.
     */
    note(address: string, guess: string, now: number): number | null {
      const key = networkOf(address);
      const before = known.get(key);
      if (before?.last === guess) return null;
      const until = Math.max(before?.until ?? 0, now) + GUESS_SECONDS * 1000;
      const waitMs = until - now - MAX_GUESSES * GUESS_SECONDS * 1000;
      if (waitMs > 0) return Math.ceil(waitMs / 1000);
      // Removed and set again, so that the map is ordered by the last guess.
      known.delete(key);
      known.set(key, { until, last: guess });
      const [oldest] = known.keys();
      if (known.size > MAX_GUESSING_ADDRESSES && oldest !== undefined) known.delete(oldest);
      return null;
    },
  };
}

/** Somebody with one IPv6 address also has the 2^64 addresses of its network. */
function networkOf(address: string): string {
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
}
