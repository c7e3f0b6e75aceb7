import { reset, runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  deliverySchema,
  newDestinationSchema,
  destinationSchema,
  type Delivery,
} from '../../../shared/protocol/destination.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { sinkSchema, type Sink } from '../../../shared/protocol/sink.ts';
import { ask, ORIGIN, post, refusalOf } from '../support/edge.ts';
import { receiverAt } from '../support/receiver.ts';

let sink: Sink;
let count = 0;
let receiver: ReturnType<typeof receiverAt>;

beforeEach(async () => {
  count += 1;
  receiver = receiverAt(`crm-${count}`);
  sink = sinkSchema.parse(await (await post('/api/sinks', { name: 'Calls' })).json());
});
afterEach(async () => {
  vi.restoreAllMocks();
  await reset();
});

async function makeDestination(change: object = {}) {
  const answer = await post('/api/destinations', {
    name: 'CRM',
    url: receiver.url,
    events: ['callback.raw'],
    ...change,
  });
  expect(answer.status).toBe(201);
  return newDestinationSchema.parse(await answer.json());
}

async function view(id: string) {
  return destinationSchema.parse(await (await ask(`/api/destinations/${id}`)).json());
}

async function deliveries(id: string, query = ''): Promise<Delivery[]> {
  return pageSchema(deliverySchema).parse(await (await ask(`/api/destinations/${id}/deliveries${query}`)).json()).items;
}

function call(sid: string): Promise<Response> {
  const body = JSON.stringify({ CallSid: sid, From: '09876543210', Status: 'completed' });
  return ask(sink.urls.call, { token: null, method: 'POST', body, headers: { 'content-type': 'application/json' } });
}

/** Does what alarms would do a moment later: the sink hands over, the destination sends. */
async function pass(id: string): Promise<void> {
  await runDurableObjectAlarm(env.SINKS.getByName(sink.id));
  await runDurableObjectAlarm(env.DESTINATIONS.getByName(id));
}

describe('a destination', () => {
  it('gets every callback of a sink, signed so that an independent library takes it', async () => {
    const { id, secret } = await makeDestination();
    await call('c1');
    await pass(id);
    const [got, ...others] = await receiver.received();
    expect(others).toEqual([]);
    expect(got?.headers['webhook-id']).toBe(`raw-${sink.id}-1`);
    expect(new Webhook(secret).verify(got?.body ?? '', got?.headers ?? {})).toMatchObject({
      type: 'callback.raw',
      data: { id: `${sink.id}-1`, sink: sink.id, callSid: 'c1', number: '+919876543210', status: 'completed' },
    });
    expect(() => new Webhook(secret).verify(`${got?.body} `, got?.headers ?? {})).toThrow();
    expect(await deliveries(id)).toMatchObject([
      {
        id: `raw-${sink.id}-1`,
        status: 'delivered',
        attempts: 1,
        nextAt: null,
        last: { response: { status: 200 }, problem: null },
      },
    ]);
  });

  it('shows its secret once', async () => {
    const { id, secret, ...made } = await makeDestination();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await view(id)).toEqual({ ...made, id });
    expect(JSON.stringify(await (await ask('/api/destinations')).json())).not.toContain(secret);
  });

  it('signs with both secrets after a rotation', async () => {
    const { id, secret } = await makeDestination();
    const rotated = newDestinationSchema.parse(await (await post(`/api/destinations/${id}/rotate`)).json());
    await call('c1');
    await pass(id);
    const [got] = await receiver.received();
    for (const each of [secret, rotated.secret]) {
      expect(() => new Webhook(each).verify(got?.body ?? '', got?.headers ?? {})).not.toThrow();
    }
  });

  it('signs with every secret that was replaced within a day, and no longer', async () => {
    const { id, secret: first } = await makeDestination();
    const rotate = async () =>
      newDestinationSchema.parse(await (await post(`/api/destinations/${id}/rotate`)).json()).secret;
    const realNow = Date.now;
    let aheadMs = 0;
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + aheadMs);
    const hour = 3_600_000;
    const second = await rotate();
    aheadMs += 10 * hour;
    const third = await rotate();
    const until = async () => (Date.parse((await view(id)).formerSecretUntil ?? '') - realNow()) / hour;
    expect(Math.round(await until())).toBe(34);
    const signing = async () => {
      await call('c');
      await pass(id);
      const { headers, body } = (await receiver.received()).at(-1) ?? { headers: {}, body: '' };
      const signedAt = new Date(Number(headers['webhook-timestamp']) * 1000);
      const given = headers['webhook-signature']?.split(' ') ?? [];
      const by = (secret: string) => new Webhook(secret).sign(headers['webhook-id'] ?? '', signedAt, body);
      return given.map((each) => [first, second, third].findIndex((secret) => by(secret) === each) + 1);
    };
    expect(await signing()).toEqual([3, 2, 1]);
    aheadMs += 14 * hour + 1_000;
    expect(await signing()).toEqual([3, 2]);
    aheadMs += 10 * hour;
    expect(await signing()).toEqual([3]);
    expect((await view(id)).formerSecretUntil).toBe(null);
  });

  it('tries again what was not taken, with the same id and body and a new signature', async () => {
    await receiver.answers({ status: 500, body: 'no database' }, { status: 200 });
    const { id } = await makeDestination();
    await call('c1');
    await pass(id);
    expect(await deliveries(id, '?status=pending')).toMatchObject([
      { attempts: 1, last: { response: { status: 500, body: 'no database' }, problem: { code: 'receiver_failed' } } },
    ]);
    expect(await view(id)).toMatchObject({ state: 'active', failures: 1 });
    const [first] = await receiver.received();
    expect((await post(`/api/destinations/${id}/deliveries/raw-${sink.id}-1/replay`)).status).toBe(200);
    const [, second] = await receiver.received();
    expect([second?.headers['webhook-id'], second?.body]).toEqual([first?.headers['webhook-id'], first?.body]);
    expect(await deliveries(id, '?status=delivered')).toHaveLength(1);
  });

  it('follows no redirect, and is switched off by 410', async () => {
    const other = receiverAt(`elsewhere-${count}`);
    await receiver.answers({ status: 302, headers: { location: other.url } }, { status: 410 });
    const { id } = await makeDestination();
    await call('c1');
    await pass(id);
    expect(await deliveries(id)).toMatchObject([{ status: 'pending', last: { problem: { code: 'redirect' } } }]);
    expect(await other.received()).toEqual([]);
    await call('c2');
    await pass(id);
    expect(await view(id)).toMatchObject({ state: 'disabled' });
    const revived = await ask(`/api/destinations/${id}`, {
      method: 'PATCH',
      body: '{"paused":false}',
      headers: { 'content-type': 'application/json' },
    });
    expect(await revived.json()).toMatchObject({ state: 'active', failures: 0 });
  });

  it('says what a receiver answers to a sample, at once and once', async () => {
    await receiver.answers({ status: 401, body: 'bad signature' });
    const { id } = await makeDestination();
    const tried = deliverySchema.parse(await (await post(`/api/destinations/${id}/test`)).json());
    expect(tried).toMatchObject({
      status: 'failed',
      attempts: 1,
      last: { response: { status: 401, body: 'bad signature' }, problem: { code: 'unauthorised' } },
    });
    expect(await receiver.received()).toHaveLength(1);
    expect(await view(id)).toMatchObject({ state: 'active', failures: 0 });
  });

  it('gets what was kept before it was made, under the same ids as everybody else', async () => {
    await call('c1');
    await call('c2');
    const { id } = await makeDestination();
    const range = { from: '2000-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
    const answer = await post(`/api/destinations/${id}/replay`, range);
    expect([answer.status, await answer.json()]).toEqual([202, { replayed: 2 }]);
    await pass(id);
    const ids = (await receiver.received()).map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids)).toEqual(new Set([`raw-${sink.id}-1`, `raw-${sink.id}-2`]));
    expect(await (await post(`/api/destinations/${id}/replay`, { ...range, failedOnly: true })).json()).toEqual({
      replayed: 0,
    });
  });

  it('holds up nobody else while it is paused, and loses nothing', async () => {
    const { id } = await makeDestination();
    const other = receiverAt(`other-${count}`);
    const second = await makeDestination({ url: other.url });
    const change = (paused: boolean) =>
      ask(`/api/destinations/${id}`, {
        method: 'PATCH',
        body: JSON.stringify({ paused }),
        headers: { 'content-type': 'application/json' },
      });
    await change(true);
    await call('c1');
    await pass(id);
    await runDurableObjectAlarm(env.DESTINATIONS.getByName(second.id));
    expect([await receiver.received(), (await other.received()).length]).toEqual([[], 1]);
    await change(false);
    await runDurableObjectAlarm(env.DESTINATIONS.getByName(id));
    expect(await receiver.received()).toHaveLength(1);
  });

  it('goes with its log', async () => {
    const { id } = await makeDestination();
    expect((await ask(`/api/destinations/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await refusalOf(await ask(`/api/destinations/${id}`))).toEqual({
      status: 404,
      code: 'destination_not_found',
    });
    expect(await refusalOf(await ask(`/api/destinations/nosuch/deliveries`))).toMatchObject({
      code: 'destination_not_found',
    });
  });

  it('is never this Worker itself', async () => {
    const answer = await post('/api/destinations', { name: 'Me', url: `${ORIGIN}/hook`, events: ['callback.raw'] });
    expect(await refusalOf(answer)).toMatchObject({ status: 422, code: 'invalid_destination' });
  });
});
