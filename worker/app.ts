import { Hono } from 'hono';
import { ApiError, messageOf, statusOf, type Fault } from './errors.ts';
import { logEvent } from './log.ts';
import { accessGate } from './middleware/access-gate.ts';
import { auditTrail } from './middleware/audit-trail.ts';
import { extensionCors } from './middleware/extension-cors.ts';
import { releaseBody } from './middleware/release-body.ts';
import { maskForViewers } from './middleware/mask-for-viewers.ts';
import { requestId } from './middleware/request-id.ts';
import { roleGate } from './middleware/role-gate.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { teamToken } from './middleware/team-token.ts';
import { CALLS } from './routes/calls.ts';
import { docsRoutes } from './routes/docs.ts';
import { joinPageRoutes } from './routes/team/join-page.ts';
import type { AppContext, AppTypes } from './context.ts';
import type { ErrorEnvelope } from '../shared/protocol/error-envelope.ts';

export function createApp(): Hono<AppTypes> {
  const app = new Hono<AppTypes>();
  app.use(requestId(), securityHeaders(), releaseBody());
  app.use('/api/*', extensionCors(), teamToken(), maskForViewers(), auditTrail(), accessGate(), roleGate());
  app.use('/invites/*', extensionCors());
  app.use('/healthz', extensionCors());
  app.route('/', docsRoutes());
  app.route('/join', joinPageRoutes());
  // Hono answers HEAD with the GET route.
  for (const { method, path, handle } of CALLS)
    app.on(method === 'head' ? 'GET' : method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'), handle);
  app.notFound((c) => refuse(c, { code: 'not_found' }));
  app.onError((cause, c) => {
    if (cause instanceof ApiError) return refuse(c, cause.fault);
    if (isOverload(cause)) return refuse(c, { code: 'overloaded' });
    logEvent('request_failed', { requestId: c.get('requestId'), path: c.req.routePath }, cause);
    return refuse(c, { code: 'internal' });
  });
  return app;
}

function refuse(c: AppContext, fault: Fault): Response {
  const envelope: ErrorEnvelope = {
    error: {
      code: fault.exact ?? fault.code,
      message: messageOf(fault),
      ...(fault.details === undefined ? {} : { details: fault.details }),
      requestId: c.get('requestId'),
    },
  };
  const retryAfter = fault.retryAfterSeconds;
  return c.json(envelope, statusOf(fault), retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
}

/** The platform marks errors of an overloaded object. Repeating the call at once would only add to the load. */
function isOverload(cause: unknown): boolean {
  return cause instanceof Error && 'overloaded' in cause && cause.overloaded === true;
}
