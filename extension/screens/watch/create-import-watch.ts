import { computed, signal } from '@preact/signals';
import { LIVE_POLL_SECONDS, LIVE_SILENCE_SECONDS } from '../../../shared/extension-limits.ts';
import type { Import } from '../../../shared/protocol/import.ts';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { isPassing, isRefusal } from '../../api/api-fault.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import type { LiveHandlers } from '../../api/open-live.ts';
import type { Answered, ImportAction } from '../../api/worker-client.ts';
import { hasHappened, isPending } from './actions/allowed-actions.ts';
import type { FailedPress } from './actions/failed-press.ts';
import { applyLiveMessage } from './apply-live-message.ts';
import { standingOf } from '../../state/import-standing.ts';
import { liveRetryMs } from './live-retry.ts';

/** `live`: changes arrive as they happen. `polling`: asked every few seconds. `lost`: the last request failed too. */
export type Feed = 'connecting' | 'live' | 'polling' | 'lost';

export interface WatchDeps {
  readonly ask: () => Answered<Import>;
  readonly steer: (action: ImportAction) => Answered<Import>;
  readonly openLive: (handlers: LiveHandlers) => () => void;
  /** Runs something after that many ms; answers a function that cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly random: () => number;
}

export type ImportWatch = ReturnType<typeof createImportWatch>;

/** One import, as fresh as possible: from the live feed, and by polling while that is down. */
export function createImportWatch(deps: WatchDeps) {
  const view = signal<Import | null>(null);
  const feed = signal<Feed>('connecting');
  const fault = signal<ApiFault | null>(null);
  /** `deleted`: the Worker said so while it was watched. `notHere`: it was not found, which does not say why. */
  const gone = signal<'deleted' | 'notHere' | null>(null);
  const asked = signal<ImportAction | null>(null);
  const stops = new Set<() => void>();
  /** The last press, if it failed; null once the failure is over. */
  const failed = signal<FailedPress | null>(null);
  let doubtNow = () => {};
  let failures = 0;
  let asking = false;
  let stopped = false;

  function later(ms: number, run: () => void): () => void {
    const stop = deps.after(ms, () => {
      stops.delete(stop);
      run();
    });
    stops.add(stop);
    return () => {
      stops.delete(stop);
      stop();
    };
  }

  function leave(): void {
    stopped = true;
    for (const stop of stops) stop();
    stops.clear();
  }

  function lose(how: 'deleted' | 'notHere'): void {
    gone.value = how;
    leave();
  }

  const isLive = () => feed.value === 'live';
  const settled = () => view.value !== null && standingOf(view.value).settled;

  async function poll(): Promise<void> {
    if (asking || stopped || isLive()) return;
    asking = true;
    const answered = await deps.ask();
    asking = false;
    if (stopped || isLive()) return;
    if (!answered.ok && isRefusal(answered.error, 'import_not_found')) return lose('notHere');
    if (answered.ok) view.value = newer(view.value, answered.value);
    fault.value = answered.ok ? null : answered.error;
    if (answered.ok && feed.value === 'lost') failed.value = passed(failed.value);
    feed.value = answered.ok ? 'polling' : 'lost';
    if (!settled()) later(LIVE_POLL_SECONDS * 1000, () => void poll());
  }

  function connect(): void {
    let calm = () => {};
    const closed = () => {
      calm();
      stops.delete(close);
      failures += 1;
      if (isLive()) feed.value = 'polling';
      if (settled()) return;
      void poll();
      later(liveRetryMs(failures, deps.random()), connect);
    };
    /** Silence may mean no news or a connection cut without a word; one request finds out. */
    const doubt = async () => {
      calm = later(LIVE_SILENCE_SECONDS * 1000, lost);
      const answered = await deps.ask();
      if (stopped || !stops.has(close)) return;
      if (!answered.ok) return lost();
      view.value = newer(view.value, answered.value);
      listen();
    };
    /** Neither the feed nor a request is answered. */
    const lost = () => {
      feed.value = 'lost';
      close();
      closed();
    };
    const listen = () => {
      calm();
      doubtNow = () => {
        calm();
        void doubt();
      };
      if (!settled() && !stopped) calm = later(LIVE_SILENCE_SECONDS * 1000, () => void doubt());
    };
    const close = deps.openLive({
      heard(message) {
        failures = 0;
        if (!isLive()) failed.value = passed(failed.value);
        feed.value = 'live';
        fault.value = null;
        view.value = applyLiveMessage(view.value, message);
        if (message.type === 'deleted') lose('deleted');
        listen();
      },
      closed,
    });
    stops.add(close);
  }

  return {
    view,
    feed,
    fault,
    gone,
    /** An accepted press that does not show yet, because Exotel is told campaign by campaign. */
    pending: computed(() => {
      const current = view.value;
      return current && asked.value && isPending(asked.value, current.state) ? asked.value : null;
    }),
    start(): void {
      void poll();
      connect();
    },
    stop: leave,
    /** Shows what another call answered about this import. */
    show(answered: Import): void {
      view.value = answered;
    },
    /** The last press, if it failed and the failure is not over. */
    failed: computed(() => {
      const current = view.value;
      return failed.value && current && hasHappened(failed.value.action, current.state) ? null : failed.value;
    }),
    async steer(action: ImportAction): Promise<Result<null, ApiFault>> {
      failed.value = null;
      const answered = await deps.steer(action);
      if (!answered.ok) {
        failed.value = { action, fault: answered.error };
        // Whether the Worker still answers is checked now, not after a long silence.
        if (isLive() && isPassing(answered.error)) doubtNow();
        return answered;
      }
      view.value = answered.value;
      asked.value = action;
      return ok(null);
    },
  };
}

/** The Worker was heard again: the failure of a press that did not arrive is over, that of a refused one is not. */
function passed(press: FailedPress | null): FailedPress | null {
  return press !== null && isPassing(press.fault) ? null : press;
}

/** The newer of two views: an answer may be older than what the feed said meanwhile. */
function newer(current: Import | null, answered: Import): Import {
  return current && Date.parse(current.asOf) > Date.parse(answered.asOf) ? current : answered;
}
