import { reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settingsSchema } from '../../../shared/protocol/settings.ts';
import { deliverySchema, newDestinationSchema } from '../../../shared/protocol/destination.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { screenAnswerSchema } from '../../../shared/people/screen-answer.ts';
import { requireConfig } from '../../../worker/config.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, ORIGIN, post, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { receiverAt } from '../support/receiver.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';

const WHO = mobile(1);
const bodySchema = z.object({ id: z.string(), type: z.string(), data: z.record(z.string(), z.unknown()) });

let template: string;
let destination: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  startClock();
  await standIn.reset({ script: { mix: { completed: 1 }, script: { [WHO]: [{ result: 'completed', digit: '9' }] } } });
  template = (await makeTemplate({ keys: { 9: 'opt_out' } })).id;
  const asked = { name: 'CRM', url: receiverAt(`opt-${count}`).url, events: ['contact.opted_out'] };
  destination = newDestinationSchema.parse(await (await post('/api/destinations', asked)).json()).id;
});
afterEach(reset);

function people() {
  return env.PEOPLE.getByName(requireConfig(env).EXOTEL_ACCOUNT_SID);
}

/** Every event that the destination has stored, once no event waits to be told. */
async function told() {
  const untold = () =>
    runInDurableObject(people(), (_, { storage }) => storage.sql.exec('SELECT 1 FROM untold').toArray().length);
  await runDurableObjectAlarm(people());
  // The alarm may already run by itself.
  await expect.poll(untold, { timeout: 60_000, interval: 50 }).toBe(0);
  const log = await ask(`/api/destinations/${destination}/deliveries`);
  const { items } = pageSchema(deliverySchema).parse(await log.json());
  return Promise.all(
    items.map(async ({ id }) => {
      const row = await runInDurableObject(env.DESTINATIONS.getByName(destination), (_, { storage }) =>
        storage.sql.exec<{ body: string }>('SELECT body FROM deliveries WHERE event_id = ?', id).one(),
      );
      return bodySchema.parse(JSON.parse(row.body));
    }),
  );
}

async function press(number: string, call: string): Promise<void> {
  const { passthru } = settingsSchema.parse(await (await ask('/api/settings')).json());
  const query = new URLSearchParams({ CallFrom: number, CallSid: call, digits: '"9"' });
  const answer = await ask(`${passthru.slice(ORIGIN.length)}?${query.toString()}`, { token: null });
  expect(answer.status).toBe(200);
}

async function isSuppressed(): Promise<boolean> {
  const answer = await post('/api/people/screen', { template, numbers: [WHO] });
  return screenAnswerSchema.parse(await answer.json()).suppressed.length > 0;
}

describe('somebody who opts out', () => {
  it('is told to the destinations once, though key, Passthru and call details all say so', async () => {
    const { id } = await importIn(sendFile(contactFile(3), { template, name: 'Diwali leads', launch: 'true' }));
    await driveUntil(id, isLaunched);
    await press(WHO, 'c1');
    const events = await told();
    expect(events).toMatchObject([
      {
        type: 'contact.opted_out',
        data: {
          number: WHO,
          channel: null,
          source: 'key_press',
          import: { id, name: 'Diwali leads' },
          callSid: 'c1',
        },
      },
    ]);
    await press(WHO, 'c1');
    await press(WHO, 'c2');
    await dialToTheEnd();
    await driveUntil(id, ({ state }) => state === 'finished');
    expect(await told()).toEqual(events);
    expect(await isSuppressed()).toBe(true);
  });

  it('is told of by call details alone', async () => {
    const { id } = await importIn(sendFile(contactFile(3), { template, launch: 'true' }));
    await driveUntil(id, isLaunched);
    await dialToTheEnd();
    await driveUntil(id, ({ state }) => state === 'finished');
    expect(await told()).toMatchObject([{ data: { number: WHO, source: 'key_press', import: { id } } }]);
  });

  it('is the person on the line, in a call we know nothing of: not the number of the flow', async () => {
    const { passthru } = settingsSchema.parse(await (await ask('/api/settings')).json());
    const flow = '08047112233';
    const said = { From: WHO, To: flow, CallFrom: WHO, CallTo: flow, CallSid: 'c9', digits: '9' };
    const address = `${passthru.slice(ORIGIN.length)}?${new URLSearchParams(said).toString()}`;
    expect((await ask(address, { token: null })).status).toBe(200);
    expect(await told()).toMatchObject([{ data: { number: WHO, source: 'key_press', callSid: 'c9' } }]);
  });

  it.each([
    ['sms', 'sms_status'],
    ['voice', 'exotel_blacklist'],
  ] as const)('is told of by what Exotel says of %s', async (channel, source) => {
    const optOut = { number: Number(WHO.slice(1)), channel, source, call: 'm1' };
    await people().optOut([optOut, optOut], { id: 'i1', name: 'Leads' });
    await people().optOut([optOut], { id: 'i2', name: 'Others' });
    expect(await told()).toMatchObject([{ data: { number: WHO, channel, source, import: { id: 'i1' } } }]);
  });

  it('is told again after being taken off the list, and not where a person was put there by hand', async () => {
    const optOut = { number: Number(WHO.slice(1)), channel: null, source: 'key_press', call: 'c1' } as const;
    await people().optOut([optOut], null);
    const { items } = z
      .object({ items: z.array(z.object({ id: z.string() })) })
      .parse(await (await ask('/api/suppressions')).json());
    await ask(`/api/suppressions/${items[0]?.id}`, {
      method: 'DELETE',
      body: JSON.stringify({ reason: 'asked to be called' }),
      headers: { 'content-type': 'application/json' },
    });
    await people().optOut([optOut], null);
    await post('/api/suppressions', { number: mobile(5) });
    const events = await told();
    expect(events.map(({ data }) => data['number'])).toEqual([WHO, WHO]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(2);
  });
});
