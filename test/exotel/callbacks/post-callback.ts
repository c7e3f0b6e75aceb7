import { Agent, request } from 'node:http';
import { Agent as TlsAgent, request as requestTls } from 'node:https';

export type Poster = {
  /** The status the receiver answered with, or what went wrong: `timeout` or the system's error code. Never rejects. */
  readonly post: (url: string, body: string, contentType: string) => Promise<number | string>;
  readonly close: () => void;
};

/** Sends callbacks over kept-alive connections; the answer's body is thrown away, redirects are not followed. */
export function createPoster(maxSockets: number, timeoutMs: number): Poster {
  const agent = new Agent({ keepAlive: true, maxSockets });
  const tlsAgent = new TlsAgent({ keepAlive: true, maxSockets });

  function post(url: string, body: string, contentType: string): Promise<number | string> {
    const isTls = url.startsWith('https:');
    const headers = { 'content-type': contentType, 'content-length': Buffer.byteLength(body) };
    const options = {
      method: 'POST',
      headers,
      agent: isTls ? tlsAgent : agent,
      signal: AbortSignal.timeout(timeoutMs),
    };
    return new Promise((resolve) => {
      const sent = (isTls ? requestTls : request)(url, options, (answer) => {
        answer.resume();
        answer.once('close', () => {
          resolve(answer.statusCode ?? 0);
        });
      });
      sent.once('error', (error: NodeJS.ErrnoException) => {
        // The receiver closed an idle connection just as it was used again, so it never saw this try.
        if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(post(url, body, contentType));
        else
          resolve(
            error.name === 'AbortError' || error.name === 'TimeoutError' ? 'timeout' : (error.code ?? error.name),
          );
      });
      sent.end(body);
    });
  }

  return {
    post,
    close: () => {
      agent.destroy();
      tlsAgent.destroy();
    },
  };
}
