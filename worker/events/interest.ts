import { INTEREST_AGAIN_SECONDS } from '../../shared/sink-limits.ts';
import type { EventType } from '../../shared/protocol/destination.ts';

/** Whether what a sink or a campaign hears goes anywhere else. */
export interface Interest {
  /** Every kind of event that any destination wants. */
  readonly wanted: readonly EventType[];
  /** Whether anybody watches callbacks as they come. */
  readonly watched: boolean;
}

/**
 * What is known of the interest of others. The directory tells whoever asked lately of every change, so it is asked rarely: each
 * asking is an object request that is paid for. Null of a Worker that is not set up.
 */
export function createInterest(world: { readonly ask: () => Promise<Interest | null>; readonly now: () => number }) {
  let known: Interest | null = null;
  let knownAt = Number.NEGATIVE_INFINITY;
  let toldTimes = 0;
  let asking: Promise<Interest | null> | null = null;

  const isFresh = () => world.now() < knownAt + INTEREST_AGAIN_SECONDS * 1000;

  function learn(interest: Interest | null): void {
    known = interest;
    knownAt = world.now();
  }

  async function ask(): Promise<Interest | null> {
    const before = toldTimes;
    const answer = await world.ask();
    // What was told meanwhile is newer.
    if (toldTimes === before) learn(answer);
    return known;
  }

  return {
    /** Null when it must be asked. */
    fresh: (): Interest | null => (isFresh() ? known : null),
    async get(): Promise<Interest | null> {
      if (isFresh()) return known;
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
    /** From the directory, or from whoever showed something to it. */
    told(interest: Interest): void {
      toldTimes += 1;
      learn(interest);
    },
  };
}
