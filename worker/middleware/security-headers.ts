import type { MiddlewareHandler } from 'hono';
import type { AppTypes } from '../context.ts';

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** Answers hold contact data, so they must not be embedded, sniffed or cached. */
export function securityHeaders(): MiddlewareHandler<AppTypes> {
  return async function setSecurityHeaders(c, next) {
    await next();
    if (c.res.status === 101) return;
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  };
}
