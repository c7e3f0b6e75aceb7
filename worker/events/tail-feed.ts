import { MAX_TAIL_BYTES, TAIL_AFTER_MS, TAIL_AGAIN_MS, TAIL_CALLBACKS_COUNT } from '../../shared/sink-limits.ts';
import { logEvent } from '../log.ts';
import type { KeptCallback } from '../callbacks/understand-callback.ts';

/** Who watches callbacks as they come. */
interface Watch {
  isWatched(): Promise<boolean>;
  /** Answers whether anybody still watches. */
  show(callbacks: readonly KeptCallback[], leftOut: number): Promise<boolean>;
}

/**
 * Shows callbacks to whoever watches, once they are on disk. Nothing waits for it and nothing is stored for it: what cannot be
 * shown is found by a search. While nobody watches, a callback is not even read for it, and it is
 * rarely asked whether somebody does.
 */
export function createTailFeed(world: {
  readonly watch: () => Watch | null;
  readonly waitUntil: (work: Promise<void>) => void;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}) {
  let waiting: (() => KeptCallback | null)[] = [];
  let leftOut = 0;
  let isPlanned = false;
  let isWatched = false;
  let askedAt = Number.NEGATIVE_INFINITY;

  async function isWatchedNow(watch: Watch): Promise<boolean> {
    if (isWatched) return true;
    askedAt = world.now();
    return watch.isWatched();
  }

  async function flush(): Promise<void> {
    isPlanned = false;
    const watch = world.watch();
    isWatched = watch !== null && (await isWatchedNow(watch));
    const [reads, more] = [waiting, leftOut];
    [waiting, leftOut] = [[], 0];
    if (watch === null || !isWatched) return;
    const callbacks = reads.map((read) => read()).filter((callback) => callback !== null);
    const shown = newestWithin(callbacks, MAX_TAIL_BYTES);
    isWatched = await watch.show(shown, more + callbacks.length - shown.length);
  }

  return {
    /** `read` is called later, and only if somebody watches. */
    add(read: () => KeptCallback | null): void {
      waiting.push(read);
      if (waiting.length > TAIL_CALLBACKS_COUNT) {
        waiting.shift();
        leftOut += 1;
      }
      if (isPlanned) return;
      isPlanned = true;
      const soon = async (): Promise<void> => {
        const again = isWatched ? 0 : askedAt + TAIL_AGAIN_MS - world.now();
        await world.sleep(Math.max(TAIL_AFTER_MS, again));
        await flush();
      };
      world.waitUntil(
        soon().catch((cause: unknown) => {
          logEvent('callbacks_not_shown', {}, cause);
        }),
      );
    },
  };
}

/** The newest that lie within so many bytes, at least one; a character is three at most. */
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
