import { signal } from '@preact/signals';
import type { CallbackItem } from '../../../shared/protocol/sink.ts';
import type { LiveCallbacks } from '../../../shared/protocol/live-callbacks.ts';
import type { FeedHandlers } from '../../api/open-feed.ts';
import { liveRetryMs } from '../watch/live-retry.ts';

/** At most this many are kept in memory; beyond that the list is loaded again. */
const MOST_SHOWN = 200;

interface TailDeps {
  /** Opens the feed; the filter is sent to it first. */
  readonly open: (handlers: FeedHandlers<LiveCallbacks>) => () => void;
  /** From now on nothing is missed; callbacks from before have to be asked for. */
  readonly listening: () => void;
  /** Runs something after that many ms; answers a function that cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly random: () => number;
}

/** Callbacks as they arrive, newest first, while a screen shows them. */
export function createCallbackTail(deps: TailDeps) {
  const items = signal<readonly CallbackItem[]>([]);
  const leftOut = signal(0);
  const isLive = signal(false);
  let failures = 0;
  let undo = () => {};

  function connect(): void {
    let greetings = 0;
    undo = deps.open({
      heard(message) {
        if (message.type === 'listening') {
          greetings += 1;
          // The first greeting is sent before the filter arrived.
          if (greetings !== 2) return;
          failures = 0;
          isLive.value = true;
          deps.listening();
        } else if (isLive.value) {
          const all = [...message.items.toReversed(), ...items.value];
          items.value = all.slice(0, MOST_SHOWN);
          leftOut.value += message.leftOut + all.length - items.value.length;
        }
      },
      closed() {
        isLive.value = false;
        failures += 1;
        undo = deps.after(liveRetryMs(failures, deps.random()), connect);
      },
    });
  }

  return {
    items,
    leftOut,
    isLive,
    start: connect,
    stop(): void {
      isLive.value = false;
      undo();
    },
    /** These are now in the list, and so are those that were left out before the list was asked for. */
    forget(known: readonly CallbackItem[]): void {
      const ids = new Set(known.map(({ id }) => id));
      items.value = items.value.filter(({ id }) => !ids.has(id));
      leftOut.value = 0;
    },
  };
}
