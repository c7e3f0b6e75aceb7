import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { Identity } from '../account.ts';
import type { Operation } from './operation-names.ts';
import { readJson } from './read-json.ts';
import type { Refusal } from './refusal.ts';
import { readWireCampaign } from './wire-campaign.ts';

/** A request as it was received; `body` is the text of `bytes`, empty for an upload. */
export type Incoming = {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
  readonly bytes: Buffer;
};

export type Route = {
  readonly operation: Operation | 'unknown';
  readonly sid: string;
  readonly id: string;
  readonly memberId: string;
};

type Methods = Readonly<Partial<Record<string, Operation | ((body: string) => Operation)>>>;

const V2 = '/v2/accounts/:sid';
/** All paths; the first that matches is used. */
const PATHS: readonly (readonly [path: string, Methods])[] = [
  [`${V2}/campaigns`, { GET: 'list', POST: 'create' }],
  [`${V2}/campaigns/:id`, { GET: 'get', DELETE: 'delete', PUT: (body) => (isVoiceAction(body) ? 'action' : 'update') }],
  [`${V2}/campaigns/:id/call-details`, { GET: 'calls' }],
  [`${V2}/lists`, { GET: 'list_list', POST: 'list_create', PUT: 'list_update_many' }],
  [`${V2}/lists/:id`, { GET: 'list_get', PUT: 'list_update', DELETE: 'list_delete' }],
  [`${V2}/lists/:id/contacts`, { GET: 'list_contacts', POST: 'list_add' }],
  [`${V2}/lists/:id/contacts/:memberId`, { DELETE: 'list_remove' }],
  [`${V2}/contacts`, { GET: 'contact_list', POST: 'contact_create', PUT: 'contact_update_many' }],
  [`${V2}/contacts/csv-upload`, { POST: 'csv_upload' }],
  [`${V2}/contacts/:id`, { GET: 'contact_get', PUT: 'contact_update', DELETE: 'contact_delete' }],
  [`${V2}/csv-status/:id`, { GET: 'csv_status' }],
  [`${V2}/message-campaigns`, { GET: 'sms_list', POST: 'sms_create' }],
  [`${V2}/message-campaigns/:id`, { GET: 'sms_get', PUT: (body) => (isSmsAction(body) ? 'sms_action' : 'sms_update') }],
  [`${V2}/message-campaigns/:id/message-details`, { GET: 'sms_messages' }],
  ['/v2_beta/Accounts/:sid/IncomingPhoneNumbers', { GET: 'exophones' }],
  ['/v2_beta/Accounts/:sid/IncomingPhoneNumbers/:id', { GET: 'exophone_get' }],
];
const ROUTES = PATHS.map(([path, methods]) => ({
  pattern: new RegExp(`^${path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
  methods,
}));

/** The operation that a method and a path name; a PUT is an action if its body has one. */
export function routeOf({ method, url, body }: Incoming): Route {
  for (const { pattern, methods } of ROUTES) {
    const names = pattern.exec(url.pathname)?.groups;
    if (names === undefined) continue;
    const named = methods[method] ?? 'unknown';
    const operation = typeof named === 'function' ? named(body) : named;
    return { operation, sid: names['sid'] ?? '', id: names['id'] ?? '', memberId: names['memberId'] ?? '' };
  }
  return { operation: 'unknown', sid: '', id: '', memberId: '' };
}

function isVoiceAction(body: string): boolean {
  const wire = readWireCampaign(body);
  return wire.ok && wire.value.action != null;
}

function isSmsAction(body: string): boolean {
  const wire = readJson(body, z.object({ action: z.string() }));
  return wire.ok;
}

/** Admits a request with a known path, the right credentials, this account, and JSON if it has a body. */
export function admit(incoming: Incoming, route: Route, identity: Identity): Result<Operation, Refusal> {
  if (!hasCredentials(incoming.authorization, identity)) {
    return err({ code: 'unauthorised', description: 'Authorization failed' });
  }
  if (route.operation === 'unknown') return err({ code: 'not_found', description: 'Not Found' });
  if (route.sid !== identity.sid) return err({ code: 'forbidden', description: 'Authorization failed' });
  const hasBody = incoming.method === 'POST' || incoming.method === 'PUT';
  const type = incoming.contentType?.split(';')[0]?.trim().toLowerCase();
  const wanted = route.operation === 'csv_upload' ? 'multipart/form-data' : 'application/json';
  if (hasBody && type !== wanted) {
    return err({ code: 'content_type', description: `Content-Type ${type ?? ''} is not supported` });
  }
  return ok(route.operation);
}

function hasCredentials(authorization: string | undefined, { key, token }: Identity): boolean {
  const given = Buffer.from(authorization ?? '');
  const wanted = Buffer.from(`Basic ${Buffer.from(`${key}:${token}`).toString('base64')}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
