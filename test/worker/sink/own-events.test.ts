import { abortAllDurableObjects, reset, runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { INTEREST_AGAIN_SECONDS } from '../../../shared/sink-limits.ts';
import { newDestinationSchema } from '../../../shared/protocol/destination.ts';
import { SinkDirectoryObject } from '../../../worker/sink/sink-directory-object.ts';
import { mobile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, post, sendFile } from '../support/edge.ts';
import { driveUntil, goAhead, isLaunched, startClock } from '../support/engine.ts';
import { receiverAt } from '../support/receiver.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import type { Import } from '../../../shared/protocol/import.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

const eventSchema = z.object({
  type: z.string(),
  timestamp: z.string(),
  data: z.looseObject({ source: z.string().optional(), columns: z.record(z.string(), z.string()).optional() }),
});

const CONTACTS = 6;
const EVENTS = [
  'call.attempted',
  'contact.finished',
  'callback.raw',
  'import.started',
  'import.paused',
  'import.finished',
  'import.needs_attention',
];

let receiver: ReturnType<typeof receiverAt>;
let destination: { id: string; secret: string };
let life: string;
let count = 0;

beforeEach(async () => {
  startClock();
  count += 1;
  receiver = receiverAt(`own-${count}`);
  await standIn.reset();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await reset();
});

async function makeDestination(url = receiver.url) {
  const answer = await post('/api/destinations', { name: 'CRM', url, events: EVENTS });
  return newDestinationSchema.parse(await answer.json());
}

async function launched(): Promise<Import> {
  const { id: template } = await makeTemplate();
  const rows = Array.from({ length: CONTACTS }, (_, i) => `lead-${i},${mobile(i)},"Pune, West"`);
  const made = await importIn(sendFile(['CRM id,Mobile,City', ...rows, ''].join('\n'), { template }));
  const launching = await post(`/api/imports/${made.id}/launch`, { expect: { contacts: CONTACTS, campaigns: 1 } });
  expect(launching.status).toBe(200);
  const view = await driveUntil(made.id, isLaunched);
  [, life = ''] = /#(.+)-1$/.exec(view.campaigns[0]?.name ?? '') ?? [];
  return view;
}

async function finished(id: string): Promise<Import> {
  await dialToTheEnd();
  return driveUntil(id, ({ state }) => state === 'finished');
}

/** Does what alarms would do a moment later, until nothing is left to do. */
async function settle(id = destination.id): Promise<void> {
  await runDurableObjectAlarm(env.CAMPAIGNS.getByName(`${life}/1`));
  while (await runDurableObjectAlarm(env.DESTINATIONS.getByName(id)));
}

/** All received events by id, each verified by an independent library. */
async function events(from = receiver, secret = destination.secret) {
  const all = (await from.received()).map(({ headers, body }) =>
    Object.assign(eventSchema.parse(new Webhook(secret).verify(body, headers)), { id: headers['webhook-id'] ?? '' }),
  );
  return { all, of: (type: string) => all.filter((event) => event.type === type) };
}

describe('what an import tells', () => {
  it('is every contact once, with its own columns, though no callback ever came', async () => {
    destination = await makeDestination();
    const { id } = await launched();
    const view = await finished(id);
    await settle();
    const { all, of } = await events();
    expect(new Set(all.map((event) => event.id)).size).toBe(all.length);
    const contacts = of('contact.finished');
    expect(contacts.map((event) => event.id).toSorted()).toEqual(
      Array.from({ length: CONTACTS }, (_, i) => `contact-${life}-${i + 1}`),
    );
    expect(contacts.find((event) => event.id.endsWith('-3'))?.data).toMatchObject({
      import: { id, name: view.name },
      campaign: { seq: 1, sid: view.campaigns[0]?.sid },
      row: 4,
      number: mobile(2),
      source: 'details',
      columns: { 'CRM id': 'lead-2', Mobile: mobile(2), City: 'Pune, West' },
    });
    const attempts = of('call.attempted');
    expect(attempts.length).toBeGreaterThanOrEqual(CONTACTS);
    expect(new Set(attempts.map(({ data }) => data.source))).toEqual(new Set(['details']));
    expect([of('import.started').length, of('import.finished').length]).toEqual([1, 1]);
    expect(await getImport(id)).toMatchObject({ missedCallbacks: attempts.length });
  });

  it('is a call at once where a callback told of it, and names what callbacks missed', async () => {
    destination = await makeDestination();
    const { id } = await launched();
    await dialToTheEnd();
    const [create] = await standIn.creates();
    const path = new URL(create?.callStatusCallback ?? '').pathname;
    const calls = await standIn.dials();
    const [first] = calls;
    const body = JSON.stringify({ call_sid: first?.callSid, number: first?.number, status: 'completed' });
    expect((await ask(path, { token: null, method: 'POST', body })).status).toBe(200);
    await settle();
    const heard = (await events()).of('call.attempted');
    expect(heard.map(({ id: event, data }) => [event, data.source])).toEqual([
      [`attempt-${life}-1-${first?.callSid}`, 'callback'],
    ]);
    await driveUntil(id, ({ state }) => state === 'finished');
    await settle();
    const { of } = await events();
    expect(of('callback.raw').map((event) => event.data['body'])).toEqual([body]);
    expect(of('call.attempted').filter(({ data }) => data.source === 'callback')).toHaveLength(1);
    expect(of('contact.finished').filter(({ data }) => data.source === 'details').length).toBeGreaterThanOrEqual(
      CONTACTS - 1,
    );
    expect((await getImport(id)).missedCallbacks).toBe(calls.length - 1);
    expect(of('import.finished')[0]?.data['missedCallbacks']).toBe(calls.length - 1);
  });

  it('is asked for rarely while nobody wants it, and told from the moment somebody does', async () => {
    await launched();
    await dialToTheEnd();
    const [create] = await standIn.creates();
    const path = new URL(create?.callStatusCallback ?? '').pathname;
    const asked = vi.spyOn(SinkDirectoryObject.prototype, 'interest');
    const report = async ({ callSid, number }: { callSid: string | null; number: string }) => {
      const body = JSON.stringify({ call_sid: callSid, number, status: 'completed' });
      expect((await ask(path, { token: null, method: 'POST', body })).status).toBe(200);
    };
    const [first, second, ...others] = await standIn.dials();
    if (first === undefined || second === undefined) throw new Error('Nobody was called.');
    await report(first);
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1), PATIENCE);
    for (const dial of others) await report(dial);
    goAhead(INTEREST_AGAIN_SECONDS * 1_000);
    await report(second);
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2), PATIENCE);
    destination = await makeDestination();
    goAhead(1_000);
    await report(second);
    await settle();
    expect((await events()).of('callback.raw').length).toBe(1);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('is the same everywhere and after any kill, and no more than once', async () => {
    destination = await makeDestination();
    const other = receiverAt(`own-other-${count}`);
    const second = await makeDestination(other.url);
    const { id } = await launched();
    await finished(id);
    await abortAllDurableObjects();
    await settle();
    await abortAllDurableObjects();
    await settle();
    await settle(second.id);
    const [here, there] = [await events(), await events(other, second.secret)];
    const late = receiverAt(`own-late-${count}`);
    const third = await makeDestination(late.url);
    const range = { from: '2000-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
    expect((await post(`/api/destinations/${third.id}/replay`, range)).status).toBe(202);
    await settle(third.id);
    const after = await events(late, third.secret);
    const bodies = ({ of }: typeof after) => new Map(of('contact.finished').map((event) => [event.id, event]));
    expect(bodies(after)).toEqual(bodies(here));
    expect(after.of('call.attempted')).toHaveLength(here.of('call.attempted').length);
    expect(here.of('contact.finished')).toHaveLength(CONTACTS);
    expect(here.all.map((event) => event.id).toSorted()).toEqual(there.all.map((event) => event.id).toSorted());
  });
});
