import { runJob } from '../../../extension/checking/run-job.ts';
import type { CheckJob } from '../../../extension/checking/check-messages.ts';
import type { StartCheck } from '../../../extension/state/draft/create-file-check.ts';

interface CheckInPage {
  readonly start: StartCheck;
  /** The requested jobs, in order. */
  readonly jobs: CheckJob['job'][];
  /** Adds another promise that `quiet` waits for. */
  readonly track: <Value>(promise: Promise<Value>) => Promise<Value>;
  /** Waits until nothing is under way any more, including what was started meanwhile. */
  readonly quiet: () => Promise<void>;
}

/** Does the jobs of the checking thread, without a thread. */
export function checkInPage(): CheckInPage {
  const jobs: CheckJob['job'][] = [];
  const running = new Set<Promise<unknown>>();
  function track<Value>(promise: Promise<Value>): Promise<Value> {
    const run = promise.finally(() => running.delete(run));
    running.add(run);
    return promise;
  }
  return {
    jobs,
    track,
    start(job, heard) {
      jobs.push(job.job);
      let ended = false;
      void track(
        runJob(job, () => {}).then((message) => {
          if (!ended) heard(message);
        }),
      );
      return () => (ended = true);
    },
    async quiet() {
      do {
        await Promise.all(running);
        await new Promise((resolve) => setImmediate(resolve));
      } while (running.size > 0);
    },
  };
}
