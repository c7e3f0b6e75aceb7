import { reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { callbackItemSchema, sinkSchema, type CallbackItem, type Sink } from '../../../shared/protocol/sink.ts';
import { MAX_CALLBACK_BYTES } from '../../../shared/limits.ts';
import { MAX_BATCH_BYTES } from '../../../shared/sink-limits.ts';
import { IS_WHOLE } from '../support/whole-run.ts';
import { ask, ORIGIN, post, refusalOf } from '../support/edge.ts';

let sink: Sink;

beforeEach(async () => {
  sink = await makeSink('Website calls');
});
afterEach(reset);

async function makeSink(name: string): Promise<Sink> {
  const answer = await post('/api/sinks', { name });
  expect(answer.status).toBe(201);
  return sinkSchema.parse(await answer.json());
}

function send(url: string, body: BodyInit, type: string): Promise<Response> {
  return ask(url, { token: null, method: 'POST', body, headers: { 'content-type': type } });
}

const sendJson = (url: string, body: unknown) => send(url, JSON.stringify(body), 'application/json');

async function search(query: Readonly<Record<string, string>> = {}): Promise<{ items: CallbackItem[]; total: number }> {
  const answer = await ask(`/api/callbacks?${new URLSearchParams(query).toString()}`);
  return pageSchema(callbackItemSchema).parse(await answer.json());
}

async function exported(query: Readonly<Record<string, string>> = {}): Promise<CallbackItem[]> {
  const answer = await ask(`/api/callbacks.ndjson?${new URLSearchParams(query).toString()}`);
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => callbackItemSchema.parse(JSON.parse(line)));
}

const BUSY = { CallSid: 'call-1', CallFrom: '09876543210', Status: 'no-answer', CampaignSid: 'camp-1' };

describe('a sink', () => {
  it('has a signed address for each kind, and is listed under its name', async () => {
    expect(Object.keys(sink.urls)).toEqual(['call', 'schedule', 'campaign', 'sms', 'passthru']);
    expect(sink.urls.call).toMatch(new RegExp(`^${ORIGIN}/sinks/${sink.id}/[\\w-]{22}/call$`));
    const second = await makeSink('IVR');
    const page = pageSchema(sinkSchema).parse(await (await ask('/api/sinks')).json());
    expect(page).toEqual({ items: [second, sink], total: 2, offset: 0, limit: 50 });
    expect(sinkSchema.parse(await (await ask(`/api/sinks/${sink.id}`)).json())).toEqual(sink);
  });

  it('keeps what it takes as it came, and says what it understood', async () => {
    const body = JSON.stringify(BUSY, null, 1);
    expect((await send(sink.urls.call, body, 'application/json')).status).toBe(200);
    const { items, total } = await search();
    expect(total).toBe(1);
    expect(items[0]).toEqual({
      id: `${sink.id}-1`,
      receivedAt: items[0]?.receivedAt,
      sink: sink.id,
      kind: 'call',
      campaign: 'camp-1',
      number: '+919876543210',
      callSid: 'call-1',
      status: 'no_answer',
      method: 'POST',
      contentType: 'application/json',
      query: '',
      body,
    });
  });

  it.each([
    ['a form', 'CallSid=c2&To=09876543211&Status=completed', 'application/x-www-form-urlencoded', 'completed'],
    ['JSON sent as text', '{"call_sid":"c2","number":"+919876543211","status":"Busy"}', 'text/plain', 'busy'],
    ['a status nobody knows', 'CallSid=c2&To=9876543211&Status=Ringing%20Twice', 'text/plain', 'Ringing Twice'],
  ])('understands %s', async (_, body, type, status) => {
    await send(sink.urls.sms, body, type);
    expect((await search()).items).toMatchObject([
      { kind: 'sms', callSid: 'c2', number: '+919876543211', status, body, contentType: type },
    ]);
  });

  it('takes Passthru, which sends everything in its address', async () => {
    const query = 'CallSid=c3&From=09876543212&digits=%229%22';
    const answer = await ask(`${sink.urls.passthru}?${query}`, { token: null });
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
    expect((await search()).items).toMatchObject([
      { kind: 'passthru', method: 'GET', query, body: '', number: '+919876543212', callSid: 'c3', contentType: null },
    ]);
  });

  it('keeps what nobody can read, bytes that are no text included', async () => {
    await send(sink.urls.campaign, new Uint8Array([0xff, 0xfe, 0x00, 0x41]), 'application/octet-stream');
    await send(sink.urls.campaign, '{"broken":', 'application/json');
    await send(sink.urls.campaign, '', 'text/plain');
    const items = await exported();
    expect(items.map(({ body, encoding }) => [body, encoding])).toEqual([
      ['//4AQQ==', 'base64'],
      ['{"broken":', undefined],
      ['', undefined],
    ]);
  });

  it('says nothing of itself at an address it did not sign', async () => {
    const other = await makeSink('Another');
    const forged = [
      sink.urls.call.replace('/call', '/sms'),
      sink.urls.call.replace(sink.id, other.id),
      `${ORIGIN}/sinks/${sink.id}/${'A'.repeat(22)}/call`,
      `${ORIGIN}/sinks/${sink.id}/x/__proto__`,
    ];
    for (const url of forged) {
      expect(await refusalOf(await sendJson(url, BUSY))).toEqual({ status: 404, code: 'not_found' });
    }
    expect((await search()).total).toBe(0);
  });

  it('refuses a body over 64 KB and keeps none of it', async () => {
    const answer = await send(sink.urls.call, 'x'.repeat(65_537), 'text/plain');
    expect(await refusalOf(answer)).toEqual({ status: 413, code: 'body_too_large' });
    expect((await search()).total).toBe(0);
  });

  it('takes every copy as a line of its own', async () => {
    await sendJson(sink.urls.call, BUSY);
    await sendJson(sink.urls.call, BUSY);
    expect((await exported()).map(({ id }) => id)).toEqual([`${sink.id}-1`, `${sink.id}-2`]);
  });

  it('goes with every callback it holds', async () => {
    await sendJson(sink.urls.call, BUSY);
    const other = await makeSink('Another');
    await sendJson(other.urls.call, BUSY);
    expect((await ask(`/api/sinks/${sink.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await search()).items.map((item) => item.sink)).toEqual([other.id]);
    expect(await refusalOf(await sendJson(sink.urls.call, BUSY))).toEqual({ status: 404, code: 'not_found' });
    expect(await refusalOf(await ask(`/api/sinks/${sink.id}`))).toEqual({ status: 404, code: 'sink_not_found' });
    expect(await refusalOf(await ask(`/api/callbacks?sink=${sink.id}`))).toEqual({
      status: 404,
      code: 'sink_not_found',
    });
  });
});

describe('an event of our own that comes round by another name', () => {
  it('is turned away for good, so that nothing goes round for ever', async () => {
    const headers = { 'user-agent': 'Dialsheet/0.3.0', 'webhook-id': 'raw-1', 'webhook-signature': 'v1,x' };
    const answer = await ask(sink.urls.call, { token: null, method: 'POST', body: '{}', headers });
    expect(await refusalOf(answer)).toEqual({ status: 410, code: 'own_event' });
  });
});

describe('a search', () => {
  beforeEach(async () => {
    await sendJson(sink.urls.call, BUSY);
    await sendJson(sink.urls.schedule, { number: '9876543211', to: '08088919888', status: 'completed' });
    await sendJson(sink.urls.sms, { To: '+919876543210', SmsStatus: 'sent', SmsSid: 's1' });
  });

  it.each([
    ['number', { number: '98765 43210' }, ['sms', 'call']],
    ['any number in it, not only the first', { number: '08088919888' }, ['schedule']],
    ['E.164 with its plus lost on the way', { number: ' 919876543211' }, ['schedule']],
    ['kind', { kind: 'schedule' }, ['schedule']],
    ['status, however it is spelt', { status: 'No Answer' }, ['call']],
    ['status with marks', { status: 'NO-answer' }, ['call']],
    ["Exotel's own word for it, which says more than ours", { status: 'Sent' }, ['sms']],
    ['our word for it', { status: 'completed' }, ['sms', 'schedule']],
    ['campaign', { campaign: 'camp-1' }, ['call']],
    ['several at once', { number: '9876543210', kind: 'sms' }, ['sms']],
    ['nothing, newest first', {}, ['sms', 'schedule', 'call']],
  ])('finds by %s', async (_, query, kinds) => {
    const { items, total } = await search(query);
    expect(items.map(({ kind }) => kind)).toEqual(kinds);
    expect(total).toBe(kinds.length);
  });

  it('takes the first moment in and leaves the last one out', async () => {
    const [, middle] = await exported();
    const at = middle?.receivedAt ?? '';
    const from = await exported({ from: at });
    const before = await exported({ to: at });
    expect(from.every(({ receivedAt }) => receivedAt >= at)).toBe(true);
    expect(before.every(({ receivedAt }) => receivedAt < at)).toBe(true);
    expect(from.length + before.length).toBe(3);
  });

  it('takes the same in a body, where no number stands in an address', async () => {
    const answer = await post('/api/callbacks/find', { number: '+919876543210', limit: 1 });
    expect(await answer.json()).toMatchObject({ total: 2, offset: 0, limit: 1, items: [{ kind: 'sms' }] });
  });

  it('is a file for a spreadsheet, too, where no cell is run', async () => {
    const own = await makeSink('For a sheet');
    await sendJson(own.urls.call, { ...BUSY, Note: 'first' });
    await send(own.urls.sms, '=1+1', 'text/plain');
    const asked = await post('/api/callbacks/export', { sink: own.id, format: 'csv' });
    expect(asked.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const csv = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await asked.arrayBuffer());
    expect(csv.startsWith('\uFEFFReceived at,Sink or import,Kind,Number,Status')).toBe(true);
    const rows = csv.trim().split('\r\n').slice(1);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain(`${own.id},call,+919876543210,no_answer,camp-1,call-1,POST,application/json`);
    expect(rows[1]?.endsWith("'=1+1")).toBe(true);
    const lines = await (await post('/api/callbacks/export', { sink: own.id, kind: 'sms' })).text();
    expect(lines.trim().split('\n')).toHaveLength(1);
    expect(await refusalOf(await post('/api/callbacks/export', { sink: 'nobody' }))).toEqual({
      status: 404,
      code: 'sink_not_found',
    });
  });

  it('refuses what is no number, no time or no import', async () => {
    expect(await refusalOf(await ask('/api/callbacks?number=abc'))).toMatchObject({ status: 400 });
    expect(await refusalOf(await ask('/api/callbacks?from=yesterday'))).toMatchObject({ status: 400 });
    expect(await refusalOf(await ask('/api/callbacks?import=nosuchone'))).toMatchObject({ code: 'import_not_found' });
    expect(await refusalOf(await ask('/api/callbacks?offset=10000'))).toMatchObject({ code: 'search_too_wide' });
  });

  it.each(['?nmber=9876543210', '?code=busy', '?Kind=call', '.ndjson?since=2026-01-01T00:00:00Z', '/live?sinks=x'])(
    'refuses what is no filter, and does not answer with everything: %s',
    async (asked) => {
      const refusal = await refusalOf(await ask(`/api/callbacks${asked}`, { headers: { upgrade: 'websocket' } }));
      expect(refusal).toMatchObject({ status: 400, code: 'invalid_request' });
    },
  );

  it('refuses the same in a body', async () => {
    for (const way of ['find', 'export']) {
      const answer = await post(`/api/callbacks/${way}`, { nmber: '9876543210' });
      expect(await refusalOf(answer)).toMatchObject({ status: 400, code: 'invalid_request' });
    }
  });

  it('takes the plus of a time as it comes in an address, as a space', async () => {
    const { total } = pageSchema(callbackItemSchema).parse(
      await (await ask('/api/callbacks?from=2000-01-01T00:00:00+05:30&to=2100-01-01T00:00:00+05:30')).json(),
    );
    expect(total).toBe(3);
  });
});

/** As many as a batch has, without a request for each. */
async function fill(count: number): Promise<void> {
  const body = new TextEncoder().encode(JSON.stringify(BUSY));
  const way = { kind: 'call', method: 'POST', contentType: 'application/json', query: '', body };
  await runInDurableObject(env.SINKS.getByName(sink.id), async (object) => {
    for (let n = 0; n < count; n += 1) await object.receive({ ...way, receivedAt: Date.now() });
  });
}

describe('the archive of a sink', () => {
  it('takes full batches to KV, and everything is found there as before', async () => {
    for (let n = 0; n < 520; n += 1) await sendJson(sink.urls.call, { ...BUSY, CallSid: `call-${n}` });
    const before = await exported();
    await runDurableObjectAlarm(env.SINKS.getByName(sink.id));
    const { keys } = await env.CALLBACKS.list({ prefix: `sinks/${sink.id}/` });
    expect(keys.map(({ name }) => name)).toEqual([`sinks/${sink.id}/00000001`]);
    expect(await exported()).toEqual(before);
    expect(before.map(({ id }) => id)).toEqual(Array.from({ length: 520 }, (_, n) => `${sink.id}-${n + 1}`));
    await sendJson(sink.urls.call, BUSY);
    expect((await exported()).at(-1)?.id).toBe(`${sink.id}-521`);
  });

  it('stays in KV for as long as callbacks are kept, and no longer', async () => {
    await fill(500);
    await runDurableObjectAlarm(env.SINKS.getByName(sink.id));
    const { keys } = await env.CALLBACKS.list({ prefix: `sinks/${sink.id}/` });
    const days = keys.map(({ expiration = 0 }) => Math.round((expiration - Date.now() / 1000) / 86_400));
    expect(days).toEqual([90]);
  });

  it('counts bytes, not letters: what is written in Hindi is found again, too', async () => {
    const object = env.SINKS.getByName(sink.id);
    // Each has sixty kilobytes in twenty thousand letters; by night they are together more than KV answers at once.
    const body = new TextEncoder().encode(JSON.stringify({ ...BUSY, Notes: 'नमस्ते '.repeat(2_800) }));
    const way = { kind: 'call', method: 'POST', contentType: null, query: '' };
    const count = IS_WHOLE ? 480 : 160;
    for (let n = 0; n < count; n += 1) await object.receive({ ...way, receivedAt: Date.now(), body });
    await runDurableObjectAlarm(object);
    const { keys } = await env.CALLBACKS.list({ prefix: `sinks/${sink.id}/` });
    const sizes = await Promise.all(
      keys.map(async ({ name }) => (await env.CALLBACKS.get(name, 'arrayBuffer'))?.byteLength),
    );
    expect(sizes.filter((bytes) => (bytes ?? 0) > MAX_BATCH_BYTES + 2 * MAX_CALLBACK_BYTES)).toEqual([]);
    expect((await search({ number: BUSY.CallFrom })).total).toBe(count);
  });

  it('leaves nothing in KV when its sink is deleted', async () => {
    await fill(501);
    await runDurableObjectAlarm(env.SINKS.getByName(sink.id));
    await ask(`/api/sinks/${sink.id}`, { method: 'DELETE' });
    expect((await env.CALLBACKS.list({ prefix: `sinks/${sink.id}/` })).keys).toEqual([]);
  });
});

describe('handing over', () => {
  it('comes to an end however fast callbacks arrive, and keeps none of them', async () => {
    await Promise.all([1, 2, 3].map((n) => sendJson(sink.urls.call, { ...BUSY, CallSid: `call-${n}` })));
    const told: number[] = [];
    const find = env.SINK_DIRECTORY.getByName.bind(env.SINK_DIRECTORY);
    vi.spyOn(env.SINK_DIRECTORY, 'getByName').mockImplementation((name: string) =>
      Object.assign(find(name), {
        interest: () => Promise.resolve({ wanted: ['callback.raw'], watched: false }),
        tell: async (events: readonly unknown[]) => {
          told.push(events.length);
          // A new callback arrives while these are handed over, so a loop until none is left would not end.
          if (told.length < 5) await sendJson(sink.urls.call, BUSY);
        },
      }),
    );
    await runDurableObjectAlarm(env.SINKS.getByName(sink.id));
    expect(told).toEqual([3]);
    await runDurableObjectAlarm(env.SINKS.getByName(sink.id));
    expect(told).toEqual([3, 1]);
    vi.restoreAllMocks();
    expect((await search()).total).toBe(5);
  });
});
