import { createExecutionContext, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { LIVE_PROTOCOL, LIVE_TICKET_PREFIX, liveTicketSchema } from '../../../shared/protocol/live.ts';
import { trailLineSchema } from '../../../shared/protocol/team.ts';
import { createApp } from '../../../worker/app.ts';
import type { Env } from '../../../worker/env.ts';
import { receiverAt } from '../support/receiver.ts';
import { ask, ORIGIN, refusalOf, TOKEN } from '../support/edge.ts';

const TEAM = 'Acme-India';
const AUDIENCE = 'aud-of-dialsheet';
const CERTS = 'https://acme-india.cloudflareaccess.com/cdn-cgi/access/certs';
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

interface Key {
  readonly kid: string;
  readonly pair: CryptoKeyPair;
}
let known: Key;
let stranger: Key;
beforeAll(async () => {
  [known, stranger] = await Promise.all([newKey('known'), newKey('stranger')]);
});

async function newKey(kid: string): Promise<Key> {
  const pair = await crypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
  if (!('publicKey' in pair)) throw new Error('No pair of keys');
  return { kid, pair };
}

/** Publishes the keys of the team at an address of this machine; `asked` counts the requests for them. */
async function publish(...keys: readonly Key[]): Promise<void> {
  const jwks = await Promise.all(
    keys.map(async ({ kid, pair }) => {
      const jwk = await crypto.subtle.exportKey('jwk', pair.publicKey);
      if (jwk instanceof ArrayBuffer) throw new Error('No JSON key');
      return { kty: jwk.kty, n: jwk.n, e: jwk.e, kid, use: 'sig', alg: 'RS256' };
    }),
  );
  await certs.answers({ status: 200, body: JSON.stringify({ keys: jwks }) });
}
const certs = receiverAt('access-certs');

/** Cloudflare's host name leads to this machine; everything else about the request and its answer is real. */
const reached: string[] = [];
beforeEach(async () => {
  reached.length = 0;
  const real = globalThis.fetch;
  vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!new URL(url).hostname.endsWith('.cloudflareaccess.com')) return real(input, init);
    reached.push(url);
    return real(certs.url, { method: 'POST' });
  });
  await publish(known);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await reset();
});

const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const part = (value: unknown): string => base64Url(new TextEncoder().encode(JSON.stringify(value)));

interface Change {
  readonly key?: Key;
  readonly header?: object;
  readonly claims?: object;
}

/** An assertion as Access signs it, with the given changes. */
async function assertion({ key = known, header = {}, claims = {} }: Change = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const good = { iss: `https://${TEAM.toLowerCase()}.cloudflareaccess.com`, aud: [AUDIENCE], iat: now, exp: now + 600 };
  const head = part({ alg: 'RS256', kid: key.kid, typ: 'JWT', ...header });
  const signed = `${head}.${part({ ...good, email: 'asha@acme.example', ...claims })}`;
  const signature = await crypto.subtle.sign(RSA.name, key.pair.privateKey, new TextEncoder().encode(signed));
  return `${signed}.${base64Url(new Uint8Array(signature))}`;
}

/** A Worker behind Access. It shares its objects with the other tests. */
function gated(settings: Partial<Env> = { ACCESS_TEAM: TEAM, ACCESS_AUDIENCE: AUDIENCE }) {
  const app = createApp();
  const bindings = { ...env, ...settings };
  return (
    path: string,
    { token = TOKEN, jwt, ...init }: RequestInit & { token?: string | null; jwt?: string } = {},
  ) => {
    const headers = new Headers(init.headers);
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    if (jwt !== undefined) headers.set('cf-access-jwt-assertion', jwt);
    const request = new Request(new URL(path, ORIGIN), { ...init, headers });
    return Promise.resolve(app.fetch(request, bindings, createExecutionContext()));
  };
}

async function refused(answering: Promise<Response>) {
  const answer = await answering;
  const { status, code } = await refusalOf(answer);
  return { status, code };
}

describe('Cloudflare Access as a second gate', () => {
  it('is not there unless it is set', async () => {
    expect((await ask('/api/account')).status).toBe(200);
    expect(reached).toEqual([]);
  });

  it('is misconfigured when half of it is set', async () => {
    expect(await refused(gated({ ACCESS_TEAM: TEAM })('/api/account'))).toEqual({ status: 500, code: 'misconfigured' });
    expect(await refused(gated({ ACCESS_AUDIENCE: AUDIENCE })('/api/account'))).toEqual({
      status: 500,
      code: 'misconfigured',
    });
  });

  it('lets in whoever has both a team token and a sign-in', async () => {
    const worker = gated();
    const jwt = await assertion();
    expect((await worker('/api/account', { jwt })).status).toBe(200);
    expect((await worker('/api/account', { headers: { cookie: `CF_Authorization=${jwt}` } })).status).toBe(200);
    expect(reached).toEqual([CERTS]);
  });

  it('asks for no keys before the team token is right', async () => {
    const worker = gated();
    const jwt = await assertion();
    const wrong = await refused(worker('/api/account', { token: 'not-a-token', jwt }));
    expect(wrong).toEqual({ status: 401, code: 'unauthorised' });
    expect(await refused(worker('/api/account', { token: null, jwt }))).toEqual({ status: 401, code: 'unauthorised' });
    expect(reached).toEqual([]);
  });

  const past = Math.floor(Date.now() / 1000) - 3_600;
  const forged: Readonly<Record<string, () => Promise<string>>> = {
    'one signed by another key': () => assertion({ key: stranger }),
    'one that names a known key and is signed by another': () =>
      assertion({ key: { kid: 'known', pair: stranger.pair } }),
    'one of another team': () => assertion({ claims: { iss: 'https://evil.cloudflareaccess.com' } }),
    'one of another application': () => assertion({ claims: { aud: ['another'] } }),
    'one without an audience': () => assertion({ claims: { aud: undefined } }),
    'one that is over': () => assertion({ claims: { exp: past } }),
    'one without an end': () => assertion({ claims: { exp: undefined } }),
    'one that is not good yet': () => assertion({ claims: { nbf: past + 7_200 } }),
    'one without a signature': async () => (await assertion({ header: { alg: 'none' } })).replace(/[^.]*$/, ''),
    'one signed with a secret': () => assertion({ header: { alg: 'HS256' } }),
    'a body that was changed': async () => {
      const [head = '', , signature = ''] = (await assertion()).split('.');
      return `${head}.${part({ email: 'ravi@acme.example' })}.${signature}`;
    },
    'no token at all': () => Promise.resolve('nonsense'),
  };
  it.each(Object.entries(forged))('refuses %s', async (_, make) => {
    const jwt = await make();
    expect(await refused(gated()('/api/account', { jwt }))).toEqual({ status: 403, code: 'access_required' });
  });

  it('takes a key that is new since the keys were read', async () => {
    const worker = gated();
    expect((await worker('/api/account', { jwt: await assertion() })).status).toBe(200);
    await publish(known, stranger);
    expect((await worker('/api/account', { jwt: await assertion({ key: stranger }) })).status).toBe(200);
    expect(reached).toEqual([CERTS, CERTS]);
  });

  it('says that it has no keys, and lets nobody in', async () => {
    await certs.answers({ status: 503 });
    const jwt = await assertion();
    expect(await refused(gated()('/api/account', { jwt }))).toEqual({ status: 503, code: 'access_unavailable' });
    await certs.answers({ status: 200, dies: true });
    expect(await refused(gated()('/api/account', { jwt }))).toEqual({ status: 503, code: 'access_unavailable' });
  });

  it('leaves what Exotel, an invite and a monitor use to their own locks', async () => {
    const worker = gated();
    const jwt = await assertion();
    const json = { 'content-type': 'application/json' };
    const made = await worker('/api/sinks', { method: 'POST', body: '{"name":"Flow"}', headers: json, jwt });
    const { urls } = await made.json<{ urls: Record<string, string> }>();
    const bare = { token: null };
    const sent = { ...bare, method: 'POST', body: '{"CallSid":"c1"}', headers: json };
    expect((await worker(urls['call'] ?? '', sent)).status).toBe(200);
    expect((await worker(`${urls['passthru'] ?? ''}?CallSid=c1`, bare)).status).toBe(200);
    const wish = { method: 'POST', body: '{"name":"Meena","role":"viewer"}', headers: json, jwt };
    const invite = await (await worker('/api/invites', wish)).json<{ link: string }>();
    expect((await worker('/join', bare)).status).toBe(200);
    const code = invite.link.split('#code=')[1] ?? '';
    expect((await worker(`/invites/${code}`, { ...bare, method: 'POST' })).status).toBe(201);
    expect((await worker('/healthz', bare)).status).toBe(200);
    // These are refused, but by the protection of these paths and not by Access.
    const forgedCallback = worker('/callbacks/some-import/1/mac/call', { ...bare, method: 'POST', body: '{}' });
    expect(await refused(forgedCallback)).toEqual({ status: 404, code: 'not_found' });
    expect(await refused(worker('/passthru/mac/opt-out', bare))).toEqual({ status: 404, code: 'not_found' });
  });

  it('hangs up with the sign-in that a live socket was opened with', async () => {
    const worker = gated();
    const open = async (exp: number) => {
      const jwt = await assertion({ claims: { exp } });
      const made = await worker('/api/live-tickets', { method: 'POST', jwt });
      const { ticket } = liveTicketSchema.parse(await made.json());
      const protocol = `${LIVE_PROTOCOL}, ${LIVE_TICKET_PREFIX}${ticket}`;
      const headers = { upgrade: 'websocket', 'sec-websocket-protocol': protocol };
      const { webSocket } = await worker('/api/callbacks/live', { token: null, headers, jwt });
      if (webSocket === null) throw new Error('No socket');
      const heard = new Promise<string>((resolve) => {
        let told = 0;
        webSocket.addEventListener('message', () => {
          told += 1;
          if (told === 2) resolve('listens');
        });
        webSocket.addEventListener('close', ({ code }) => resolve(`closed ${code}`));
      });
      webSocket.accept();
      webSocket.send(JSON.stringify({ kind: 'sms' }));
      return heard;
    };
    const now = Math.floor(Date.now() / 1000);
    expect(await open(now + 600)).toBe('listens');
    // It has expired but is still accepted, because clocks may be half a minute apart.
    expect(await open(now - 5)).toBe('closed 1008');
  });

  it('tells the trail as whom Access knows them, and who came without', async () => {
    const worker = gated();
    const json = { 'content-type': 'application/json' };
    const asking = { method: 'POST', body: '{"name":"Flow"}', headers: json };
    await worker('/api/sinks', { ...asking, jwt: await assertion() });
    const script = { email: undefined, common_name: 'e1.access', sub: '' };
    await worker('/api/sinks', { ...asking, jwt: await assertion({ claims: script }) });
    await worker('/api/sinks', { ...asking, jwt: await assertion({ claims: { email: '9876543210@acme.example' } }) });
    await worker('/api/sinks', asking);
    const text = await (await ask('/api/audit.ndjson')).text();
    const lines = text.split('\n').flatMap((line) => (line === '' ? [] : [trailLineSchema.parse(JSON.parse(line))]));
    expect(lines).toMatchObject([
      { who: 'asha', what: 'sink.made', result: 'done', identity: 'asha@acme.example' },
      { who: 'asha', what: 'sink.made', result: 'done', identity: 'e1.access' },
      { who: 'asha', what: 'sink.made', result: 'done', identity: 'xxxxxxx210@acme.example' },
      { who: 'asha', what: 'sink.made', result: 'refused', code: 'access_required', identity: null },
    ]);
  });
});
