import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createPoster } from './post-callback.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

describe('createPoster', () => {
  it('gives up on a receiver that never answers', async () => {
    const url = await listen(() => undefined);
    const poster = createPoster(1, 50);
    expect(await poster.post(url, '{}', 'application/json')).toBe('timeout');
    poster.close();
  });

  it('sends again when the receiver closed a connection that was kept', async () => {
    let asked = 0;
    const url = await listen((request, response) => {
      asked += 1;
      if (asked === 2) request.socket.resetAndDestroy();
      else response.end();
    });
    const poster = createPoster(1, 1_000);
    const answers = [await poster.post(url, '1', 'text/plain'), await poster.post(url, '2', 'text/plain')];
    expect([answers, asked]).toEqual([[200, 200], 3]);
    poster.close();
  });

  it('says so when a new connection is cut', async () => {
    const url = await listen((request) => {
      request.socket.destroy();
    });
    const poster = createPoster(1, 1_000);
    expect(await poster.post(url, '{}', 'application/json')).toBe('ECONNRESET');
    poster.close();
  });
});
