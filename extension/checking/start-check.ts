// oxlint-disable-next-line import/default -- Vite makes the module that "?worker" names.
import CheckThread from './check-thread.ts?worker';
import type { CheckJob, CheckMessage } from './check-messages.ts';

/** Starts a thread on one job. Answers a function that ends it early, after which `heard` is not called. */
export function startCheck(job: CheckJob, heard: (message: CheckMessage) => void): () => void {
  const thread = new CheckThread();
  const end = () => thread.terminate();
  thread.addEventListener('message', (event: MessageEvent<CheckMessage>) => {
    if (event.data.type !== 'progress') end();
    heard(event.data);
  });
  thread.addEventListener('error', (event) => {
    event.preventDefault();
    end();
    heard({ type: 'unreadable' });
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a Worker has no origin to name.
  thread.postMessage(job);
  return end;
}
