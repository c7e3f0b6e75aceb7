import type { MiddlewareHandler } from 'hono';
import { DRAIN_MS, MAX_DRAIN_BYTES } from '../../shared/limits.ts';
import type { AppTypes } from '../context.ts';

/**
 * Reads a body that nobody read to its end or, if it is long or stalls, cancels it. Left unread, it would delay the
 * answer as long as a sender that promised a gigabyte likes; cancelled at once, it would cut off a sender that is still
 * sending.
 */
export function releaseBody(): MiddlewareHandler<AppTypes> {
  return async function drainUnreadBody(c, next) {
    await next();
    const { body } = c.req.raw;
    if (body !== null && !body.locked) await drain(body);
  };
}

async function drain(body: ReadableStream<Uint8Array>): Promise<void> {
  const reader = body.getReader();
  const deadline = Date.now() + DRAIN_MS;
  let bytes = 0;
  try {
    while (bytes < MAX_DRAIN_BYTES) {
      const chunk = await Promise.race([reader.read(), stall(deadline - Date.now())]);
      if (chunk === null || chunk.done) break;
      bytes += chunk.value.byteLength;
    }
    await reader.cancel();
  } catch {
    // The sender went away, so nothing is left to release.
  }
}

function stall(ms: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), Math.max(ms, 0));
  });
}
