import { reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliverySchema, newDestinationSchema } from '../../../shared/protocol/destination.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { sinkSchema, type Sink } from '../../../shared/protocol/sink.ts';
import { newEvent } from '../../../worker/events/outgoing-event.ts';
import { DestinationObject } from '../../../worker/sink/destination-object.ts';
import { contactFile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { receiverAt } from '../support/receiver.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

let receiver: ReturnType<typeof receiverAt>;
let destination: string;
let count = 0;

beforeEach(async () => {
  startClock();
  count += 1;
  receiver = receiverAt(`forgotten-${count}`);
  const events = ['callback.raw', 'call.attempted', 'contact.finished', 'import.finished'];
  const answer = await post('/api/destinations', { name: 'CRM', url: receiver.url, events });
  destination = newDestinationSchema.parse(await answer.json()).id;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await reset();
});

async function makeSink(name: string): Promise<Sink> {
  return sinkSchema.parse(await (await post('/api/sinks', { name })).json());
}

async function call(sink: Sink, sid: string): Promise<void> {
  const body = JSON.stringify({ CallSid: sid, From: '09876543210', Status: 'completed' });
  expect((await ask(sink.urls.call, { token: null, method: 'POST', body })).status).toBe(200);
}

const handOver = (sink: Sink) => runDurableObjectAlarm(env.SINKS.getByName(sink.id));
const send = () => runDurableObjectAlarm(env.DESTINATIONS.getByName(destination));

async function remove(path: string): Promise<void> {
  expect((await ask(path, { method: 'DELETE' })).status).toBe(204);
}

async function logged(): Promise<string[]> {
  const answer = await ask(`/api/destinations/${destination}/deliveries?limit=500`);
  return pageSchema(deliverySchema)
    .parse(await answer.json())
    .items.map(({ id }) => id)
    .toSorted();
}

function inDirectory<T>(work: (sql: SqlStorage) => T): Promise<T> {
  return runInDurableObject(env.SINK_DIRECTORY.getByName('dialsheet-demo'), (_, { storage }) => work(storage.sql));
}

const keptForLater = () =>
  inDirectory((sql) => Number(sql.exec('SELECT count(*) AS kept FROM handovers').one()['kept']));

describe('deleting a sink', () => {
  it('takes its callbacks out of the log of every destination, those that wait included', async () => {
    const [sink, other] = [await makeSink('Website'), await makeSink('IVR')];
    await call(sink, 'c1');
    await call(other, 'c2');
    await handOver(sink);
    await handOver(other);
    await send();
    await receiver.answers({ status: 500 });
    await call(sink, 'c3');
    await handOver(sink);
    await send();
    expect(await logged()).toEqual([`raw-${sink.id}-1`, `raw-${sink.id}-2`, `raw-${other.id}-1`].toSorted());
    await remove(`/api/sinks/${sink.id}`);
    expect(await logged()).toEqual([`raw-${other.id}-1`]);
  });

  it('waits for what is on its way to a destination, and takes nothing more meanwhile', async () => {
    const sink = await makeSink('Website');
    await call(sink, 'c1');
    const enqueue: DestinationObject['enqueue'] = Reflect.get(DestinationObject.prototype, 'enqueue');
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const begun = vi.spyOn(DestinationObject.prototype, 'enqueue').mockImplementation(async function (
      this: DestinationObject,
      events,
    ) {
      await held;
      return enqueue.call(this, events);
    });
    const handing = handOver(sink);
    await vi.waitFor(() => expect(begun).toHaveBeenCalledTimes(1), PATIENCE);
    const removing = remove(`/api/sinks/${sink.id}`);
    const late = JSON.stringify({ CallSid: 'late' });
    await vi.waitFor(
      async () => expect((await ask(sink.urls.call, { token: null, method: 'POST', body: late })).status).toBe(404),
      PATIENCE,
    );
    letGo();
    await Promise.all([handing, removing]);
    expect(await logged()).toEqual([]);
    expect((await env.CALLBACKS.list({ prefix: `sinks/${sink.id}/` })).keys).toEqual([]);
  });

  it('forgets what a destination could not take at the moment', async () => {
    const sink = await makeSink('Website');
    const kept = newEvent(`raw-${sink.id}-1`, 'callback.raw', Date.now(), {});
    await inDirectory((sql) => sql.exec('INSERT INTO handovers VALUES (?, ?)', destination, JSON.stringify(kept)));
    expect(await keptForLater()).toBe(1);
    await remove(`/api/sinks/${sink.id}`);
    expect(await keptForLater()).toBe(0);
  });
});

describe('deleting an import', () => {
  it('takes its people out of the log of every destination, and nobody else', async () => {
    await standIn.reset();
    const template = (await makeTemplate()).id;
    const sink = await makeSink('Website');
    await call(sink, 'c1');
    await handOver(sink);
    const { id } = await importIn(sendFile(contactFile(3), { template, launch: 'true' }));
    await driveUntil(id, isLaunched);
    await dialToTheEnd();
    const { campaigns } = await driveUntil(id, ({ state }) => state === 'finished');
    const [, life = ''] = /#(.+)-1$/.exec(campaigns[0]?.name ?? '') ?? [];
    await runDurableObjectAlarm(env.CAMPAIGNS.getByName(`${life}/1`));
    const before = await logged();
    expect(before.filter((event) => event.startsWith(`contact-${life}-`))).toHaveLength(3);
    expect(before.filter((event) => event.startsWith(`attempt-${life}-`)).length).toBeGreaterThanOrEqual(3);
    await remove(`/api/imports/${id}`);
    expect(await logged()).toEqual([`raw-${sink.id}-1`]);
  });
});
