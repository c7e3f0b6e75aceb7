import { reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { MAX_REPLAYED_EVENTS } from '../../../shared/sink-limits.ts';
import { deliverySchema, newDestinationSchema } from '../../../shared/protocol/destination.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { sinkSchema } from '../../../shared/protocol/sink.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { archiveNow, driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { receiverAt } from '../support/receiver.ts';
import { standIn } from '../support/stand-in.ts';

const EVER = { from: '2000-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
let count = 0;

beforeEach(() => {
  startClock();
  count += 1;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await reset();
});

async function makeDestination(name: string) {
  const receiver = receiverAt(`replay-${name}-${count}`);
  const asked = { name, url: receiver.url, events: ['callback.raw'] };
  const { id } = newDestinationSchema.parse(await (await post('/api/destinations', asked)).json());
  return { id, receiver, object: env.DESTINATIONS.getByName(id) };
}

type Made = Awaited<ReturnType<typeof makeDestination>>;

async function replay({ id }: Made, range: object = EVER) {
  const answer = await post(`/api/destinations/${id}/replay`, range);
  return answer.status === 202
    ? z.object({ replayed: z.int() }).parse(await answer.json()).replayed
    : refusalOf(answer);
}

/** Everything that the destination received, by id, once nothing waits any more. */
async function got({ receiver, object }: Made): Promise<Map<string, string>> {
  while (await runDurableObjectAlarm(object));
  return new Map((await receiver.received()).map(({ headers, body }) => [headers['webhook-id'] ?? '', body]));
}

/** An import whose calls, contacts and campaign Exotel reported; answers its campaign's object. */
async function reported() {
  await standIn.reset();
  const template = (await makeTemplate()).id;
  const { id } = await importIn(sendFile(contactFile(3), { template, launch: 'true' }));
  const { campaigns } = await driveUntil(id, isLaunched);
  const [create] = await standIn.creates();
  const send = async (url: string | null | undefined, body: BodyInit) =>
    expect((await ask(url ?? '', { token: null, method: 'POST', body })).status).toBe(200);
  const called = { call_sid: 'c1', number: mobile(0), status: 'completed' };
  await send(create?.callStatusCallback, JSON.stringify(called));
  await send(create?.callScheduleCallback, new URLSearchParams({ to: mobile(1), status: 'busy' }));
  await send(create?.statusCallback, JSON.stringify({ campaign_sid: campaigns[0]?.sid, status: 'in-progress' }));
  await send(create?.statusCallback, new Uint8Array([0xff, 0xfe]));
  const [, life = ''] = /#(.+)-1$/.exec(campaigns[0]?.name ?? '') ?? [];
  return { id, campaign: env.CAMPAIGNS.getByName(`${life}/1`), life };
}

describe('what own campaigns heard', () => {
  it('comes to a new address under the ids and in the words everybody else had, of every kind', async () => {
    const first = await makeDestination('first');
    const { campaign, life } = await reported();
    await runDurableObjectAlarm(campaign);
    const heard = await got(first);
    expect([...heard.keys()].toSorted()).toEqual([1, 2, 3, 4].map((n) => `raw-${life}-1-${n}`));
    const kinds = [...heard.values()].map((body) =>
      z.object({ data: z.object({ kind: z.string() }) }).parse(JSON.parse(body)),
    );
    expect(kinds.map(({ data }) => data.kind).toSorted()).toEqual(['call', 'campaign', 'campaign', 'schedule']);
    const waiting = await makeDestination('second');
    expect(await replay(waiting)).toBe(4);
    expect(await got(waiting)).toEqual(heard);
    await archiveNow(campaign);
    const archived = await makeDestination('third');
    expect(await replay(archived)).toBe(4);
    expect(await got(archived)).toEqual(heard);
  });
});

describe('a range', () => {
  it('takes its first moment in and leaves its last one out', async () => {
    const sink = sinkSchema.parse(await (await post('/api/sinks', { name: 'Calls' })).json());
    const way = { kind: 'call', method: 'POST', contentType: null, query: '', body: new Uint8Array() };
    const at = Date.UTC(2026, 10, 5, 10);
    for (const receivedAt of [at - 1, at, at + 59_999, at + 60_000])
      await env.SINKS.getByName(sink.id).receive({ ...way, receivedAt });
    const late = await makeDestination('late');
    const range = { from: new Date(at).toISOString(), to: new Date(at + 60_000).toISOString() };
    expect(await replay(late, range)).toBe(2);
    expect([...(await got(late)).keys()].toSorted()).toEqual([2, 3].map((n) => `raw-${sink.id}-${n}`));
    // An event that it already had is sent again under the same id, and is still one line of the log.
    expect(await replay(late, range)).toBe(2);
    expect((await got(late)).size).toBe(2);
    const log = await ask(`/api/destinations/${late.id}/deliveries`);
    expect(pageSchema(deliverySchema).parse(await log.json())).toMatchObject({
      total: 2,
      items: [{ status: 'delivered' }, { status: 'delivered' }],
    });
  });

  it('of more than one replay sends is refused before anything is sent: of the log', async () => {
    const made = await makeDestination('full');
    await runInDurableObject(made.object, (_, { storage: { sql } }) => {
      sql.exec(
        `WITH RECURSIVE made(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM made WHERE n < ?)
         INSERT INTO deliveries (event_id, type, at, body, status, tries, created_at)
         SELECT 'raw-x-' || n, 'callback.raw', 1000, '{}', 'failed', 10, 1000 FROM made`,
        MAX_REPLAYED_EVENTS,
      );
    });
    const past = { from: '1970-01-01T00:00:00Z', to: '1970-01-01T00:00:02Z' };
    for (const failedOnly of [true, false]) {
      expect(await replay(made, { ...past, failedOnly })).toEqual({ status: 422, code: 'search_too_wide' });
    }
    const waiting = await runInDurableObject(made.object, (_, { storage: { sql } }) =>
      sql.exec("SELECT count(*) AS waiting FROM deliveries WHERE status = 'pending'").one(),
    );
    expect(waiting).toEqual({ waiting: 0 });
  });

  it('of more than one replay sends is refused before anything is sent: of what is kept', async () => {
    const sink = sinkSchema.parse(await (await post('/api/sinks', { name: 'Calls' })).json());
    const [perBatch, batches] = [1_000, MAX_REPLAYED_EVENTS / 1_000 + 1];
    const line = JSON.stringify({
      receivedAt: '2026-11-05T10:00:00.000Z',
      kind: 'call',
      query: '',
      body: '',
      numbers: [],
    });
    for (let batch = 1; batch <= batches; batch += 1) {
      const lines = Array.from({ length: perBatch }, (_, n) => line.replace('{', `{"id":"${sink.id}-${batch}-${n}",`));
      await env.CALLBACKS.put(`sinks/${sink.id}/${String(batch).padStart(8, '0')}`, lines.join('\n'));
    }
    await runInDurableObject(env.SINKS.getByName(sink.id), (_, { storage: { sql } }) => {
      const at = Date.UTC(2026, 10, 5, 10);
      for (let batch = 1; batch <= batches; batch += 1)
        sql.exec('INSERT INTO kept VALUES (?, ?, ?, ?, ?)', batch, batch, batch, at, at);
    });
    const late = await makeDestination('late');
    expect(await replay(late)).toEqual({ status: 422, code: 'search_too_wide' });
    expect([...(await got(late)).keys()]).toEqual([]);
  });
});
