import type { CheckJob, CheckMessage } from './check-messages.ts';

/** A thread that takes a job as a message, and answers with messages. */
export type CheckThread = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>;

/** In bytes. A thread that read more than this may keep much memory, so it is not kept for the next job. */
const SMALL_FILE = 1_000_000;

/**
 * Starts jobs on threads. A thread that has done its job waits for the next one, because to start a thread takes longer
 * than to read most files. Never more than one waits, and none that was ended early or failed.
 */
export function createStartCheck(newThread: () => CheckThread) {
  let waiting: CheckThread | null = null;

  /** Answers a function that ends the job early, after which `heard` is not called. */
  return function startCheck(job: CheckJob, heard: (message: CheckMessage) => void): () => void {
    const thread = waiting ?? newThread();
    waiting = null;
    const over = new AbortController();
    const { signal } = over;
    function end(): void {
      // The thread may do another job by now.
      if (signal.aborted) return;
      over.abort();
      thread.terminate();
    }
    function done(): void {
      if (waiting !== null || job.file.size > SMALL_FILE) return end();
      over.abort();
      waiting = thread;
    }
    thread.addEventListener(
      'message',
      (event: MessageEvent<CheckMessage>) => {
        if (event.data.type !== 'progress') done();
        heard(event.data);
      },
      { signal },
    );
    thread.addEventListener(
      'error',
      (event) => {
        event.preventDefault();
        end();
        heard({ type: 'unreadable' });
      },
      { signal },
    );
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a Worker has no origin to name.
    thread.postMessage(job);
    return end;
  };
}
