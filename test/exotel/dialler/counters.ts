import { createFifo } from './fifo.ts';

/** The keys of `stats`, in Exotel's order, then those of `summary` that count calls. */
export const STAT_KEYS = [
  'created',
  'in-progress',
  'retry',
  'retrying',
  'failed',
  'failed-dnd',
  'invalid',
  'paused',
  'failed-no-attempt',
  'completed',
  'pending',
] as const;
const CALL_KEYS = ['call_initialized', 'call_completed', 'call_failed', 'call_inprogress'] as const;
const KEYS = [...STAT_KEYS, ...CALL_KEYS] as const;
export type CounterKey = (typeof KEYS)[number];

export const NO_CALLS: Readonly<Record<CounterKey, number>> = {
  created: 0,
  'in-progress': 0,
  retry: 0,
  retrying: 0,
  failed: 0,
  'failed-dnd': 0,
  invalid: 0,
  paused: 0,
  'failed-no-attempt': 0,
  completed: 0,
  pending: 0,
  call_initialized: 0,
  call_completed: 0,
  call_failed: 0,
  call_inprogress: 0,
};

export type Counters<K extends string> = {
  readonly add: (at: number, key: K, by: number) => void;
  /** The counts as they were one lag before `now`. Of changes made together, a reader sees all or none. */
  readonly read: (now: number) => Readonly<Record<K, number>>;
};

/** Counts of one campaign that lag, as Exotel's do; changes are kept separately only if there is a lag. */
export function createCounters<K extends string>(
  zeroes: Readonly<Record<K, number>>,
  lagMs: () => number,
): Counters<K> {
  const shown: Record<string, number> = { ...zeroes };
  const late = createFifo<{ readonly at: number; readonly key: K; readonly by: number }>();

  return {
    add: (at, key, by) => {
      if (lagMs() === 0 && late.size() === 0) shown[key] = (shown[key] ?? 0) + by;
      else late.push({ at, key, by });
    },
    read: (now) => {
      for (let next = late.peek(); next !== undefined && next.at <= now - lagMs(); next = late.peek()) {
        shown[next.key] = (shown[next.key] ?? 0) + next.by;
        late.shift();
      }
      return { ...zeroes, ...shown };
    },
  };
}
