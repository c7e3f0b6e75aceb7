/** What the browser keeps of one alarm. Times in epoch ms. */
interface AlarmStore {
  readonly get: () => Promise<{ readonly scheduledTime: number } | undefined>;
  readonly create: (when: number) => Promise<void>;
  readonly clear: () => Promise<unknown>;
}

export interface ComeBackDeps {
  readonly alarm: AlarmStore;
  readonly work: () => void;
  readonly now: () => number;
  /** The shortest wait of an alarm, in milliseconds. What is due sooner has a timer as well. */
  readonly tickMs: number;
}

/**
 * Comes back at that time (epoch ms) or with the next tick; null: not at all. The alarm outlives the background, the timer
 * does not. An alarm that comes sooner than a tick stays: Firefox ends a background some seconds after a tick without an
 * event, and work that began by a timer or with the network, which are no events, would push the alarm beyond that end.
 */
export function createComeBack({ alarm, work, now, tickMs }: ComeBackDeps) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return async (when: number | 'next_tick' | null): Promise<void> => {
    clearTimeout(timer);
    if (when === null) {
      await alarm.clear();
      return;
    }
    if (when !== 'next_tick') {
      const wait = when - now();
      if (wait >= tickMs) {
        await alarm.create(when);
        return;
      }
      timer = setTimeout(work, Math.max(0, wait));
    }
    const standing = (await alarm.get())?.scheduledTime ?? Infinity;
    if (standing < now() || standing > now() + tickMs) await alarm.create(now() + tickMs);
  };
}
