import { describe, expect, it, vi } from 'vitest';
import { backOffMs, createAlarmChain } from '../../../worker/alarm-chain.ts';
import { ALARM_OVERDUE_SECONDS, ALARM_RETRY_LONGEST_SECONDS } from '../../../shared/safety-limits.ts';
import { WATCHDOG_SECONDS } from '../../../shared/limits.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

const NOW = 1_800_000_000_000;

/** An object's single alarm: setting it replaces the one before, and while it runs none is set. */
function createChain(options: { isNeeded?: boolean; at?: number | null; longestMs?: number } = {}) {
  vi.spyOn(Date, 'now').mockReturnValue(NOW);
  let at = options.at ?? null;
  const chain = createAlarmChain(
    {
      getAlarm: async () => at,
      setAlarm: async (next) => void (at = Number(next)),
      deleteAlarm: async () => void (at = null),
    },
    {
      name: 'test',
      isNeeded: () => options.isNeeded ?? true,
      ...(options.longestMs !== undefined && { longestMs: options.longestMs }),
    },
  );
  const run = (work: () => Promise<number | null>, retryCount = 0) => {
    at = null;
    return chain.run({ isRetry: retryCount > 0, retryCount, scheduledTime: NOW }, work);
  };
  const afterFailures = async (count: number) => {
    const waits: number[] = [];
    for (let i = 0; i < count; i += 1) {
      await run(() => Promise.reject(new Error('broken')));
      waits.push(((at ?? Number.NaN) - NOW) / 1000);
    }
    return waits;
  };
  return { chain, run, afterFailures, inSeconds: () => (at === null ? null : (at - NOW) / 1000) };
}

describe('an alarm that fails', () => {
  it('waits twice as long each time, up to minutes, and never throws', async () => {
    const { afterFailures } = createChain();
    expect(await afterFailures(9)).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
    expect(backOffMs(10_000)).toBe(ALARM_RETRY_LONGEST_SECONDS * 1000);
  });

  it('begins anew once it has worked', async () => {
    const { run, afterFailures } = createChain();
    await afterFailures(6);
    await run(() => Promise.resolve(null));
    expect(await afterFailures(2)).toEqual([5, 10]);
  });

  it('that is killed, time after time, is set again before it is tried', async () => {
    const { run, inSeconds } = createChain();
    const seen: (number | null)[] = [];
    const killed = () => {
      seen.push(inSeconds());
      return new Promise<never>(() => {});
    };
    for (const retryCount of [0, 1, 2, 3]) {
      void run(killed, retryCount);
      await vi.waitFor(() => expect(seen).toHaveLength(retryCount + 1), PATIENCE);
    }
    expect(seen).toEqual([null, 5, 10, 20]);
  });

  it('that worked at the second try comes back when it says, or not at all', async () => {
    const later = createChain();
    await later.run(() => Promise.resolve(NOW + 7_000), 1);
    const never = createChain();
    await never.run(() => Promise.resolve(null), 1);
    expect([later.inSeconds(), never.inSeconds()]).toEqual([7, null]);
  });
});

describe('an alarm that was lost', () => {
  it('is set again by whoever comes by, and by the trigger at once', async () => {
    const visited = createChain();
    await visited.chain.watch();
    const woken = createChain();
    await woken.chain.wake();
    expect([visited.inSeconds(), woken.inSeconds()]).toEqual([WATCHDOG_SECONDS, 0]);
  });

  it('though it stands there, is set again by the trigger when it is long over its time', async () => {
    const { chain, inSeconds } = createChain({ at: NOW - ALARM_OVERDUE_SECONDS * 1000 });
    await chain.wake();
    expect(inSeconds()).toBe(0);
  });

  it.each([-60, 0, 30, 86_400])('is not one that is set, at %i s from now', async (seconds) => {
    const { chain, inSeconds } = createChain({ at: NOW + seconds * 1000 });
    await chain.watch();
    await chain.wake();
    expect(inSeconds()).toBe(seconds);
  });

  it.each([
    [600, 600],
    [601, 0],
    [10_800, 0],
  ])('may be one that is set further ahead than ever, as by a clock turned back: %i s', async (ahead, after) => {
    const { chain, inSeconds } = createChain({ at: NOW + ahead * 1000, longestMs: 600_000 });
    await chain.watch();
    await chain.wake();
    expect(inSeconds()).toBe(after);
  });

  it('is nobody’s where there is nothing to come back for, or it runs', async () => {
    const ended = createChain({ isNeeded: false });
    await ended.chain.watch();
    await ended.chain.wake();
    const running = createChain();
    await running.run(async () => {
      await running.chain.watch();
      await running.chain.wake();
      return null;
    });
    expect([ended.inSeconds(), running.inSeconds()]).toEqual([null, null]);
  });
});

describe('a press while others look', () => {
  it('is never put off by them, whoever was first', async () => {
    for (const look of ['watch', 'armBy'] as const) {
      for (let turns = 0; turns < 4; turns += 1) {
        const { chain, inSeconds } = createChain();
        const looking = look === 'watch' ? chain.watch() : chain.armBy(NOW + 60_000);
        for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
        await chain.set(NOW);
        await looking;
        expect([look, turns, inSeconds()]).toEqual([look, turns, 0]);
      }
    }
  });
});
