import type { MiddlewareHandler } from 'hono';
import type { AppTypes } from '../context.ts';

/** Cloudflare's ray id if there is one, so that an error a user quotes can be found in Cloudflare's logs too. */
export function requestId(): MiddlewareHandler<AppTypes> {
  return async function setRequestId(c, next) {
    const ray = c.req.header('cf-ray');
    const id = ray !== undefined && /^[a-f0-9]{16}(?:-[A-Z]{3})?$/.test(ray) ? ray : crypto.randomUUID();
    c.set('requestId', id);
    await next();
    if (c.res.status !== 101) c.header('x-request-id', id);
  };
}
