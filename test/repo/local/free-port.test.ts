import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { freePort, tryPort } from '../../local/stack/free-port.ts';

it('a free port is none that this machine gives to whoever asks for any, so that a Worker finds it again after a kill', async () => {
  const range = await readFile('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').catch(() => '32768 60999');
  const [first = 0, last = 0] = range.trim().split(/\s+/u).map(Number);
  for (let asked = 0; asked < 50; asked += 1) {
    const port = await freePort();
    expect(port < first || port > last, `${port} in ${first}-${last}`).toBe(true);
  }
});

it('a port that somebody listens on is not free', async () => {
  const port = await freePort();
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  expect(await tryPort(port)).toBeNull();
  server.close();
  await once(server, 'close');
  expect(await tryPort(port)).toBe(port);
});
