import { INTEREST_AGAIN_SECONDS } from '../../shared/sink-limits.ts';
import type { EventType } from '../../shared/protocol/destination.ts';

/** Who else wants what a sink or a campaign hears. */
export interface Interest {
  /** Every kind of event that at least one destination wants. */
  readonly wanted: readonly EventType[];
  /** Whether anybody watches callbacks as they come. */
  readonly watched: boolean;
}

/**
 * What is known of others' interest. The directory tells everybody who asked lately of each change, so asking is rare:
 * every asking is a paid object request. Null if the Worker is not configured.
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
    // The directory told something newer while we asked.
    if (toldTimes === before) learn(answer);
    return known;
  }

  return {
    /** Null if the directory must be asked. */
    fresh: (): Interest | null => (isFresh() ? known : null),
    async get(): Promise<Interest | null> {
      if (isFresh()) return known;
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
    /** Told by the directory, or by somebody who showed callbacks to it. */
    told(interest: Interest): void {
      toldTimes += 1;
      learn(interest);
    },
  };
}
