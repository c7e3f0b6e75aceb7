import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';

/** One request a receiver got: what its owner would see. */
export interface ReceivedWebhook {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Hook {
  readonly received: ReceivedWebhook[];
  /** Its answers, one for each request; the last is repeated. */
  answers: HookAnswer[];
}

/** `dies`: accepts the request and breaks the connection. `stalls`: never answers. `endless`: its answer never ends. */
interface HookAnswer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly dies?: boolean;
  readonly stalls?: boolean;
  readonly endless?: boolean;
}

/**
 * A server that receives webhooks, as a user would have one: `POST /hooks/NAME`. `GET` lists the requests that came,
 * with `?after=N` those after the first N; `PUT` sets the answers.
 */
export async function startWebhookReceiver(port: number): Promise<() => Promise<void>> {
  const hooks = new Map<string, Hook>();
  const server = createServer((request, response) => {
    const [name = '', after = '0'] = (request.url ?? '').split('?after=');
    const hook = hooks.get(name) ?? { received: [], answers: [] };
    hooks.set(name, hook);
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      if (request.method === 'GET') return void response.end(JSON.stringify(hook.received.slice(Number(after))));
      if (request.method === 'PUT') {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own tests' words
        hook.answers = JSON.parse(body) as HookAnswer[];
        return void response.end();
      }
      hook.received.push({ headers: toHeaders(request.headers), body });
      const answer = hook.answers.length > 1 ? hook.answers.shift() : hook.answers[0];
      if (answer?.stalls === true) return;
      if (answer?.dies === true) return void request.socket.destroy();
      response.writeHead(answer?.status ?? 200, answer?.headers);
      if (answer?.endless === true) return pour(response);
      response.end(answer?.body ?? 'ok');
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
}

function pour(response: ServerResponse): void {
  while (!response.destroyed && response.write('and so on '.repeat(100)));
  response.once('drain', () => {
    if (!response.destroyed) pour(response);
  });
}

function toHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
