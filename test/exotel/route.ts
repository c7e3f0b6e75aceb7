import { timingSafeEqual } from 'node:crypto';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Identity } from './account.ts';
import type { Operation } from './operations.ts';
import type { Refusal } from './refusal.ts';
import { readWireCampaign } from './wire-campaign.ts';

/** A request as it came off the wire. */
export type Incoming = {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
};

export type Route = { readonly operation: Operation | 'unknown'; readonly sid: string; readonly campaignId: string };

const CAMPAIGNS = /^\/v2\/accounts\/([^/]+)\/campaigns(?:\/([^/]+)(\/call-details)?)?$/;
const EXOPHONES = /^\/v2_beta\/Accounts\/([^/]+)\/IncomingPhoneNumbers$/;

/** Which operation a method and a path name; a PUT is an action when its body says so. */
export function routeOf({ method, url, body }: Incoming): Route {
  const exophones = EXOPHONES.exec(url.pathname);
  if (exophones !== null) {
    return { operation: method === 'GET' ? 'exophones' : 'unknown', sid: exophones[1] ?? '', campaignId: '' };
  }
  const [, sid = '', campaignId = '', details] = CAMPAIGNS.exec(url.pathname) ?? [];
  return {
    operation: sid === '' ? 'unknown' : operationOf(method, campaignId, details !== undefined, body),
    sid,
    campaignId,
  };
}

function operationOf(method: string, campaignId: string, details: boolean, body: string): Route['operation'] {
  if (details) return method === 'GET' ? 'calls' : 'unknown';
  if (campaignId === '') {
    if (method === 'POST') return 'create';
    return method === 'GET' ? 'list' : 'unknown';
  }
  if (method === 'GET') return 'get';
  if (method === 'DELETE') return 'delete';
  if (method !== 'PUT') return 'unknown';
  const wire = readWireCampaign(body);
  return wire.ok && wire.value.action != null ? 'action' : 'update';
}

/** Lets a request in: known path, right credentials, this account, JSON where there is a body. */
export function admit(incoming: Incoming, route: Route, identity: Identity): Result<Operation, Refusal> {
  if (!hasCredentials(incoming.authorization, identity)) {
    return err({ code: 'unauthorised', description: 'Authorization failed' });
  }
  if (route.operation === 'unknown') return err({ code: 'not_found', description: 'Not Found' });
  if (route.sid !== identity.sid) return err({ code: 'forbidden', description: 'Authorization failed' });
  const hasBody = incoming.method === 'POST' || incoming.method === 'PUT';
  const type = incoming.contentType?.split(';')[0]?.trim().toLowerCase();
  if (hasBody && type !== 'application/json') {
    return err({ code: 'content_type', description: `Content-Type ${type ?? ''} is not supported` });
  }
  return ok(route.operation);
}

function hasCredentials(authorization: string | undefined, { key, token }: Identity): boolean {
  const given = Buffer.from(authorization ?? '');
  const wanted = Buffer.from(`Basic ${Buffer.from(`${key}:${token}`).toString('base64')}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
