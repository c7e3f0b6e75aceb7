import {
  ALARM_OVERDUE_SECONDS,
  ALARM_RETRY_FIRST_SECONDS,
  ALARM_RETRY_LONGEST_SECONDS,
} from '../shared/safety-limits.ts';
import { WATCHDOG_SECONDS } from '../shared/limits.ts';
import { logEvent } from './log.ts';

/** How long to wait after so many failures in a row, from 1. */
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
  /** At `at`, or sooner where it is set sooner already. */
  armBy(at: number): Promise<void>;
  /** To be called by every entry: a chain that was lost, however it was, is taken up again by whoever comes by. */
  watch(): Promise<void>;
  /** The same by the cron trigger, which also sees an alarm that is long over its time; nobody waits any longer then. */
  wake(): Promise<void>;
  /** One alarm: what is due, which answers when to come back. Never throws, since six failed alarms in a row would end the chain. */
  run(retry: AlarmInvocationInfo | undefined, work: () => Promise<number | null>): Promise<void>;
}

/** An object's alarm, which is always set while there is anything to come back for. */
export function createAlarmChain(
  storage: AlarmStorage,
  of: {
    /** In the log. */
    readonly name: string;
    /** Whether there is anything to come back for. */
    readonly isNeeded: () => boolean;
    /** Where failures in a row are kept; in memory unless given. */
    readonly failures?: FailureCount;
  },
): AlarmChain {
  let sets = 0;
  let isRunning = false;
  const failures = of.failures ?? countInMemory();

  function set(at: number): Promise<void> {
    sets += 1;
    return storage.setAlarm(at);
  }

  /** What is asked of the alarm is still so when it is set: a stop pressed in between is not put off. */
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
    // First the alarm: whatever is wrong, it comes back.
    await set(Date.now() + backOffMs(inARow));
    await failures.set(inARow);
  }

  return {
    set,
    armBy,
    watch: async () => {
      // While an alarm runs none is set, and it sets the next one itself.
      if (!isRunning && of.isNeeded())
        await setUnless(Date.now() + WATCHDOG_SECONDS * 1000, (current) => current !== null);
    },
    wake: async () => {
      const now = Date.now();
      const isAlive = (current: number | null) => current !== null && current > now - ALARM_OVERDUE_SECONDS * 1000;
      if (!isRunning && of.isNeeded()) await setUnless(now, isAlive);
    },
    run: async (retry, work) => {
      isRunning = true;
      try {
        // A try that was killed (its time, its memory) could not count itself, and the platform gives up after six.
        if (retry?.isRetry === true) await failed(Math.max(failures.get() + 1, retry.retryCount));
        const before = sets;
        const next = await work();
        if (failures.get() > 0) await failures.set(0);
        const at = next === null ? null : Math.max(next, Date.now());
        if (before !== sets) {
          if (at !== null) await armBy(at);
        } else if (at !== null) await set(at);
        // What was set for the case that it is killed again.
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
