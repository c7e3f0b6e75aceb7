import type { CheckJob, CheckMessage } from './check-messages.ts';
import { runJob } from './run-job.ts';

/** The thread that reads files: the page itself never does, so it never freezes. */

const PROGRESS_EVERY_MS = 50;

function post(message: CheckMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a Worker has no origin to name.
  self.postMessage(message);
}

function createProgress(): (bytes: number) => void {
  let last = 0;
  return (bytes) => {
    const now = performance.now();
    if (now - last < PROGRESS_EVERY_MS) return;
    last = now;
    post({ type: 'progress', bytes });
  };
}

async function answer(job: CheckJob): Promise<void> {
  try {
    post(await runJob(job, createProgress()));
  } catch (error) {
    // Reading a File that changed on disk throws a DOMException; any other error is a bug and must be seen.
    if (!(error instanceof DOMException)) throw error;
    post({ type: 'unreadable' });
  }
}

self.addEventListener('message', (event: MessageEvent<CheckJob>) => {
  // A rejected promise would not leave the thread, and the page would wait for ever.
  answer(event.data).catch(reportError);
});
