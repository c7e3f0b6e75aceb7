import { TOTALS_PUSH_MS, TOTALS_UNWATCHED_MS, TOTALS_WATCHED_MS } from '../../shared/limits.ts';

interface PushDeps {
  /** Answers whether anybody watches the import. */
  readonly push: () => Promise<boolean>;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

/**
 * Decides when a campaign's totals go to its import: soon after the first change, then once a second while somebody
 * watches, and rarely while nobody does. Each push is a paid request; without this, a campaign with one call a second
 * would push once per call.
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
    // Waits in steps, because somebody may begin to watch meanwhile.
    for (let wait = TOTALS_PUSH_MS; wait > 0; wait = dueAt(since) - now())
      await sleep(Math.min(wait, TOTALS_WATCHED_MS));
    waiting = null;
    await pushNow();
  }

  return {
    pushNow,
    /** Something changed; `urgent` if the import should act on it. Answers the push that is now planned. */
    soon(urgent: boolean): Promise<void> {
      isUrgent ||= urgent;
      waiting ??= pushWhenDue();
      return waiting;
    },
    /** The import asked for the totals itself, for somebody who looks. */
    looked(): void {
      isWatched = true;
      pushedAt = now();
    },
    /** The import got the totals in the answer to another call. */
    answered(): void {
      pushedAt = now();
    },
  };
}
