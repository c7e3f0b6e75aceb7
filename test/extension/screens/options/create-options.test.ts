import { afterEach, describe, expect, it } from 'vitest';
import { createOptions } from '../../../../extension/screens/options/create-options.ts';
import { accountSchema } from '../../../../shared/protocol/account.ts';
import { createSettingsStore } from '../../../../extension/storage/settings.ts';
import { storageArea } from '../../support/storage-area.ts';
import { json, refuse, serve } from '../../support/serve.ts';
import type { Served } from '../../support/serve.ts';

const ACCOUNT = accountSchema.parse({
  accountSid: 'acme1',
  region: 'mumbai',
  user: 'asha',
  role: 'admin',
  template: null,
  hasPreparers: false,
  window: { from: '09:00', to: '21:00' },
  timeZone: 'Asia/Kolkata',
  country: 'IN',
  callsPerMinute: 60,
  messagesPerMinute: 300,
  requestsPerMinute: 30,
  retentionDays: 90,
  version: '0.3.0',
  minimumExtension: '0.3.0',
  promised: [],
  limits: { fileBytes: 1, fileRows: 1, numbersPerCampaign: 5000, retries: 3 },
  asOf: '2026-11-22T03:00:00Z',
});

const CODE = 'c'.repeat(43);
const MADE = {
  id: 't1',
  name: 'Meena',
  role: 'preparer',
  prefix: 'ds_live_aaaa',
  template: null,
  createdAt: '2026-11-22T03:00:00Z',
  createdBy: 'asha',
  expiresAt: null,
  lastUsedAt: null,
  token: 'ds_live_a',
} as const;

let served: Served | null = null;
afterEach(async () => {
  await served?.close();
  served = null;
});

/** A Worker that knows one token; a test chooses the answer of `healthz`. */
async function workerSaying(healthz: unknown): Promise<string> {
  served = await serve((request, response) => {
    if (request.url === '/healthz') return json(response, 200, healthz);
    if (request.headers.authorization !== 'Bearer good') return refuse(response, 401, 'unauthorised');
    return json(response, 200, ACCOUNT);
  });
  return served.url;
}

const DIALSHEET = { ok: true, name: 'dialsheet', version: '0.1.0' };

function setUp(granted = true) {
  const area = storageArea();
  const asked: string[] = [];
  const options = createOptions({
    settings: createSettingsStore(area, null),
    fetcher: fetch,
    requestHost: async (pattern) => {
      asked.push(pattern);
      return granted;
    },
    removeHost: async (pattern) => asked.push(`-${pattern}`),
  });
  return { area, asked, options };
}

describe('createOptions', () => {
  it('asks for the one host, tests, and only then stores', async () => {
    const { area, asked, options } = setUp();
    options.type({ address: await workerSaying(DIALSHEET), token: ' good ' });

    await options.save();

    expect(options.fault.value).toBeNull();
    expect(options.connected.value).toEqual({ account: ACCOUNT, version: '0.1.0' });
    expect(asked).toEqual(['http://127.0.0.1/*']);
    const address = served?.url ?? '';
    const worker = { address, token: 'good', label: new URL(address).host, kind: 'live' };
    expect(area.content()).toEqual({ settings: { workers: [worker], current: address } });
  });

  it('says that it is connected once it is kept, not before: who reads that may close the page', async () => {
    const { area, options } = setUp();
    options.type({ address: await workerSaying(DIALSHEET), token: 'good' });
    const kept: unknown[] = [];
    options.connected.subscribe((now) => {
      if (now !== null) kept.push(area.content());
    });

    await options.save();

    const address = served?.url ?? '';
    const worker = { address, token: 'good', label: new URL(address).host, kind: 'live' };
    expect(kept).toEqual([{ settings: { workers: [worker], current: address } }]);
  });

  it.each([
    ['', 'x', { at: 'address', fault: { code: 'address_missing' } }],
    ['my worker', 'x', { at: 'address', fault: { code: 'address_not_a_url' } }],
    ['http://calls.example.com', 'x', { at: 'address', fault: { code: 'address_not_https' } }],
    ['https://calls.example.com', '  ', { at: 'token', fault: { code: 'token_missing' } }],
  ])('says what is wrong with %j and the token %j without asking anyone', async (address, token, fault) => {
    const { area, asked, options } = setUp();
    options.type({ address, token });

    await options.save();

    expect([options.fault.value, asked, area.content()]).toEqual([fault, [], {}]);
  });

  it('takes an invite in place of address and token, and keeps what it was exchanged for', async () => {
    const { area, asked, options } = setUp();
    const invites: string[] = [];
    served = await serve((request, response) => {
      if (request.url?.startsWith('/invites/')) {
        invites.push(`${request.method} ${request.url} ${request.headers.authorization}`);
        return invites.length > 1 ? refuse(response, 404, 'invite_not_found') : json(response, 201, MADE);
      }
      // The Worker is overloaded, but the invite is already used up.
      return refuse(response, 503, 'overloaded');
    });
    const { url } = served;
    options.type({ address: `${url}/join#code=${CODE}` });
    await options.save();

    expect(invites).toEqual([`POST /invites/${CODE} undefined`]);
    expect(asked).toEqual(['http://127.0.0.1/*']);
    const worker = { address: url, token: MADE.token, label: new URL(url).host, kind: 'live' };
    expect(area.content()).toEqual({ settings: { workers: [worker], current: url } });

    options.edit(null);
    await options.forget({ ...worker, kind: 'live' });
    options.type({ address: `${url}/join#code=${CODE}` });
    await options.save();
    expect(options.fault.value).toMatchObject({ at: 'worker', fault: { reason: 'invite_not_found' } });
    expect(area.content()).toEqual({ settings: { workers: [], current: null } });
  });

  it('uses up no invite where the browser was not allowed to reach the host', async () => {
    const { options } = setUp(false);
    const asked: unknown[] = [];
    served = await serve((request, response) => {
      asked.push(request.url);
      return json(response, 201, MADE);
    });
    options.type({ address: `${served.url}/join#code=${CODE}` });
    await options.save();
    expect([options.fault.value?.at, asked]).toEqual(['permission', []]);
  });

  it('says so when the browser was not allowed to reach the host', async () => {
    const { area, options } = setUp(false);
    options.type({ address: 'https://calls.example.com', token: 'good' });

    await options.save();

    expect(options.fault.value).toEqual({ at: 'permission', host: 'calls.example.com' });
    expect(area.content()).toEqual({});
  });

  it.each([
    ['an unknown token', DIALSHEET, 'bad', { code: 'refused', reason: 'unauthorised' }],
    ['another site', { hello: 'world' }, 'good', { code: 'not_dialsheet' }],
    ['another product', { ...DIALSHEET, name: 'other' }, 'good', { code: 'not_dialsheet' }],
  ])('stores nothing for %s', async (_name, healthz, token, fault) => {
    const { area, options } = setUp();
    options.type({ address: await workerSaying(healthz), token });

    await options.save();

    expect(options.fault.value).toMatchObject({ at: 'worker', fault });
    expect(area.content()).toEqual({});
  });

  it('says so when nothing answers', async () => {
    const { options } = setUp();
    const url = await workerSaying(DIALSHEET);
    await served?.close();
    served = null;
    options.type({ address: url, token: 'good' });

    await options.save();

    expect(options.fault.value).toEqual({ at: 'worker', fault: { code: 'unreachable' } });
  });

  it('forgets everything, and gives the host back', async () => {
    const { area, asked, options } = setUp();
    options.type({ address: await workerSaying(DIALSHEET), token: 'good' });
    await options.save();

    await options.forget(options.typed.value);

    expect(area.content()).toEqual({ settings: { workers: [], current: null } });
    expect([options.typed.value.token, asked.at(-1)]).toEqual(['', '-http://127.0.0.1/*']);
  });

  it('keeps the host as long as another saved Worker lives there', async () => {
    const { area, asked, options } = setUp();
    const other = { address: 'http://127.0.0.1:1', token: 'good', label: 'Second', kind: 'trial' } as const;
    await createSettingsStore(area, null).write(other);
    options.type({ address: await workerSaying(DIALSHEET), token: 'good' });
    await options.save();
    const [, first] = options.saved.value.workers;

    if (first) await options.forget(first);

    expect(asked.filter((each) => each.startsWith('-'))).toEqual([]);
  });

  it.each(['added once more', 'given the address of another'])('never replaces a Worker that is %s', async (how) => {
    const { area, options } = setUp();
    const first = { address: await workerSaying(DIALSHEET), token: 'good', label: 'Sales', kind: 'live' } as const;
    const second = { ...first, address: 'https://other.example.com', label: 'Other' };
    const store = createSettingsStore(area, null);
    await store.write(second);
    await store.write(first);
    await options.load();
    options.edit(how === 'added once more' ? null : second);
    options.type({ address: `${first.address}/`, token: 'good', label: 'Trial', kind: 'trial' });

    await options.save();

    expect(options.fault.value).toEqual({ at: 'address', fault: { code: 'address_known', label: 'Sales' } });
    expect((await store.readAll()).workers).toEqual(expect.arrayContaining([first, second]));
  });

  it('adds a Worker beside one that is still being tested, and never in its place', async () => {
    const { area, options } = setUp();
    served = await serve((request, response) => {
      if (request.url !== '/healthz') return json(response, 200, ACCOUNT);
      if (options.typed.value.label === 'First') options.edit(null);
      return json(response, 200, DIALSHEET);
    });
    const first = { address: served.url, token: 'good', label: 'First', kind: 'live' } as const;
    const second = { ...first, address: served.url.replace('127.0.0.1', 'localhost'), label: 'Second' };
    await createSettingsStore(area, null).write(first);

    await options.load();

    expect([options.editing.value, options.connected.value]).toEqual([null, null]);
    options.type(second);
    await options.save();
    expect(area.content()).toEqual({ settings: { workers: [first, second], current: second.address } });
  });
});
