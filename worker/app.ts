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
import { approvalRoutes } from './routes/team/approvals.ts';
import { auditExportRoutes, auditRoutes } from './routes/team/audit.ts';
import { inviteRoutes, joinRoutes } from './routes/team/invites.ts';
import { joinPageRoutes } from './routes/team/join-page.ts';
import { accountRoutes } from './routes/account.ts';
import { callbackRoutes } from './routes/callbacks.ts';
import { campaignRoutes } from './routes/exotel/campaigns.ts';
import { docsRoutes } from './routes/docs.ts';
import { exoPhoneRoutes } from './routes/exotel/exophones.ts';
import { deepHealthRoutes, healthRoutes } from './routes/health.ts';
import { importRoutes } from './routes/imports.ts';
import { importFileRoutes } from './routes/import-file.ts';
import { importReportRoutes } from './routes/import-reports.ts';
import { listRoutes } from './routes/exotel/lists.ts';
import { liveTicketRoutes } from './routes/live-tickets.ts';
import { callbackExportRoutes, callbackSearchRoutes } from './routes/callback-search.ts';
import { destinationRoutes } from './routes/destinations.ts';
import { sinkCallbackRoutes, sinkRoutes } from './routes/sinks.ts';
import { tokenRoutes } from './routes/team/tokens.ts';
import { passthruRoutes } from './routes/people/passthru.ts';
import { peopleRoutes } from './routes/people/people.ts';
import { settingsRoutes } from './routes/people/settings.ts';
import { stopEverythingRoutes } from './routes/people/stop-everything.ts';
import { suppressionCsvRoute, suppressionRoutes } from './routes/people/suppressions.ts';
import { usageRoutes } from './routes/team/usage.ts';
import { testCallRoutes } from './routes/test-calls.ts';
import { templateRoutes } from './routes/templates.ts';
import type { AppContext, AppTypes } from './context.ts';
import type { ErrorEnvelope } from '../shared/protocol/error-envelope.ts';

export function createApp(): Hono<AppTypes> {
  const app = new Hono<AppTypes>();
  app.use(requestId(), securityHeaders(), releaseBody());
  app.use('/api/*', extensionCors(), teamToken(), maskForViewers(), auditTrail(), accessGate(), roleGate());
  app.use('/invites/*', extensionCors());
  app.use('/healthz', extensionCors());
  app.route('/', healthRoutes());
  app.route('/', docsRoutes());
  app.route('/callbacks', callbackRoutes());
  app.route('/sinks', sinkCallbackRoutes());
  app.route('/passthru', passthruRoutes());
  app.route('/api/account', accountRoutes());
  app.route('/api/health', deepHealthRoutes());
  app.route('/api/templates', templateRoutes());
  app.route('/api/imports', importFileRoutes());
  app.route('/api/imports', importReportRoutes());
  app.route('/api/imports', approvalRoutes());
  app.route('/api/imports', importRoutes());
  app.route('/api/test-calls', testCallRoutes());
  app.route('/api/campaigns', campaignRoutes());
  app.route('/api/exophones', exoPhoneRoutes());
  app.route('/api/lists', listRoutes());
  app.route('/api/live-tickets', liveTicketRoutes());
  app.route('/api/sinks', sinkRoutes());
  app.route('/api/destinations', destinationRoutes());
  app.route('/api/callbacks', callbackSearchRoutes());
  app.route('/api/callbacks.ndjson', callbackExportRoutes());
  app.route('/api/tokens', tokenRoutes());
  app.route('/api/invites', inviteRoutes());
  app.route('/invites', joinRoutes());
  app.route('/join', joinPageRoutes());
  app.route('/api/usage', usageRoutes());
  app.route('/api/audit', auditRoutes());
  app.route('/api/audit.ndjson', auditExportRoutes());
  app.route('/api/people', peopleRoutes());
  app.route('/api/settings', settingsRoutes());
  app.route('/api/stop-everything', stopEverythingRoutes());
  app.route('/api/suppressions', suppressionRoutes());
  app.route('/api/suppressions.csv', suppressionCsvRoute());
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

/** The platform marks what an object could not take on; repeating it at once would only add to the load. */
function isOverload(cause: unknown): boolean {
  return cause instanceof Error && 'overloaded' in cause && cause.overloaded === true;
}
