import { createServer } from 'node:net';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';

/** Whether something may listen on a port of this machine; 0 asks for any. Answers the port, or null when it is taken. */
export async function tryPort(port: number): Promise<number | null> {
  const server = createServer();
  const failed = once(server, 'error').then(() => null);
  server.listen(port, '127.0.0.1');
  const listening = once(server, 'listening').then(() => {
    const address = server.address();
    return address !== null && typeof address === 'object' ? address.port : null;
  });
  const found = await Promise.race([failed, listening]);
  if (found !== null) {
    server.close();
    await once(server, 'close');
  }
  return found;
}

/**
 * Below what Linux (from 32768) and macOS (from 49152) give to whoever asks for any port: what is chosen here, and is free
 * again while a killed Worker restarts, is taken by no connection meanwhile.
 */
const FIRST_PORT = 20_000;
const PORTS = 12_000;
const TRIES = 100;

/** A port that was free a moment ago, and is likely to stay so: one of thousands that nobody is given by chance. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const port = await tryPort(FIRST_PORT + randomInt(PORTS));
    if (port !== null) return port;
  }
  throw new Error('This machine gives no free port');
}
