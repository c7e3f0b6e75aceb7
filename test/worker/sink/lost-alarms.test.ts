import { createScheduledController, reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newDestinationSchema } from '../../../shared/protocol/destination.ts';
import { sinkSchema, type Sink } from '../../../shared/protocol/sink.ts';
import { newEvent } from '../../../worker/events/outgoing-event.ts';
import worker from '../../../worker/index.ts';
import { ask, post } from '../support/edge.ts';
import { receiverAt } from '../support/receiver.ts';

let sink: Sink;
beforeEach(async () => {
  sink = sinkSchema.parse(await (await post('/api/sinks', { name: 'Website calls' })).json());
});
afterEach(reset);

type Holder = DurableObjectStub;

const alarmOf = (holder: Holder) => runInDurableObject(holder, (_, { storage }) => storage.getAlarm());
const loseAlarm = (holder: Holder) => runInDurableObject(holder, (_, { storage }) => storage.deleteAlarm());

async function trigger(): Promise<void> {
  await worker.scheduled(createScheduledController({ cron: '*/5 * * * *' }), env);
}

describe('the cron trigger', () => {
  it('sets the alarm of a sink whose callbacks wait for KV', async () => {
    const holder = env.SINKS.getByName(sink.id);
    await ask(sink.urls.call, { token: null, method: 'POST', body: '{"call_sid":"a"}' });
    await loseAlarm(holder);
    expect(await alarmOf(holder)).toBeNull();
    await trigger();
    expect(await alarmOf(holder)).toEqual(expect.any(Number));
  });

  it('sets the alarm of a destination whose events wait', async () => {
    const { url } = receiverAt('woken');
    const made = await post('/api/destinations', { name: 'CRM', url, events: ['callback.raw'] });
    const { id } = newDestinationSchema.parse(await made.json());
    const holder = env.DESTINATIONS.getByName(id);
    // Due tomorrow, so that it still waits when the trigger comes.
    await runInDurableObject(holder, async (object, { storage }) => {
      await object.enqueue([newEvent('raw-1', 'callback.raw', Date.now(), {})]);
      storage.sql.exec('UPDATE deliveries SET due_at = ?', Date.now() + 86_400_000);
      await storage.deleteAlarm();
    });
    expect(await alarmOf(holder)).toBeNull();
    await trigger();
    expect(await alarmOf(holder)).toEqual(expect.any(Number));
  });

  it('wakes none that has nothing to do', async () => {
    const holder = env.SINKS.getByName(sink.id);
    await trigger();
    expect(await alarmOf(holder)).toBeNull();
    expect(await alarmOf(env.SINK_DIRECTORY.getByName('dialsheet-demo'))).toBeNull();
  });
});
