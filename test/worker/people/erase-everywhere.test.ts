import { reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { erasedPersonSchema, personSchema } from '../../../shared/protocol/person.ts';
import { screenAnswerSchema } from '../../../shared/people/screen-answer.ts';
import { sumOutcomes } from '../../../shared/protocol/outcomes.ts';
import { sinkSchema } from '../../../shared/protocol/sink.ts';
import { newDestinationSchema } from '../../../shared/protocol/destination.ts';
import type { Import } from '../../../shared/protocol/import.ts';
import { requireConfig } from '../../../worker/config.ts';
import { mobile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, post, sendFile } from '../support/edge.ts';
import { archiveNow, driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { setCaps } from '../support/people.ts';
import { receiverAt } from '../support/receiver.ts';
import { placesOf } from '../support/scan-storage.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';

/** A number that no other test uses, because everything stored is searched for it, also what other tests left. */
const WHO = '+919845511002';
const DIGITS = WHO.slice(1);
/** The person twice in different spellings, and once more as a second number in another person's row. */
const FILE = [
  'Name,Phone,Note',
  `Person 0,${mobile(0)},"calls, sometimes"`,
  'Asha Rao,98455 11002,"lives\nin Pune"',
  `Person 2,${mobile(2)},wife is 098455-11002`,
  `Asha again,${WHO},twice`,
  `Person 3,${mobile(3)},`,
  'Nobody,12,see 9845511002',
  '',
].join('\n');

const THREE = ['Name,Phone', `Person 0,${mobile(0)}`, `Asha Rao,${WHO}`, `Person 2,${mobile(2)}`, ''].join('\n');

/** An alarm may already run by itself; then the test cannot run it and waits. */
const PATIENCE = { timeout: 60_000, interval: 50 };
const numberSchema = z.object({ number: z.string().nullable() });

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset({ script: { mix: { completed: 1 } } });
  await setCaps({ voice: { attempts: null, imports: null } });
  template = (await makeTemplate({ keys: { 1: 'interested' } })).id;
});
afterEach(reset);

function people() {
  return env.PEOPLE.getByName(requireConfig(env).EXOTEL_ACCOUNT_SID);
}

async function erase(number = WHO) {
  const answer = await post('/api/people/erase', { number, reason: 'asked by mail' });
  expect(answer.status).toBe(200);
  return erasedPersonSchema.parse(await answer.json());
}

async function isSuppressed(number: string): Promise<boolean> {
  const answer = await post('/api/people/screen', { template, numbers: [number] });
  return screenAnswerSchema.parse(await answer.json()).suppressed.length > 0;
}

async function launched(file = FILE, change: Record<string, string> = {}): Promise<string> {
  const sent = { template, name: 'Diwali leads', launch: 'true', ...change };
  const { id } = await importIn(sendFile(file, sent));
  await driveUntil(id, isLaunched);
  return id;
}

async function finish(id: string): Promise<void> {
  await dialToTheEnd();
  await driveUntil(id, ({ state }) => state === 'finished');
}

/** Callbacks of a campaign, one of them the person's, as Exotel sends them. */
async function callBack(): Promise<void> {
  const [campaign] = await standIn.creates();
  for (const [at, number] of [mobile(0), WHO, mobile(2)].entries()) {
    const body = JSON.stringify({ call_sid: `c${at}`, number, status: 'completed', campaign_sid: campaign?.sid });
    const sent = await ask(campaign?.callStatusCallback ?? '', { token: null, method: 'POST', body });
    expect(sent.ok).toBe(true);
  }
}

/** The life of an import, from the end of its campaigns' names: `… #<life>-<seq>`. */
function lifeIn({ campaigns }: Import): string {
  return /#(?<life>[\w-]+)-\d+$/.exec(campaigns[0]?.name ?? '')?.groups?.['life'] ?? '';
}

async function results(id: string): Promise<string> {
  return (await ask(`/api/imports/${id}/results.csv`)).text();
}

describe('a person who is erased', () => {
  it('is in no file, result, callback, archive, log, list or byte of storage any more, and is never called again', async () => {
    const receiver = receiverAt('erased');
    const made = await post('/api/destinations', {
      name: 'CRM',
      url: receiver.url,
      events: ['callback.raw', 'call.attempted', 'contact.finished'],
    });
    const destination = newDestinationSchema.parse(await made.json());
    const sink = sinkSchema.parse(await (await post('/api/sinks', { name: 'Calls' })).json());
    const query = `CallFrom=0${DIGITS.slice(2)}&CallSid=s1`;
    await ask(`${sink.urls.passthru}?${query}`, { token: null });
    await ask(sink.urls.call, {
      token: null,
      method: 'POST',
      body: `From=${encodeURIComponent(mobile(2))}&CallSid=s2`,
    });
    const id = await launched();
    await callBack();
    await finish(id);
    await archiveNow(env.CAMPAIGNS.getByName(`${lifeIn(await getImport(id))}/1`));
    await runDurableObjectAlarm(env.SINKS.getByName(sink.id));
    await runDurableObjectAlarm(env.DESTINATIONS.getByName(destination.id));
    const before = await getImport(id);
    const linesBefore = (await results(id)).split('\r\n').length;
    const places = await placesOf(DIGITS);
    for (const expected of [
      'IMPORTS.parts.body',
      'IMPORTS.numbers.body',
      'IMPORTS.issues.body',
      'CAMPAIGNS.campaign.numbers',
      'DESTINATIONS.deliveries.body',
      'PEOPLE.ledger.numbers',
    ])
      expect(places).toContain(expected);
    expect(places.some((place) => place.startsWith('KV.callbacks/'))).toBe(true);
    expect(places.some((place) => /^(?:KV\.sinks|SINKS)/.test(place))).toBe(true);

    expect(await erase()).toMatchObject({ state: 'erased', left: [], entry: { number: null, erased: true } });

    expect(await placesOf(DIGITS)).toEqual([]);
    expect(await isSuppressed(WHO)).toBe(true);
    const after = await getImport(id);
    expect(after.contacts).toEqual(before.contacts);
    expect(sumOutcomes(after.contacts)).toBe(after.rows.accepted);
    const csv = await results(id);
    expect(csv.split('\r\n').length).toBe(linesBefore);
    expect(csv).not.toContain('Asha');
    expect(csv).toContain(mobile(0));
    expect(csv.split('\r\n').find((line) => line.startsWith('Person 3'))).toContain('Completed');
    const ndjson = (await (await ask(`/api/imports/${id}/results.ndjson`)).text()).trim().split('\n');
    expect(ndjson.map((line) => numberSchema.parse(JSON.parse(line)).number)).toEqual([
      mobile(0),
      null,
      mobile(2),
      mobile(3),
    ]);
    const found = personSchema.parse(await (await post('/api/people/find', { number: WHO })).json());
    expect(found).toMatchObject({ suppressed: true, imports: [], attempts: 0 });
    const again = await importIn(sendFile(THREE, { template }));
    expect(again.rows).toMatchObject({ accepted: 2, suppressed: 1 });
  });

  it('is erased from a file that nobody launched, which is then checked again without them', async () => {
    const { id } = await importIn(sendFile(FILE, { template }));
    expect((await getImport(id)).rows).toMatchObject({ accepted: 4, duplicate: 1, invalid: 1, blank: 0 });
    expect(await erase()).toMatchObject({ state: 'erased', left: [] });
    expect(await placesOf(DIGITS)).toEqual([]);
    expect((await getImport(id)).rows).toMatchObject({ total: 6, accepted: 3, duplicate: 0, invalid: 1, blank: 2 });
  });

  it.each([
    ['alone in a file without headings', `Asha Rao;${WHO}\n`, [null]],
    ['the last one left in it', `Asha Rao;${WHO}\nRavi;${mobile(0)}\n`, [null, null]],
  ])('is erased when they are %s', async (_, file, left) => {
    const id = await launched(file);
    await finish(id);
    if (left.length > 1) expect(await erase(mobile(0))).toMatchObject({ state: 'erased', left: [] });
    expect(await erase()).toMatchObject({ state: 'erased', left: [] });
    expect(await placesOf(DIGITS)).toEqual([]);
    const ndjson = (await (await ask(`/api/imports/${id}/results.ndjson`)).text()).trim().split('\n');
    expect(ndjson.map((line) => numberSchema.parse(JSON.parse(line)).number)).toEqual(left);
  });

  it('is left to an import that still calls, and erased by an alarm once it is over', async () => {
    const id = await launched();
    const told = await erase();
    expect(told).toMatchObject({ state: 'under_way', left: [{ id, name: 'Diwali leads' }] });
    expect(await placesOf(DIGITS)).not.toEqual([]);
    await finish(id);
    await runDurableObjectAlarm(people());
    await expect.poll(() => placesOf(DIGITS), PATIENCE).toEqual([]);
    await expect.poll(() => runInDurableObject(people(), (_, { storage }) => storage.getAlarm()), PATIENCE).toBeNull();
    expect(await isSuppressed(WHO)).toBe(true);
  });

  it('leaves no list at Exotel that holds them', async () => {
    await standIn.settings({ csvProcessingMs: 600 });
    const { id } = await importIn(sendFile(THREE, { template }));
    await importIn(post(`/api/imports/${id}/check`, { delivery: 'lists' }));
    await importIn(post(`/api/imports/${id}/launch`, { expect: { contacts: 3, campaigns: 1 } }));
    await driveUntil(id, isLaunched);
    await finish(id);
    expect((await standIn.summary()).counts).toMatchObject({ lists: 1, deletedLists: 0 });
    await erase();
    await runDurableObjectAlarm(env.IMPORTS.getByName(id));
    await expect.poll(async () => (await standIn.summary()).counts.deletedLists, PATIENCE).toBe(1);
  });

  it('stays erased when a callback of them comes late', async () => {
    const id = await launched();
    await finish(id);
    await erase();
    await callBack();
    expect(await placesOf(DIGITS)).toEqual([]);
    const kept = (await (await ask(`/api/imports/${id}/callbacks`)).text()).trim().split('\n');
    expect(kept).toHaveLength(3);
  });

  it.each([
    ['before anything else was done', []],
    ['between a campaign and its import', ['campaign']],
    ['between one import and the next', ['campaign', 'import']],
  ] as const)('is erased in the end though the Worker dies %s', async (_, done) => {
    const ids = [await launched(), await launched(THREE, { again: 'true' })];
    await dialToTheEnd();
    for (const id of ids) await driveUntil(id, ({ state }) => state === 'finished');
    const number = Number(DIGITS);
    // What is on disk at that moment: the job, and everything done before the process died.
    await runInDurableObject(people(), (object, { storage }) => {
      storage.sql.exec(
        'INSERT INTO erasures (number, body) VALUES (?, ?)',
        number,
        JSON.stringify({ number, after: '', left: [] }),
      );
      object.add({ ...ENTRY, number });
    });
    const [first = ''] = ids.toSorted();
    const campaign = env.CAMPAIGNS.getByName(`${lifeIn(await getImport(first))}/1`);
    if (done.some((each) => each === 'campaign')) await campaign.forgetPerson(number);
    if (done.some((each) => each === 'import')) await env.IMPORTS.getByName(first).forgetPerson(number);
    await people().wake();
    await runDurableObjectAlarm(people());
    await expect.poll(() => placesOf(DIGITS), PATIENCE).toEqual(['PEOPLE.entries.number']);
    expect(await erase()).toMatchObject({ state: 'erased', left: [] });
    expect(await placesOf(DIGITS)).toEqual([]);
    expect(await isSuppressed(WHO)).toBe(true);
  });
});

const ENTRY = {
  channel: null,
  group: null,
  source: 'hand',
  by: 'asha',
  note: null,
  expiresAt: null,
  importName: null,
  row: null,
  call: null,
} as const;
