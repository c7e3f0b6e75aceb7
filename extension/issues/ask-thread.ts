import type { IssueAskName, IssueAsks, IssueMessage } from './issue-messages.ts';
// oxlint-disable-next-line import/default -- Vite makes the module that "?worker" names.
import IssueThread from './thread/issue-thread.ts?worker';

interface IssueThreadHandle {
  /** Null when the file cannot be read any more, or the corrections cannot be kept. */
  ask<Name extends IssueAskName>(name: Name, ask: IssueAsks[Name]['ask']): Promise<IssueAsks[Name]['answer'] | null>;
}

export type StartIssueThread = (heard: (message: IssueMessage) => void) => IssueThreadHandle;

/** A thread for the rows of one file. `heard` is told what comes unasked. */
export const startIssueThread: StartIssueThread = (heard) => {
  const thread = new IssueThread();
  thread.addEventListener('message', ({ data }: MessageEvent<IssueMessage>) => heard(data));
  return {
    ask(name, ask) {
      // A channel for each question: its answer comes back on it, however many are under way.
      const { port1, port2 } = new MessageChannel();
      return new Promise((resolve) => {
        port1.addEventListener('message', ({ data }: MessageEvent<Parameters<typeof resolve>[0]>) => {
          port1.close();
          resolve(data);
        });
        port1.start();
        thread.postMessage({ name, ask }, [port2]);
      });
    },
  };
};
