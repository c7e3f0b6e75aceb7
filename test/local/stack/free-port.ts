import { createServer } from 'node:net';
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

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const port = await tryPort(0);
  if (port === null) throw new Error('This machine gives no free port');
  return port;
}
