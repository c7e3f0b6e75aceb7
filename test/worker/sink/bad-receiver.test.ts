import { abortAllDurableObjects, reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliverySchema, destinationSchema, newDestinationSchema } from '../../../shared/protocol/destination.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { newEvent, type OutgoingEvent } from '../../../worker/events/outgoing-event.ts';
import { sendEvent } from '../../../worker/sink/send-event.ts';
import { ask, post } from '../support/edge.ts';
import { receiverAt } from '../support/receiver.ts';

const EVENT_COUNT = 12;
const realNow = Date.now;
let aheadMs = 0;
let receiver: ReturnType<typeof receiverAt>;
let count = 0;

beforeEach(() => {
  count += 1;
  aheadMs = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => realNow() + aheadMs);
  receiver = receiverAt(`bad-${count}`);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await reset();
});

async function makeDestination(
  url = receiver.url,
  events = ['callback.raw', 'destination.failing', 'destination.disabled'],
) {
  return newDestinationSchema.parse(await (await post('/api/destinations', { name: 'CRM', url, events })).json());
}

const object = (id: string) => env.DESTINATIONS.getByName(id);

async function view(id: string) {
  return destinationSchema.parse(await (await ask(`/api/destinations/${id}`)).json());
}

async function deliveries(id: string, status: string) {
  const answer = await ask(`/api/destinations/${id}/deliveries?status=${status}`);
  return pageSchema(deliverySchema).parse(await answer.json()).items;
}

function someEvents(from = 0, many = EVENT_COUNT): OutgoingEvent[] {
  return Array.from({ length: many }, (_, i) =>
    newEvent(`raw-${from + i}`, 'callback.raw', Date.now(), { n: from + i }),
  );
}

/** Runs alarms, each at its time, until none is left or `most` have run. */
async function runAlarms(id: string, most = 200): Promise<void> {
  for (let i = 0; i < most; i += 1) {
    const at = await runInDurableObject(object(id), (_, state) => state.storage.getAlarm());
    if (at === null) return;
    aheadMs += Math.max(0, at - Date.now());
    await runDurableObjectAlarm(object(id));
  }
}

describe('a receiver that fails, lies and dies', () => {
  it('gets every event in the end, under one id and body, each try signed anew', async () => {
    const dies = { status: 200, dies: true };
    await receiver.answers(
      { status: 500, body: 'no database' },
      dies,
      { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
      { status: 429, headers: { 'retry-after': '7' } },
      { status: 200, endless: true },
      { status: 503, headers: { 'retry-after': 'soon' } },
      dies,
      { status: 204 },
      { status: 404, body: '<!doctype html>' },
      { status: 418 },
      { status: 200, body: 'ok' },
    );
    const { id, secret } = await makeDestination();
    await object(id).enqueue(someEvents());
    await runDurableObjectAlarm(object(id));
    await abortAllDurableObjects();
    await runAlarms(id);
    expect(await deliveries(id, 'delivered')).toHaveLength(EVENT_COUNT);
    expect([await deliveries(id, 'pending'), await deliveries(id, 'failed')]).toEqual([[], []]);
    const got = await receiver.received();
    const bodies = new Map<string, Set<string>>();
    for (const { headers, body } of got) {
      const signedAt = new Date(Number(headers['webhook-timestamp']) * 1000);
      const signature = new Webhook(secret).sign(headers['webhook-id'] ?? '', signedAt, body);
      expect(headers['webhook-signature']).toBe(signature);
      const eventId = headers['webhook-id'] ?? '';
      bodies.set(eventId, (bodies.get(eventId) ?? new Set()).add(body));
    }
    expect([...bodies.keys()].toSorted()).toEqual(
      someEvents()
        .map((event) => event.id)
        .toSorted(),
    );
    expect([...bodies.values()].every((each) => each.size === 1)).toBe(true);
    expect(await view(id)).toMatchObject({ state: 'active', failures: 0, failingSince: null });
  });

  it('that names a time is asked nothing before it, of any event', async () => {
    await receiver.answers({ status: 429, headers: { 'retry-after': '3600' } }, { status: 200 });
    const { id } = await makeDestination();
    await object(id).enqueue(someEvents(0, 1));
    await runDurableObjectAlarm(object(id));
    await object(id).enqueue(someEvents(1, 1));
    const at = await runInDurableObject(object(id), (_, state) => state.storage.getAlarm());
    expect((at ?? 0) - Date.now()).toBeGreaterThan(3_500_000);
    await runDurableObjectAlarm(object(id));
    expect(await receiver.received()).toHaveLength(1);
    await runAlarms(id);
    expect(await deliveries(id, 'delivered')).toHaveLength(2);
  });

  it('that takes nothing for days is warned of at the others, then switched off; what came since is sent by one press', async () => {
    await receiver.answers({ status: 500 });
    const other = receiverAt(`bad-other-${count}`);
    const { id } = await makeDestination();
    const { id: watcher } = await makeDestination(other.url);
    for (let hour = 0; hour < 126 && (await view(id)).state !== 'disabled'; hour += 6) {
      await object(id).enqueue(someEvents(hour, 2));
      await runDurableObjectAlarm(object(id));
      aheadMs += 6 * 3_600_000;
    }
    expect(await view(id)).toMatchObject({ state: 'disabled', disablesAt: null });
    await object(id).enqueue(someEvents(900, 3));
    expect((await deliveries(id, 'failed')).filter((each) => each.id.startsWith('raw-90'))).toHaveLength(3);
    await runAlarms(watcher);
    const told = (await other.received()).map(({ headers }) => (headers['webhook-id'] ?? '').split(`-${id}-`)[0]);
    expect(told.filter((each) => each === 'destination-disabled')).toHaveLength(1);
    expect(told.filter((each) => each === 'destination-failing').length).toBeGreaterThanOrEqual(4);
    await receiver.answers({ status: 200 });
    const patch = { method: 'PATCH', body: '{"paused":false}', headers: { 'content-type': 'application/json' } };
    expect(await (await ask(`/api/destinations/${id}`, patch)).json()).toMatchObject({ state: 'active' });
    const range = { from: '2000-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z', failedOnly: true };
    expect((await post(`/api/destinations/${id}/replay`, range)).status).toBe(202);
    await runAlarms(id);
    expect([await deliveries(id, 'failed'), await deliveries(id, 'pending')]).toEqual([[], []]);
  });

  it('that stalls is let go after the time it has', async () => {
    const stalls: typeof fetch = (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('late', 'TimeoutError')));
      });
    const [event] = someEvents();
    if (event === undefined) throw new Error('no event');
    const secrets = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'];
    const tried = await sendEvent(event, { url: receiver.url, secrets, fetch: stalls, now: Date.now, timeoutMs: 5 });
    expect([tried.problem, tried.attempt.response, tried.attempt.problem?.code]).toEqual(['timeout', null, 'timeout']);
  });

  it('that says 200 and then stalls, or pours out headers, is taken at its word and kept short', async () => {
    const [event] = someEvents();
    if (event === undefined) throw new Error('no event');
    const answer =
      (body: ReadableStream, headers: Record<string, string> = {}) =>
      () =>
        Promise.resolve(new Response(body, { status: 200, headers }));
    const secrets = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'];
    const send = (fetcher: typeof fetch) =>
      sendEvent(event, { url: receiver.url, secrets, fetch: fetcher, now: Date.now, timeoutMs: 5 });
    const breaking = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('half'));
        controller.error(new DOMException('late', 'TimeoutError'));
      },
    });
    expect((await send(answer(breaking))).problem).toBe(null);
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`x-${at}`, 'y'.repeat(5_000)]));
    const poured = await send(answer(new Blob(['ok']).stream(), { ...many, location: 'https://a.example/' }));
    const headers = poured.attempt.response?.headers ?? {};
    expect(JSON.stringify(headers).length).toBeLessThan(6_000);
    expect(headers['location']).toBe('https://a.example/');
  });
});
