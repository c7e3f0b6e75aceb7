import type { IssueAskName, IssueAsks, IssueMessage } from './issue-messages.ts';
// oxlint-disable-next-line import/default -- Vite makes the module that "?worker" names.
import IssueThread from './thread/issue-thread.ts?worker';

interface IssueThreadHandle {
  /** Null if the file can no longer be read, or the corrections cannot be stored. */
  ask<Name extends IssueAskName>(name: Name, ask: IssueAsks[Name]['ask']): Promise<IssueAsks[Name]['answer'] | null>;
}

export type StartIssueThread = (heard: (message: IssueMessage) => void) => IssueThreadHandle;

/** Starts a thread for the rows of one file. `heard` gets messages that are not answers. */
export const startIssueThread: StartIssueThread = (heard) => {
  const thread = new IssueThread();
  thread.addEventListener('message', ({ data }: MessageEvent<IssueMessage>) => heard(data));
  return {
    ask(name, ask) {
      // A channel of its own for each question, so that answers are not mixed up.
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
