import { createExecutionContext, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountFileSchema, accountImportedSchema, type AccountFile } from '../../../shared/protocol/account-file.ts';
import { DEFAULT_SETTINGS } from '../../../shared/people/default-settings.ts';
import { newDestinationSchema, type EventType } from '../../../shared/protocol/destination.ts';
import { sinkSchema } from '../../../shared/protocol/sink.ts';
import worker from '../../../worker/index.ts';
import type { Env } from '../../../worker/env.ts';
import { mobile } from '../support/contacts.ts';
import { ORIGIN, refusalOf, TOKEN } from '../support/edge.ts';
import { standIn } from '../support/stand-in.ts';
import { join } from '../team/team.ts';

beforeEach(() => standIn.reset());
afterEach(reset);

/** The same code and storage with other settings: another Exotel account, or another secret. */
function workerWith(change: Partial<Env>) {
  const ask = async (path: string, { token = TOKEN, ...init }: RequestInit & { token?: string | null } = {}) => {
    const headers = new Headers(init.headers);
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    if (init.body !== undefined) headers.set('content-type', 'application/json');
    const request = new Request(new URL(path, ORIGIN), { ...init, headers });
    return worker.fetch(request, { ...env, ...change }, createExecutionContext());
  };
  const post = (path: string, body: unknown) => ask(path, { method: 'POST', body: JSON.stringify(body) });
  return {
    ask,
    post,
    put: (path: string, body: unknown) => ask(path, { method: 'PUT', body: JSON.stringify(body) }),
    list: async (path: string) => (await (await ask(path)).json<{ items: Record<string, unknown>[] }>()).items,
    exported: async () => accountFileSchema.parse(await (await ask('/api/account/export')).json()),
    import: (file: unknown, query = '') => post(`/api/account/import${query}`, file),
    imported: async (file: unknown, query = '') =>
      accountImportedSchema.parse(await (await post(`/api/account/import${query}`, file)).json()),
  };
}

const here = workerWith({});
const there = workerWith({ EXOTEL_ACCOUNT_SID: 'another-account' });

/** The content of an account without the time and place of the export and the names of its tokens. */
function contentOf({ exportedAt: _at, accountSid: _sid, tokens: _tokens, ...content }: AccountFile) {
  const byId = <T extends { readonly id: string }>(all: readonly T[]) =>
    all.toSorted((a, b) => a.id.localeCompare(b.id));
  const { templates, sinks, destinations, ...rest } = content;
  return { ...rest, templates: byId(templates), sinks: byId(sinks), destinations: byId(destinations) };
}

async function setUp() {
  const flow = { kind: 'flow', url: 'http://my.exotel.com/dialsheet-demo/exoml/start_voice/7' };
  for (const name of ['Diwali', 'Holi'])
    await here.post('/api/templates', {
      name,
      channel: 'voice',
      callerId: '08088919888',
      flow,
      keys: { 9: 'opt_out' },
    });
  await here.put('/api/settings', {
    weekdays: ['mon', 'tue'],
    approveAbove: 100,
    window: { from: '10:00', to: '18:00' },
  });
  const sink = sinkSchema.parse(await (await here.post('/api/sinks', { name: 'Website' })).json());
  const wish = { name: 'CRM', url: 'https://crm.example.com/hook', events: ['contact.finished'] };
  const destination = newDestinationSchema.parse(await (await here.post('/api/destinations', wish)).json());
  await join('Meena', 'launcher');
  await here.post('/api/suppressions', { number: mobile(1) });
  expect((await here.post('/api/people/erase', { number: mobile(2), reason: 'asked for it' })).ok).toBe(true);
  return { sink, destination };
}

describe('the file of an account', () => {
  it('holds what the team made, and no secret, no token and no number', async () => {
    const { sink, destination } = await setUp();
    const answer = await here.ask('/api/account/export');
    const text = await answer.text();
    const file = accountFileSchema.parse(JSON.parse(text));
    expect([answer.headers.get('content-disposition'), answer.headers.get('cache-control')]).toEqual([
      'attachment; filename="account.json"',
      'no-store',
    ]);
    expect(file.templates.map(({ name }) => name).toSorted()).toEqual(['Diwali', 'Holi']);
    expect(file).toMatchObject({
      accountSid: 'dialsheet-demo',
      settings: { weekdays: ['mon', 'tue'], approveAbove: 100, window: { from: '10:00', to: '18:00' } },
      sinks: [{ id: sink.id, name: 'Website' }],
      destinations: [{ id: destination.id, name: 'CRM', url: 'https://crm.example.com/hook' }],
      tokens: [{ name: 'Meena', role: 'launcher' }],
    });
    expect(file.erased.people).toHaveLength(1);
    for (const secret of [
      destination.secret,
      TOKEN,
      env.CALLBACK_SECRET,
      mobile(1).slice(3),
      mobile(2).slice(3),
      'whsec_',
    ])
      expect(text).not.toContain(secret);
  });

  it('is taken in by an account that has nothing: what is exported there is what was exported here', async () => {
    const { sink, destination } = await setUp();
    const file = await here.exported();
    expect([await there.list('/api/templates'), await there.list('/api/sinks')]).toEqual([[], []]);
    const looked = await there.imported(file, '?dryRun=true');
    expect(looked).toMatchObject({ dryRun: true, templates: { added: 2, same: 0, changed: 0 }, secrets: [] });
    expect(await there.list('/api/templates')).toEqual([]);
    expect(await there.imported(file)).toEqual({
      dryRun: false,
      templates: { added: 2, same: 0, changed: 0 },
      settings: 'changed',
      sinks: { added: 1, same: 0, changed: 0 },
      destinations: { added: 1, same: 0, changed: 0 },
      // No new secret, because the destination's object in this Worker still has the old one.
      secrets: [],
      erased: { added: 1, same: 0, unusable: 0 },
      otherAccount: expect.arrayContaining(['Diwali', 'Holi']),
      toInvite: ['Meena'],
    });
    expect(contentOf(await there.exported())).toEqual(contentOf(file));
    const again = await there.imported(file);
    expect(again).toMatchObject({
      templates: { added: 0, same: 2, changed: 0 },
      settings: 'same',
      sinks: { added: 0, same: 1 },
      destinations: { added: 0, same: 1 },
      erased: { added: 0, same: 1 },
    });
    // Its addresses still take callbacks, and a search in the other account finds them.
    const body = JSON.stringify({ CallSid: 'c1', From: mobile(7), Status: 'busy' });
    expect((await there.ask(sink.urls.call, { token: null, method: 'POST', body })).status).toBe(200);
    expect(await there.list('/api/callbacks')).toMatchObject([{ sink: sink.id, callSid: 'c1' }]);
    expect(await there.list('/api/destinations')).toMatchObject([{ id: destination.id, name: 'CRM' }]);
  });

  it('keeps the promise to who was erased where the secret is the same, and says so where it is not', async () => {
    await setUp();
    const file = await here.exported();
    await there.imported(file);
    const screen = async (of: typeof here) => {
      const { id: template } = await (
        await of.post('/api/templates', {
          name: 'Greeting',
          channel: 'voice',
          callerId: '08088919888',
          flow: { kind: 'greeting', text: 'Hello' },
        })
      ).json<{ id: string }>();
      return (await of.post('/api/people/screen', { template, numbers: [mobile(2), mobile(3)] })).json();
    };
    expect(await screen(there)).toMatchObject({ suppressed: [expect.objectContaining({})] });
    const stranger = workerWith({
      EXOTEL_ACCOUNT_SID: 'a-third',
      CALLBACK_SECRET: 'another secret of thirty-two characters',
    });
    expect(await stranger.imported(file)).toMatchObject({ erased: { added: 0, same: 0, unusable: 1 } });
  });

  it('replaces nothing that differs without a word, and everything with it', async () => {
    await setUp();
    const file = await here.exported();
    const [first] = file.templates;
    if (first === undefined) throw new Error('No template.');
    await here.put(`/api/templates/${first.id}`, { ...first, name: 'Diwali, changed' });
    await here.put('/api/settings', { approveAbove: 5 });
    const before = await here.exported();
    const refused = await refusalOf(await here.import(file));
    const details = { templates: [first.name], sinks: [], destinations: [], settings: true };
    expect(refused).toEqual({ status: 409, code: 'would_overwrite', details });
    expect(contentOf(await here.exported())).toEqual(contentOf(before));
    expect(await here.imported(file, '?dryRun=true')).toMatchObject({ templates: { changed: 1 }, settings: 'changed' });
    await here.imported(file, '?overwrite=true');
    expect(contentOf(await here.exported())).toEqual(contentOf(file));
  });

  it('goes with the list of people not to be called, which is taken in as the file it is', async () => {
    for (const place of [1, 2, 3])
      await here.post('/api/suppressions', { number: mobile(place), note: `call 98200 1234${place}`, channel: 'sms' });
    const csv = await (await here.ask('/api/suppressions.csv')).text();
    const request = new Request(`${ORIGIN}/api/suppressions?mode=append&name=moved`, {
      method: 'POST',
      body: csv,
      headers: { 'content-type': 'text/csv', authorization: `Bearer ${TOKEN}` },
    });
    const taken = await worker.fetch(
      request,
      { ...env, EXOTEL_ACCOUNT_SID: 'another-account' },
      createExecutionContext(),
    );
    expect(await taken.json()).toMatchObject({ added: 3, unreadable: 0 });
    const numbers = (await there.list('/api/suppressions')).map(({ number }) => String(number));
    expect(numbers.toSorted()).toEqual([mobile(1), mobile(2), mobile(3)]);
  });

  it('makes a destination it does not know anew: paused, with a secret that is seen once', async () => {
    await setUp();
    const file = await here.exported();
    const moved = {
      ...file,
      destinations: file.destinations.map((each) => Object.assign({}, each, { id: 'elsewhere' })),
    };
    const { secrets } = await there.imported(moved);
    expect(secrets).toEqual([{ id: 'elsewhere', name: 'CRM', secret: expect.stringMatching(/^whsec_/) }]);
    expect(await there.list('/api/destinations')).toMatchObject([{ id: 'elsewhere', state: 'paused' }]);
    expect((await there.imported(moved)).secrets).toEqual([]);
  });

  it('is refused whole where a part of it is wrong, by whoever is no admin, and noted in the trail', async () => {
    await setUp();
    const file = await here.exported();
    const address = (url: string) => ({ ...file, destinations: [{ ...file.destinations[0], id: 'new', url }] });
    for (const [wrong, code] of [
      [address('ftp://crm.example.com/'), 'invalid_destination'],
      [address(`${ORIGIN}/sinks`), 'invalid_destination'],
      [{ ...file, templates: [{ name: 'half' }] }, 'invalid_request'],
      [{ ...file, version: 2 }, 'invalid_request'],
      [{}, 'invalid_request'],
    ] as const)
      expect(await refusalOf(await there.import(wrong))).toMatchObject({ code });
    expect(await there.list('/api/templates')).toEqual([]);
    const launcher = await join('Ravi', 'launcher');
    expect(await refusalOf(await launcher.get('/api/account/export'))).toMatchObject({ code: 'not_allowed' });
    expect(await refusalOf(await launcher.send('POST', '/api/account/import', file))).toMatchObject({
      code: 'not_allowed',
    });
    await here.imported(file, '?dryRun=true');
    const acts = (await here.list('/api/audit')).map(({ what, note }) => [what, note]);
    expect(acts).toEqual(
      expect.arrayContaining([
        ['account.exported', null],
        ['account.imported', 'dry run'],
      ]),
    );
  });
});

describe('any account', () => {
  it('comes out as it was taken in', async () => {
    const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ]{0,18}[a-z]$/);
    const made = { createdAt: fc.constant('2026-11-05T10:00:00.000Z'), createdBy: word };
    const id = fc.stringMatching(/^[a-z0-9]{6,12}$/);
    const template = fc.record({
      id,
      name: word.map((rest) => `Call ${rest}`),
      channel: fc.constant('voice'),
      callerId: fc.constant('08088919888'),
      flow: fc.record({ kind: fc.constant('greeting'), text: word.map((rest) => `Hello ${rest}`) }),
      updatedAt: fc.constant('2026-11-05T10:00:00.000Z'),
      ...made,
    });
    const events = fc.subarray<EventType>(['contact.finished', 'callback.raw', 'import.paused'], { minLength: 1 });
    const destination = fc.record({
      id,
      name: word,
      events,
      url: word.map((path) => `https://crm.example.com/${path.replaceAll(' ', '-')}`),
      ...made,
    });
    const unique = { maxLength: 4, selector: (each: { readonly id: string }) => each.id };
    const account = fc.record({
      templates: fc.uniqueArray(template, unique),
      sinks: fc.uniqueArray(fc.record({ id, name: word, ...made }), unique),
      destinations: fc.uniqueArray(destination, unique),
      approveAbove: fc.option(fc.nat(1_000)),
    });
    let count = 0;
    await fc.assert(
      fc.asyncProperty(account, async ({ approveAbove, ...parts }) => {
        count += 1;
        // The Worker makes ids itself, so ids of an earlier run are ignored.
        const own = <T extends { readonly id: string }>(all: readonly T[]) =>
          all.map((each) => Object.assign({}, each, { id: `${each.id}-${count}` }));
        const file = accountFileSchema.parse({
          kind: 'dialsheet-account',
          version: 1,
          exportedAt: '2026-11-05T10:00:00.000Z',
          accountSid: 'somewhere',
          templates: own(parts.templates),
          sinks: own(parts.sinks),
          destinations: own(parts.destinations),
          settings: { ...DEFAULT_SETTINGS, approveAbove },
          erased: { secretMark: (await here.exported()).erased.secretMark, people: [] },
          tokens: [],
        });
        const account = workerWith({ EXOTEL_ACCOUNT_SID: `account-${count}` });
        await account.imported(file);
        expect(contentOf(await account.exported())).toEqual(contentOf(file));
        expect(await account.imported(file)).toMatchObject({
          templates: { added: 0, changed: 0 },
          settings: 'same',
          sinks: { added: 0, changed: 0 },
          destinations: { added: 0, changed: 0 },
        });
      }),
      { numRuns: 8 },
    );
  });
});
