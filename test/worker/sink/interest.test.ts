import { describe, expect, it } from 'vitest';
import { INTEREST_AGAIN_SECONDS } from '../../../shared/sink-limits.ts';
import { createInterest, type Interest } from '../../../worker/events/interest.ts';

const NOBODY: Interest = { wanted: [], watched: false };
const SOMEBODY: Interest = { wanted: ['call.attempted'], watched: true };

function interestOf(answers: readonly (() => Promise<Interest | null>)[]) {
  let now = 0;
  let asked = 0;
  const ask = () => {
    asked += 1;
    return answers[asked - 1]?.() ?? Promise.reject(new Error('asked too often'));
  };
  const interest = createInterest({ ask, now: () => now });
  return { interest, asked: () => asked, goAhead: (seconds: number) => (now += seconds * 1_000) };
}

describe('the interest of others', () => {
  it('is asked once by all who want to know it, and again only after a while', async () => {
    const { interest, asked, goAhead } = interestOf([() => Promise.resolve(NOBODY), () => Promise.resolve(SOMEBODY)]);
    expect(interest.fresh()).toBeNull();
    expect(await Promise.all([interest.get(), interest.get()])).toEqual([NOBODY, NOBODY]);
    goAhead(INTEREST_AGAIN_SECONDS - 1);
    expect([await interest.get(), interest.fresh(), asked()]).toEqual([NOBODY, NOBODY, 1]);
    goAhead(1);
    expect(interest.fresh()).toBeNull();
    expect([await interest.get(), asked()]).toEqual([SOMEBODY, 2]);
  });

  it('is what was told last, though an older answer arrives afterwards', async () => {
    let answer: (interest: Interest) => void = () => undefined;
    const { interest } = interestOf([() => new Promise((resolve) => (answer = resolve))]);
    const asking = interest.get();
    interest.told(SOMEBODY);
    answer(NOBODY);
    expect([await asking, interest.fresh()]).toEqual([SOMEBODY, SOMEBODY]);
  });

  it('is asked again at once where nobody answered', async () => {
    const { interest } = interestOf([() => Promise.reject(new Error('gone')), () => Promise.resolve(NOBODY)]);
    await expect(interest.get()).rejects.toThrow('gone');
    expect(await interest.get()).toEqual(NOBODY);
  });
});
