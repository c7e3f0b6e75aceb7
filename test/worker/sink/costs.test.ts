import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, expect, it, vi } from 'vitest';
import { newDestinationSchema } from '../../../shared/protocol/destination.ts';
import { sinkSchema } from '../../../shared/protocol/sink.ts';
import { newEvent } from '../../../worker/events/outgoing-event.ts';
import { FORWARDED, STORED } from '../../fixtures/sink-costs.ts';
import { post } from '../support/edge.ts';
import { receiverAt } from '../support/receiver.ts';

const MANY = 500;

afterEach(async () => {
  vi.restoreAllMocks();
  await reset();
});

/** Counts what Cloudflare bills as written rows: rows of tables and indexes, and each alarm that is set. */
function countRows(storage: DurableObjectStorage, isRungByUs: boolean): () => number {
  const { sql } = storage;
  const exec = sql.exec.bind(sql);
  let written = 0;
  vi.spyOn(sql, 'exec').mockImplementation((query: string, ...bindings: unknown[]) => {
    const cursor = exec(query, ...bindings);
    written += cursor.rowsWritten;
    return cursor;
  });
  const alarms = vi.spyOn(storage, 'setAlarm');
  // Alarms are counted but not set, so that only the test runs them and never two at once.
  if (isRungByUs) alarms.mockResolvedValue();
  return () => written + alarms.mock.calls.length;
}

it('stores a callback for as few rows as are told', async () => {
  const sink = sinkSchema.parse(await (await post('/api/sinks', { name: 'Flow' })).json());
  const body = new TextEncoder().encode('{"CallSid":"c1","From":"09876543210","Status":"completed"}');
  const way = { kind: 'call', method: 'POST', contentType: 'application/json', query: '', body };
  const put = vi.spyOn(env.CALLBACKS, 'put');
  const rows = await runInDurableObject(env.SINKS.getByName(sink.id), async (object, { storage }) => {
    const written = countRows(storage, false);
    for (let n = 0; n < MANY; n += 1) await object.receive({ ...way, receivedAt: Date.now() });
    await object.alarm();
    return written();
  });
  expect(rows / MANY).toBeLessThanOrEqual(STORED.rowsWritten);
  expect(put.mock.calls.length / MANY).toBeLessThanOrEqual(STORED.kvWrites);
});

it('hands a contact on to one destination for as few rows as are told', async () => {
  const receiver = receiverAt('costs');
  const wish = { name: 'CRM', url: receiver.url, events: ['contact.finished'] };
  const { id } = newDestinationSchema.parse(await (await post('/api/destinations', wish)).json());
  const events = Array.from({ length: 160 }, (_, n) =>
    newEvent(`finished-${n}`, 'contact.finished', Date.now(), { n }),
  );
  const [rows, alarms] = await runInDurableObject(env.DESTINATIONS.getByName(id), async (object, { storage }) => {
    const written = countRows(storage, true);
    await object.enqueue(events);
    let runs = 0;
    for (; runs < 10 && object.deliveries('pending', { offset: 0, limit: 1 })?.total !== 0; runs += 1)
      await object.alarm();
    return [written(), runs];
  });
  expect((await receiver.received()).length).toBe(events.length);
  expect(rows / events.length).toBeLessThanOrEqual(FORWARDED.rowsWritten);
  expect((1 + alarms) / events.length).toBeLessThanOrEqual(FORWARDED.objectRequests);
});
