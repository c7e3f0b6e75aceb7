import { describe, expect, it } from 'vitest';
import { GUESS_SECONDS, MAX_GUESSES } from '../../../shared/access-limits.ts';
import { createGuessLimits } from '../../../worker/middleware/guess-limits.ts';

const NOW = 1_000_000_000_000;

describe('guesses of tokens', () => {
  it('are answered as long as they are few, then one at a time', () => {
    const limits = createGuessLimits();
    const note = (n: number, ms = 0) => limits.note('203.0.113.7', `wrong ${n}`, NOW + ms);
    expect(Array.from({ length: MAX_GUESSES }, (_, n) => note(n))).toEqual(Array(MAX_GUESSES).fill(null));
    expect([note(100), note(101)]).toEqual([GUESS_SECONDS, GUESS_SECONDS]);
    expect([note(102, GUESS_SECONDS * 1000), note(103, GUESS_SECONDS * 1000)]).toEqual([null, GUESS_SECONDS]);
  });

  it('of one token again and again are none', () => {
    const limits = createGuessLimits();
    expect(new Set(Array.from({ length: 500 }, () => limits.note('203.0.113.7', 'revoked', NOW)))).toEqual(
      new Set([null]),
    );
  });

  it('are counted by address, and by network where an address has many', () => {
    const limits = createGuessLimits();
    for (let n = 0; n < MAX_GUESSES; n++) {
      limits.note('203.0.113.7', `wrong ${n}`, NOW);
      limits.note(`2001:db8:1:2::${n}`, `wrong ${n}`, NOW);
    }
    expect(limits.note('203.0.113.8', 'wrong', NOW)).toBeNull();
    expect(limits.note('2001:db8:1:3::1', 'wrong', NOW)).toBeNull();
    expect(limits.note('2001:db8:1:2::ffff', 'wrong', NOW)).toBe(GUESS_SECONDS);
  });
});
