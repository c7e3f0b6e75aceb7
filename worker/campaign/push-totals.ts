import { TOTALS_PUSH_MS, TOTALS_UNWATCHED_MS, TOTALS_WATCHED_MS } from '../../shared/limits.ts';

interface PushDeps {
  /** Answers whether anybody watches the import. */
  readonly push: () => Promise<boolean>;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

/**
 * When a campaign's totals go to its import: soon after the first change, then once a second while somebody watches, and
 * rarely while nobody does. Each push is a request that is paid for, and with a call a second there would be one a call.
 */
export function createTotalsPush({ push, now, sleep }: PushDeps) {
  let waiting: Promise<void> | null = null;
  let pushedAt = Number.NEGATIVE_INFINITY;
  let isWatched = false;
  let isUrgent = false;

  function dueAt(since: number): number {
    const soon = since + TOTALS_PUSH_MS;
    if (isUrgent) return soon;
    return Math.max(soon, pushedAt + (isWatched ? TOTALS_WATCHED_MS : TOTALS_UNWATCHED_MS));
  }

  async function pushNow(): Promise<void> {
    isUrgent = false;
    pushedAt = now();
    isWatched = await push();
  }

  async function pushWhenDue(): Promise<void> {
    const since = now();
    // In steps: meanwhile somebody may begin to watch.
    for (let wait = TOTALS_PUSH_MS; wait > 0; wait = dueAt(since) - now())
      await sleep(Math.min(wait, TOTALS_WATCHED_MS));
    waiting = null;
    await pushNow();
  }

  return {
    pushNow,
    /** Something changed; `urgent` where the import is to act on it. Answers the push that is to come. */
    soon(urgent: boolean): Promise<void> {
      isUrgent ||= urgent;
      waiting ??= pushWhenDue();
      return waiting;
    },
    /** The import asked by itself, for somebody who looks. */
    looked(): void {
      isWatched = true;
      pushedAt = now();
    },
    /** The import has them as the answer to something else. */
    answered(): void {
      pushedAt = now();
    },
  };
}
