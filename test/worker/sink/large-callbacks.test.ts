import { reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_CALLBACK_BYTES } from '../../../shared/limits.ts';
import { newDestinationSchema } from '../../../shared/protocol/destination.ts';
import { sinkSchema } from '../../../shared/protocol/sink.ts';
import { waitingLines } from '../../../worker/callbacks/waiting-batch.ts';
import { newEvent } from '../../../worker/events/outgoing-event.ts';
import { ask, post } from '../support/edge.ts';
import { receiverAt } from '../support/receiver.ts';

/** Cloudflare's limit for the answer of one object to another. */
const MOST_AT_ONCE = 32 * 1024 * 1024;

let id: string;

beforeEach(async () => {
  const answer = await post('/api/sinks', { name: 'Website calls' });
  ({ id } = sinkSchema.parse(await answer.json()));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await reset();
});

async function take(count: number, body: Uint8Array): Promise<void> {
  const way = { kind: 'call', method: 'POST', contentType: null, query: '', body };
  await runInDurableObject(env.SINKS.getByName(id), async (object) => {
    for (let n = 0; n < count; n += 1) await object.receive({ ...way, receivedAt: Date.now() });
  });
}

const foundOf = async () => (await (await ask(`/api/callbacks?sink=${id}`)).json<{ total: number }>()).total;

describe('callbacks as large as they may be', () => {
  it('are found while KV takes none of them, however many wait for it', async () => {
    vi.spyOn(env.CALLBACKS, 'put').mockRejectedValue(new Error('KV is away'));
    // These bytes are not text, so they are kept as base64, which is a third longer.
    const body = new Uint8Array(MAX_CALLBACK_BYTES).fill(255);
    const count = Math.ceil((1.1 * MOST_AT_ONCE) / (1.33 * body.byteLength));
    await take(count, body);
    expect(await foundOf()).toBe(count);
    vi.restoreAllMocks();
    await runDurableObjectAlarm(env.SINKS.getByName(id));
    expect((await env.CALLBACKS.list({ prefix: `sinks/${id}/` })).keys.length).toBeGreaterThan(0);
    expect(await foundOf()).toBe(count);
  });

  it('are handed on, all of them, where each is many times as long in JSON', async () => {
    const wish = { name: 'CRM', url: receiverAt('large').url, events: ['callback.raw'] };
    const crm = newDestinationSchema.parse(await (await post('/api/destinations', wish)).json());
    const destination = env.DESTINATIONS.getByName(crm.id);
    await destination.change({ paused: true });
    const body = new Uint8Array(MAX_CALLBACK_BYTES).fill(1);
    const count = Math.ceil((1.1 * MOST_AT_ONCE) / (6 * body.byteLength));
    await take(count, body);
    await runDurableObjectAlarm(env.SINKS.getByName(id));
    expect((await destination.deliveries('pending', { offset: 0, limit: 1 }))?.total).toBe(count);
  });

  it('are a page of the log like others', async () => {
    const wish = { name: 'CRM', url: receiverAt('large-log').url, events: ['callback.raw'] };
    const crm = newDestinationSchema.parse(await (await post('/api/destinations', wish)).json());
    const destination = env.DESTINATIONS.getByName(crm.id);
    await destination.change({ paused: true });
    const body = '\u0001'.repeat(MAX_CALLBACK_BYTES);
    const sent = (n: number) => newEvent(`raw-${n}`, 'callback.raw', Date.now(), { body });
    const sample = sent(0);
    const count = Math.ceil((1.1 * MOST_AT_ONCE) / (2 * sample.body.length));
    for (let n = 1; n <= count; n += 1) await destination.enqueue([sent(n)]);
    // After one try of each, the log shows what was sent and what was signed.
    await Promise.all(Array.from({ length: count }, (_, n) => destination.replayOne(`raw-${n + 1}`)));
    const log = await (
      await ask(`/api/destinations/${crm.id}/deliveries?limit=${count}`)
    ).json<{ items: { id: string }[] }>();
    expect(log.items.map(({ id: each }) => each)).toEqual(Array.from({ length: count }, (_, n) => `raw-${count - n}`));
  });
});

describe('a batch that goes to KV while it is looked through', () => {
  it('is read there', async () => {
    const key = `sinks/${id}/00000001`;
    await env.CALLBACKS.put(key, 'one\ntwo');
    const read = waitingLines(env.CALLBACKS, [{ batch: 1, key, lines: null }], () => Promise.resolve(null));
    const lines: string[] = [];
    for await (const line of read) lines.push(line);
    expect(lines).toEqual(['one', 'two']);
  });

  it('is asked for once it is known not to be there', async () => {
    await take(1, new TextEncoder().encode('a'));
    const object = env.SINKS.getByName(id);
    expect((await object.waitingLines(1))?.length).toBe(1);
    expect(await object.waitingLines(2)).toBe(null);
  });
});
