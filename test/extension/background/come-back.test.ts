import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createComeBack } from '../../../extension/background/come-back.ts';

const TICK_MS = 20_000;
beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

function setUp(standing?: number) {
  let scheduledTime = standing;
  let worked = 0;
  const comeBack = createComeBack({
    alarm: {
      get: async () => (scheduledTime === undefined ? undefined : { scheduledTime }),
      create: async (when) => void (scheduledTime = when),
      clear: async () => void (scheduledTime = undefined),
    },
    work: () => void (worked += 1),
    now: Date.now,
    tickMs: TICK_MS,
  });
  return { comeBack, alarm: () => scheduledTime, worked: () => worked };
}

describe('createComeBack', () => {
  it.each([
    ['the next tick, with no alarm', undefined, 'next_tick', 1_020_000],
    ['the next tick, with an alarm that comes sooner', 1_005_000, 'next_tick', 1_005_000],
    ['the next tick, with an alarm that comes later', 1_900_000, 'next_tick', 1_020_000],
    ['the next tick, with an alarm that is over', 999_999, 'next_tick', 1_020_000],
    ['a time before the next tick, with no alarm', undefined, 1_003_000, 1_020_000],
    ['a time before the next tick, with an alarm that comes sooner than a tick', 1_005_000, 1_003_000, 1_005_000],
    ['a time that is over', undefined, 900_000, 1_020_000],
    ['a time beyond the next tick, with an alarm that comes sooner', 1_005_000, 1_500_000, 1_500_000],
    ['nothing', 1_005_000, null, undefined],
  ] as const)('sets the alarm for %s', async (_, standing, when, expected) => {
    const { comeBack, alarm } = setUp(standing);
    await comeBack(when);
    expect(alarm()).toBe(expected);
  });

  it('works by itself at a time before the next tick, unless it is told of another', async () => {
    const { comeBack, worked } = setUp();
    await comeBack(1_003_000);
    await vi.advanceTimersByTimeAsync(2_999);
    const before = worked();
    await vi.advanceTimersByTimeAsync(1);
    expect([before, worked()]).toEqual([0, 1]);

    await comeBack(1_006_000);
    await comeBack(null);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(worked()).toBe(1);
  });

  it('keeps a background awake that is started again and again by what is no event', async () => {
    const { comeBack, alarm } = setUp();
    await comeBack('next_tick');
    const due = alarm();
    for (let elapsed = 0; elapsed < TICK_MS; elapsed += 3_000) {
      await comeBack('next_tick');
      await comeBack(Date.now() + 1_000);
      await vi.advanceTimersByTimeAsync(3_000);
    }
    expect([due, Date.now() >= 1_020_000]).toEqual([1_020_000, true]);
    expect(alarm()).toBe(1_020_000);
  });
});
