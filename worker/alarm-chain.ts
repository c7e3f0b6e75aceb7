import {
  ALARM_OVERDUE_SECONDS,
  ALARM_RETRY_FIRST_SECONDS,
  ALARM_RETRY_LONGEST_SECONDS,
} from '../shared/safety-limits.ts';
import { WATCHDOG_SECONDS } from '../shared/limits.ts';
import { logEvent } from './log.ts';

/** How long to wait after this many failures in a row (at least 1). */
export function backOffMs(failures: number): number {
  const seconds = ALARM_RETRY_FIRST_SECONDS * 2 ** Math.min(failures - 1, 16);
  return Math.min(seconds, ALARM_RETRY_LONGEST_SECONDS) * 1000;
}

type AlarmStorage = Pick<DurableObjectStorage, 'getAlarm' | 'setAlarm' | 'deleteAlarm'>;

interface FailureCount {
  get(): number;
  set(failures: number): void | Promise<void>;
}

export interface AlarmChain {
  set(at: number): Promise<void>;
  /** Sets the alarm to `at`, unless it is already set to an earlier time. */
  armBy(at: number): Promise<void>;
  /** Every entry point calls this: if the alarm was lost, the next caller sets it again. */
  watch(): Promise<void>;
  /** Called by the cron trigger. It also replaces an alarm that is long overdue, which would never fire. */
  wake(): Promise<void>;
  /**
   * Runs one alarm. `work` does what is due and answers when to come back. Never throws, because the platform gives up
   * an alarm after six failures in a row.
   */
  run(retry: AlarmInvocationInfo | undefined, work: () => Promise<number | null>): Promise<void>;
}

/** An object's alarm, which is always set while there is anything to come back for. */
export function createAlarmChain(
  storage: AlarmStorage,
  of: {
    /** The object's name in the log. */
    readonly name: string;
    /** Whether the object still has anything to come back for. */
    readonly isNeeded: () => boolean;
    /** Where the number of failures in a row is kept; in memory if left out. */
    readonly failures?: FailureCount;
    /** An alarm further ahead than this may have been set by a clock that was turned back; waking replaces it. */
    readonly longestMs?: number;
  },
): AlarmChain {
  let sets = 0;
  let isRunning = false;
  const failures = of.failures ?? countInMemory();

  function set(at: number): Promise<void> {
    sets += 1;
    return storage.setAlarm(at);
  }

  /**
   * Sets the alarm unless the current one is enough. If another call set it while this one read it, it is read again: a
   * stop pressed meanwhile set it to an earlier time, which must stay.
   */
  async function setUnless(at: number, isEnough: (current: number | null) => boolean): Promise<void> {
    for (;;) {
      const before = sets;
      const current = await storage.getAlarm();
      if (before !== sets) continue;
      if (!isEnough(current)) await set(at);
      return;
    }
  }

  function armBy(at: number): Promise<void> {
    return setUnless(at, (current) => current !== null && current <= at);
  }

  async function failed(inARow: number): Promise<void> {
    // Set the alarm before anything else, so that the object comes back whatever goes wrong.
    await set(Date.now() + backOffMs(inARow));
    await failures.set(inARow);
  }

  return {
    set,
    armBy,
    watch: async () => {
      // No alarm is set while one runs; the running one sets the next.
      if (!isRunning && of.isNeeded())
        await setUnless(Date.now() + WATCHDOG_SECONDS * 1000, (current) => current !== null);
    },
    wake: async () => {
      const now = Date.now();
      const latest = now + (of.longestMs ?? Number.POSITIVE_INFINITY);
      const isAlive = (current: number | null) =>
        current !== null && current > now - ALARM_OVERDUE_SECONDS * 1000 && current <= latest;
      if (!isRunning && of.isNeeded()) await setUnless(now, isAlive);
    },
    run: async (retry, work) => {
      isRunning = true;
      try {
        // A run that was killed (out of time or memory) could not count itself as failed, and the platform gives up
        // after six failures.
        if (retry?.isRetry === true) await failed(Math.max(failures.get() + 1, retry.retryCount));
        const before = sets;
        const next = await work();
        if (failures.get() > 0) await failures.set(0);
        const at = next === null ? null : Math.max(next, Date.now());
        if (before !== sets) {
          if (at !== null) await armBy(at);
        } else if (at !== null) await set(at);
        // Removes the alarm that was set in case this run was killed too.
        else if (retry?.isRetry === true) await storage.deleteAlarm();
      } catch (cause) {
        const inARow = failures.get() + 1;
        logEvent(`${of.name}_alarm_failed`, { failures: inARow }, cause);
        await failed(inARow);
      } finally {
        isRunning = false;
      }
    },
  };
}

function countInMemory(): FailureCount {
  let failures = 0;
  return { get: () => failures, set: (inARow) => void (failures = inARow) };
}
