import { MAX_TAIL_BYTES, TAIL_AFTER_MS, TAIL_CALLBACKS_COUNT } from '../../shared/sink-limits.ts';
import { logEvent } from '../log.ts';
import type { createInterest } from './interest.ts';
import type { KeptCallback } from '../callbacks/understand-callback.ts';

/**
 * Shows callbacks to people who watch them arrive, once they are on disk. Nothing waits for this and nothing is stored
 * for it; a callback that cannot be shown is still found by a search. While nobody watches, callbacks are not even read
 * for it, and no timer keeps the object awake.
 */
export function createTailFeed(world: {
  readonly interest: ReturnType<typeof createInterest>;
  /** Null for an object that was erased. `show` answers whether anybody still watches. */
  readonly directory: () => { show(callbacks: readonly KeptCallback[], leftOut: number): Promise<boolean> } | null;
  readonly waitUntil: (work: Promise<void>) => void;
}) {
  const { interest } = world;
  let waiting: (() => KeptCallback | null)[] = [];
  let leftOut = 0;
  let isPlanned = false;

  async function flush(): Promise<void> {
    isPlanned = false;
    const directory = world.directory();
    const known = directory === null ? null : await interest.get();
    const [reads, more] = [waiting, leftOut];
    [waiting, leftOut] = [[], 0];
    if (directory === null || known?.watched !== true) return;
    const callbacks = reads.map((read) => read()).filter((callback) => callback !== null);
    const shown = newestWithin(callbacks, MAX_TAIL_BYTES);
    const watched = await directory.show(shown, more + callbacks.length - shown.length);
    if (!watched) interest.told({ ...known, watched });
  }

  return {
    /** `read` is called later, and only if somebody watches. */
    add(read: () => KeptCallback | null): void {
      if (interest.fresh()?.watched === false && !isPlanned) return;
      waiting.push(read);
      if (waiting.length > TAIL_CALLBACKS_COUNT) {
        waiting.shift();
        leftOut += 1;
      }
      if (isPlanned) return;
      isPlanned = true;
      const soon = new Promise((resolve) => setTimeout(resolve, TAIL_AFTER_MS)).then(flush).catch((cause: unknown) => {
        logEvent('callbacks_not_shown', {}, cause);
      });
      world.waitUntil(soon);
    },
  };
}

/** The newest callbacks that fit in so many bytes, at least one; a character takes three bytes at most. */
function newestWithin(callbacks: readonly KeptCallback[], bytes: number): readonly KeptCallback[] {
  let left = bytes;
  let first = callbacks.length;
  for (const { body, query } of callbacks.toReversed()) {
    left -= 3 * (body.length + query.length);
    if (left < 0 && first < callbacks.length) break;
    first -= 1;
  }
  return callbacks.slice(first);
}
