import { once } from 'node:events';
import { createServer } from 'node:http';

type Arrived = { readonly path: string; readonly contentType: string; readonly body: string };

export type CallbackSink = {
  readonly url: string;
  readonly arrived: readonly Arrived[];
  /** The answers to the next callbacks, one each; then 200. */
  readonly answerWith: (...statuses: readonly number[]) => void;
  readonly close: () => Promise<void>;
};

/** A receiver of callbacks that remembers them and answers as it is told. */
export async function startCallbackSink(): Promise<CallbackSink> {
  const arrived: Arrived[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      arrived.push({ path: request.url ?? '', contentType: request.headers['content-type'] ?? '', body });
      response.writeHead(answers.shift() ?? 200).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    arrived,
    answerWith: (...statuses) => {
      answers.push(...statuses);
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
