import { createExecutionContext, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EXTENSION_ORIGIN } from '../../../shared/protocol/extension-origin.ts';
import { MINIMUM_EXTENSION_VERSION, VERSION } from '../../../shared/version.ts';
import { createApp } from '../../../worker/app.ts';
import { ask, envelopeOf, makeTemplate, ORIGIN, post, refusalOf, TOKEN } from '../support/edge.ts';

afterEach(reset);

describe('the open calls', () => {
  it('say that the Worker is up, without a token', async () => {
    const answer = await ask('/healthz', { token: null });
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true, name: 'dialsheet', version: '0.3.0' }]);
  });

  it('show the documentation, in which nothing can run', async () => {
    const page = await ask('/docs', { token: null });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
    const html = await page.text();
    expect(html).toContain('/api/imports/{id}/launch');
    expect(html).not.toMatch(/<script/i);
  });
});

describe('the account', () => {
  it('is shown to whoever holds a token, under the name of the token', async () => {
    const answer = await ask('/api/account', { token: 'token-of-ravi' });
    const { asOf, ...account } = z
      .object({ asOf: z.iso.datetime() })
      .loose()
      .parse(await answer.json());
    expect(Date.parse(asOf)).toBeGreaterThan(Date.now() - 60_000);
    expect(account).toEqual({
      accountSid: 'dialsheet-demo',
      region: 'local',
      user: 'ravi',
      role: 'admin',
      template: null,
      hasPreparers: false,
      window: { from: '09:00', to: '21:00' },
      weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      closedDates: [],
      timeZone: 'Asia/Kolkata',
      country: 'IN',
      callsPerMinute: 60,
      messagesPerMinute: 300,
      promised: [],
      requestsPerMinute: 10_000,
      retentionDays: 90,
      version: VERSION,
      minimumExtension: MINIMUM_EXTENSION_VERSION,
      limits: { fileBytes: 104_857_600, fileRows: 1_000_000, numbersPerCampaign: 5_000, retries: 3 },
    });
  });

  it.each([
    ['no token', {}],
    ['a wrong token', { authorization: 'Bearer token-of-nobody' }],
    ['the hash of a token', { authorization: 'Bearer 4c5f' }],
    ['another scheme', { authorization: `Basic ${btoa(`asha:${TOKEN}`)}` }],
    ['a token and more', { authorization: `Bearer ${TOKEN} more` }],
    ['a token of a megabyte', { authorization: `Bearer ${'x'.repeat(100_000)}` }],
    ['a sub-protocol that is no base64', { 'sec-websocket-protocol': 'dialsheet.live, bearer.!!!' }],
  ])('is refused for %s', async (_what, headers) => {
    const answer = await ask('/api/account', { token: null, headers });
    expect(await refusalOf(answer)).toEqual({ status: 401, code: 'unauthorised' });
  });
});

describe('every answer', () => {
  it('carries headers that keep it from being sniffed, framed or kept, and its request id', async () => {
    for (const [path, token] of [
      ['/healthz', null],
      ['/api/account', TOKEN],
      ['/api/account', null],
      ['/nowhere', null],
    ] as const) {
      const { headers } = await ask(path, { token });
      expect(Object.fromEntries([...headers].filter(([name]) => name in SECURITY))).toEqual(SECURITY);
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  const SECURITY: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'cache-control': 'no-store',
  };

  it('that refuses says so in one envelope, with the id of the request', async () => {
    for (const path of ['/nowhere', '/api/nowhere', '/api/imports/a/b/c']) {
      const answer = await ask(path);
      const { error } = await envelopeOf(answer.clone());
      expect([answer.status, error.code, error.requestId]).toEqual([
        404,
        'not_found',
        answer.headers.get('x-request-id'),
      ]);
    }
    expect((await refusalOf(await ask('/healthz', { method: 'DELETE' }))).status).toBe(404);
  });

  it('takes over the id that Cloudflare gave the request, and no other', async () => {
    const ray = 'a1b2c3d4e5f60718-BOM';
    const ids = await Promise.all(
      [ray, 'evil\tid', 'x'.repeat(500)].map(async (each) =>
        (await ask('/healthz', { headers: { 'cf-ray': each } })).headers.get('x-request-id'),
      ),
    );
    expect(ids[0]).toBe(ray);
    for (const id of ids.slice(1)) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('lets the extension alone read it from a page', async () => {
    const preflight = (origin: string) =>
      ask('/api/imports', {
        token: null,
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'PATCH',
          'access-control-request-headers': 'authorization,upload-offset',
        },
      });
    const allowed = await preflight(EXTENSION_ORIGIN);
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([204, EXTENSION_ORIGIN]);
    expect(allowed.headers.get('access-control-allow-methods')).toContain('PATCH');
    expect(allowed.headers.get('access-control-allow-headers')).toContain('upload-offset');
    const others = [
      'https://evil.test',
      `${EXTENSION_ORIGIN}x`,
      'null',
      'chrome-extension://aaaa',
      EXTENSION_ORIGIN.toUpperCase(),
    ];
    for (const origin of others)
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();

    for (const token of [TOKEN, null]) {
      const asked = await ask('/api/account', { token, headers: { origin: EXTENSION_ORIGIN } });
      expect([
        asked.headers.get('access-control-allow-origin'),
        asked.headers.get('access-control-expose-headers'),
      ]).toEqual([EXTENSION_ORIGIN, expect.stringContaining('upload-offset')]);
      expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('lets in the extensions that EXTENSION_ORIGINS names, and no other', async () => {
    const store = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
    const allowedUnder = async (setting: string | undefined, origin: string) => {
      const answer = await createApp().fetch(
        new Request(`${ORIGIN}/healthz`, { headers: { origin } }),
        { ...env, EXTENSION_ORIGINS: setting },
        createExecutionContext(),
      );
      return answer.headers.get('access-control-allow-origin');
    };
    const both = `${EXTENSION_ORIGIN}, ${store}`;
    expect(await allowedUnder(both, store)).toBe(store);
    expect(await allowedUnder(both, EXTENSION_ORIGIN)).toBe(EXTENSION_ORIGIN);
    expect(await allowedUnder(both, 'https://evil.test')).toBeNull();
    expect(await allowedUnder(store, EXTENSION_ORIGIN)).toBeNull();
    for (const none of [undefined, '', ' ']) {
      expect(await allowedUnder(none, EXTENSION_ORIGIN)).toBe(EXTENSION_ORIGIN);
      expect(await allowedUnder(none, store)).toBeNull();
    }
  });

  it.each(['*', 'https://evil.test', 'chrome-extension://short', `${EXTENSION_ORIGIN}/`])(
    'refuses to work where EXTENSION_ORIGINS is %s, and says so to the extension',
    async (setting) => {
      const answer = await createApp().fetch(
        new Request(`${ORIGIN}/api/account`, {
          headers: { origin: EXTENSION_ORIGIN, authorization: `Bearer ${TOKEN}` },
        }),
        { ...env, EXTENSION_ORIGINS: setting },
        createExecutionContext(),
      );
      expect(answer.headers.get('access-control-allow-origin')).toBe(EXTENSION_ORIGIN);
      expect(await refusalOf(answer)).toEqual({
        status: 500,
        code: 'misconfigured',
        details: { settings: ['EXTENSION_ORIGINS'] },
      });
    },
  );
});

describe('templates', () => {
  it('are made, listed newest first, changed and deleted', async () => {
    const first = await makeTemplate({ name: 'First' });
    const second = await makeTemplate({ name: 'Second' });
    expect(first).toMatchObject({
      name: 'First',
      createdBy: 'asha',
      retries: { count: 0 },
      window: null,
      callDuplicates: false,
    });
    const list = await (await ask('/api/templates?limit=1')).json();
    expect(list).toMatchObject({ total: 2, offset: 0, limit: 1 });
    const all = z
      .object({ items: z.array(z.object({ id: z.string() })) })
      .parse(await (await ask('/api/templates')).json());
    expect(new Set(all.items.map(({ id }) => id))).toEqual(new Set([first.id, second.id]));

    const change = await ask(`/api/templates/${first.id}`, {
      method: 'PUT',
      body: JSON.stringify({ ...first, name: 'Changed', id: 'another', createdBy: 'mallory' }),
      headers: { 'content-type': 'application/json' },
    });
    expect(await change.json()).toMatchObject({
      id: first.id,
      name: 'Changed',
      createdBy: 'asha',
      createdAt: first.createdAt,
    });
    expect((await ask(`/api/templates/${first.id}`, { method: 'DELETE' })).status).toBe(204);
    for (const method of ['GET', 'DELETE']) {
      expect(await refusalOf(await ask(`/api/templates/${first.id}`, { method }))).toEqual({
        status: 404,
        code: 'template_not_found',
      });
    }
  });

  it('are replaced only as they were seen, where that is said', async () => {
    const made = await makeTemplate({ name: 'Seen' });
    const replace = (name: string, query: string) =>
      ask(`/api/templates/${made.id}${query}`, {
        method: 'PUT',
        body: JSON.stringify({ ...made, name }),
        headers: { 'content-type': 'application/json' },
      });
    const seen = `?seen=${encodeURIComponent(made.updatedAt)}`;
    expect((await replace('Theirs', '')).status).toBe(200);
    expect(await refusalOf(await replace('Mine', seen))).toEqual({ status: 409, code: 'template_changed' });
    expect(await (await ask(`/api/templates/${made.id}`)).json()).toMatchObject({ name: 'Theirs' });
  });

  const details = z.array(z.object({ path: z.string(), code: z.string() }).loose());

  it.each([
    [{ name: 'abc' }, 'name', 'name_too_short'],
    [{ callerId: 'x' }, 'callerId', 'caller_id_malformed'],
    [{ channel: 'fax' }, 'channel', 'channel_unknown'],
    [{ flow: { kind: 'song' } }, 'flow.kind', 'flow_kind_unknown'],
    [{ retries: { count: 9, intervalMinutes: 5, on: ['busy'] } }, 'retries.count', 'retry_count_out_of_range'],
    [{ window: { from: '08:00', to: '20:00' } }, 'window', 'window_outside_account'],
    [{ throttle: 60 }, 'throttle', 'throttle_not_below_account'],
    [{ colour: 'red' }, 'colour', 'unknown_setting'],
  ])('with %j are refused where and why', async (change, path, code) => {
    const refusal = await refusalOf(
      await post('/api/templates', {
        name: 'Diwali',
        channel: 'voice',
        callerId: '08088919888',
        flow: { kind: 'greeting', text: 'Hi' },
        ...change,
      }),
    );
    expect([refusal.status, refusal.code]).toEqual([422, 'invalid_template']);
    expect(details.parse(refusal.details).map((issue) => [issue.path, issue.code])).toEqual([[path, code]]);
  });

  it.each([
    ['no body', undefined, 422, 'invalid_template'],
    ['a list', [], 422, 'invalid_template'],
    ['too much', { name: 'x'.repeat(70_000) }, 413, 'body_too_large'],
  ])('of %s are refused', async (_what, body, status, code) => {
    expect(await refusalOf(await post('/api/templates', body))).toMatchObject({ status, code });
  });

  it('that are not JSON are refused', async () => {
    const send = (body: string, type: string) =>
      ask('/api/templates', { method: 'POST', body, headers: { 'content-type': type } });
    expect(await refusalOf(await send('{', 'application/json'))).toEqual({ status: 400, code: 'invalid_request' });
    expect(await refusalOf(await send('a=b', 'application/x-www-form-urlencoded'))).toEqual({
      status: 415,
      code: 'unsupported_media_type',
    });
  });
});

/** Asks the app with parts of its environment replaced, for states that no request can cause. */
async function askApp(change: Readonly<Record<string, unknown>>, path: string): Promise<Response> {
  const request = new Request(`${ORIGIN}${path}`, { headers: { authorization: `Bearer ${TOKEN}` } });
  return createApp().fetch(request, { ...env, ...change }, createExecutionContext());
}

describe('what the Worker itself is short of', () => {
  it('is said by name only when its settings are wrong', async () => {
    const answer = await askApp(
      { EXOTEL_API_KEY: '', TEAM_TOKENS: '[{"name":"a","sha256":"short"}]', TIME_ZONE: 'Mars' },
      '/api/account',
    );
    const text = await answer.clone().text();
    expect(await refusalOf(answer)).toEqual({
      status: 500,
      code: 'misconfigured',
      details: { settings: ['EXOTEL_API_KEY', 'TEAM_TOKENS', 'TIME_ZONE'] },
    });
    expect(text).not.toContain('short');
  });

  it('is a 503 when an object is overloaded, and a 500 that says nothing when it fails', async () => {
    const failing = (cause: Error) => ({ getByName: () => ({ templates: () => Promise.reject(cause) }) });
    const overload = Object.assign(new Error('Durable Object is overloaded.'), { overloaded: true });
    expect(await refusalOf(await askApp({ ACCOUNTS: failing(overload) }, '/api/templates'))).toEqual({
      status: 503,
      code: 'overloaded',
    });
    const failed = await askApp({ ACCOUNTS: failing(new Error('secret detail')) }, '/api/templates');
    const text = await failed.clone().text();
    expect(await refusalOf(failed)).toEqual({ status: 500, code: 'internal' });
    expect(text).not.toContain('secret');
  });
});
