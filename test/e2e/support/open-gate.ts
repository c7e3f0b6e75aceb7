import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

export interface Gate {
  readonly url: string;
  /** Holds every request that matches, before any of it reaches the Worker, until `open`. */
  hold(matches: (request: IncomingMessage) => boolean): void;
  open(): void;
  /** Lets the next request that matches through, and cuts the line instead of bringing back its answer. */
  loseAnswer(matches: (request: IncomingMessage) => boolean): void;
  /** Ends every connection, and all that come until `open`: a browser put offline keeps those it has. */
  cut(): void;
  /** Requests held at this moment. */
  held(): number;
  close(): Promise<void>;
}

/** Stands before a Worker and lets everything through, but what a test wants to happen in the middle of. */
export async function openGate(workerUrl: string): Promise<Gate> {
  const target = new URL(workerUrl);
  const { hostname, port } = target;
  let holds: (request: IncomingMessage) => boolean = () => false;
  let loses: (request: IncomingMessage) => boolean = () => false;
  let waiting: (() => void)[] = [];
  let isCut = false;
  const upgraded = new Set<Duplex>();

  function pass(request: IncomingMessage, response: ServerResponse): void {
    if (response.destroyed) return; // its sender is gone
    const { method, headers, url: path } = request;
    const isLost = loses(request);
    if (isLost) loses = () => false;
    const onward = forward({ hostname, port, method, headers, path }, (answer) => {
      if (isLost) {
        response.destroy();
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', () => response.destroy());
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  }

  const server = createServer((request, response) => {
    if (holds(request)) waiting.push(() => pass(request, response));
    else pass(request, response);
  });
  server.on('connection', (socket) => {
    if (isCut) socket.destroy();
  });
  server.on('upgrade', (request, socket, head) => {
    const onward = connect(Number(port), hostname, () => {
      const lines = request.rawHeaders.flatMap((name, index, all) =>
        index % 2 === 0 ? [`${name}: ${all[index + 1]}`] : [],
      );
      onward.write(`${request.method} ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
    upgraded.add(socket);
    socket.on('close', () => {
      upgraded.delete(socket);
      onward.destroy();
    });
  });
  /** A server does not count those that were upgraded among its own, yet it does not close before they end: for up to a minute. */
  function endConnections(): void {
    server.closeAllConnections();
    for (const socket of upgraded) socket.destroy();
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The gate has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    hold(matches) {
      holds = matches;
    },
    open() {
      isCut = false;
      holds = () => false;
      const all = waiting;
      waiting = [];
      for (const run of all) run();
    },
    loseAnswer(matches) {
      loses = matches;
    },
    cut() {
      isCut = true;
      waiting = [];
      endConnections();
    },
    held: () => waiting.length,
    async close() {
      endConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
