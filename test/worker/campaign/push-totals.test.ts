import { describe, expect, it } from 'vitest';
import { createTotalsPush } from '../../../worker/campaign/push-totals.ts';

/** Makes changes at these times, until `until`. Answers when totals were pushed. All times in ms. */
async function pushesOf(
  changes: readonly (number | 'look' | 'urgent' | 'answered')[],
  watched: boolean,
  until: number,
) {
  const sleepers: { at: number; wake: () => void }[] = [];
  const pushed: number[] = [];
  let now = 0;
  const totals = createTotalsPush({
    push: () => {
      pushed.push(now);
      return Promise.resolve(watched);
    },
    now: () => now,
    sleep: (ms) => new Promise<void>((resolve) => sleepers.push({ at: now + ms, wake: resolve })),
  });
  let next = 0;
  for (; now <= until; now += 10) {
    for (; next < changes.length; next += 1) {
      const change = changes[next];
      if (change === 'look') totals.looked();
      else if (change === 'urgent') void totals.soon(true);
      else if (change === 'answered') totals.answered();
      else if (change !== undefined && change <= now) void totals.soon(false);
      else break;
    }
    for (const sleeper of sleepers.filter(({ at }) => at <= now)) {
      sleepers.splice(sleepers.indexOf(sleeper), 1);
      sleeper.wake();
    }
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  }
  return pushed;
}

const everyTenth = Array.from({ length: 300 }, (_, i) => i * 100);

describe("a campaign's totals", () => {
  it('go out a moment after the first change, and once for all that came by then', async () => {
    expect(await pushesOf([0, 100, 200], true, 5_000)).toEqual([250]);
  });

  it('go out once a second while somebody watches', async () => {
    const pushed = await pushesOf(everyTenth, true, 29_900);
    expect(pushed.slice(0, 3)).toEqual([250, 1_250, 2_250]);
    expect(pushed).toHaveLength(30);
  });

  it('go out once in twenty seconds while nobody does', async () => {
    const [first, second, third] = await pushesOf(everyTenth, false, 49_900);
    expect(first).toBe(250);
    expect(second).toBeGreaterThanOrEqual(20_250);
    expect(third).toBeGreaterThanOrEqual(40_250);
  });

  it('wait as long after the import had them as an answer', async () => {
    const pushed = await pushesOf([0, 10_000, 'answered', 10_010], false, 31_000);
    expect(pushed).toEqual([250, expect.toSatisfy((at) => at >= 30_000)]);
  });

  it('go out within a second of a look, and at once when the import is to act', async () => {
    const looked = await pushesOf([0, 1_000, 'look', 2_000], false, 9_000);
    expect(looked).toHaveLength(2);
    expect(looked[1]).toBeLessThanOrEqual(2_250);
    expect(await pushesOf([0, 1_000, 'urgent'], false, 9_000)).toEqual([250, expect.toSatisfy((at) => at <= 2_250)]);
  });
});
