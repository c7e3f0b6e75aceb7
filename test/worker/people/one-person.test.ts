import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { screenAnswerSchema } from '../../../shared/people/screen-answer.ts';
import { suppressionSchema } from '../../../shared/people/suppression.ts';
import { erasedPersonSchema, personSchema, type Person } from '../../../shared/protocol/person.ts';
import { requireConfig } from '../../../worker/config.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { placesIn } from '../support/scan-storage.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset({ script: { mix: { completed: 1 } } });
  template = (await makeTemplate({ keys: { 1: 'interested' } })).id;
});
afterEach(reset);

const WHO = mobile(1);
const DIGITS = WHO.slice(1);

async function find(number: string): Promise<Person> {
  const answer = await post('/api/people/find', { number });
  expect(answer.status).toBe(200);
  return personSchema.parse(await answer.json());
}

async function finished(contacts: number): Promise<string> {
  const { id } = await importIn(sendFile(contactFile(contacts), { template, name: 'Diwali leads', launch: 'true' }));
  await driveUntil(id, isLaunched);
  await dialToTheEnd();
  await driveUntil(id, ({ state }) => state === 'finished');
  return id;
}

function upload(numbers: readonly string[], query = ''): Promise<Response> {
  return ask(`/api/suppressions?${query}`, {
    method: 'POST',
    body: ['Phone', ...numbers].join('\n'),
    headers: { 'content-type': 'text/csv' },
  });
}

async function isSuppressed(number: string): Promise<boolean> {
  const answer = await post('/api/people/screen', { template, numbers: [number] });
  return screenAnswerSchema.parse(await answer.json()).suppressed.length > 0;
}

async function erase(number: string) {
  const answer = await post('/api/people/erase', { number, reason: `asked by mail for ${number}` });
  expect(answer.status).toBe(200);
  return erasedPersonSchema.parse(await answer.json());
}

/** Every "table.column" of the people's object that holds the number as text, as a number or packed. */
async function placesInStorage(): Promise<string[]> {
  const stub = env.PEOPLE.getByName(requireConfig(env).EXOTEL_ACCOUNT_SID);
  return runInDurableObject(stub, (_, { storage }) => placesIn(storage.sql, DIGITS));
}

describe('what is known of one number', () => {
  it('is its entries, what was taken out, and every import with its rows and attempts', async () => {
    const id = await finished(3);
    await post('/api/suppressions', { number: WHO, note: 'asked on the phone' });
    const made = suppressionSchema.parse(
      await (await post('/api/suppressions', { number: WHO, channel: 'sms' })).json(),
    );
    await ask(`/api/suppressions/${made.id}`, {
      method: 'DELETE',
      body: JSON.stringify({ reason: 'by mistake' }),
      headers: { 'content-type': 'application/json' },
    });
    await upload([mobile(7), WHO], 'name=Complaints');
    const person = await find('098100 10002');
    expect(person).toMatchObject({
      number: WHO,
      suppressed: true,
      attempts: 1,
      removals: [{ by: 'asha', reason: 'by mistake', source: 'api' }],
      imports: [
        {
          id,
          name: 'Diwali leads',
          state: 'finished',
          launchedBy: 'asha',
          contacts: [{ line: 3, row: { Name: 'Person 1', Phone: WHO }, outcome: 'completed', seq: 1 }],
        },
      ],
    });
    expect(person.entries.map(({ source }) => source).toSorted()).toEqual(['api', 'upload']);
    expect(person.imports[0]?.contacts[0]?.calls).toHaveLength(1);
    const byAddress = await ask(`/api/people/${encodeURIComponent(WHO)}`);
    expect(personSchema.parse(await byAddress.json()).entries).toEqual(person.entries);
  });

  it('is nothing for a number nobody called or named, and refused for what is none', async () => {
    expect(await find(mobile(99))).toMatchObject({ suppressed: false, entries: [], imports: [], attempts: 0 });
    expect(await refusalOf(await post('/api/people/find', { number: '12' }))).toMatchObject({ status: 400 });
  });
});

describe('a person who is erased', () => {
  it('is nowhere in the list, its uploads or the ledger, and never called again', async () => {
    await finished(3);
    await post('/api/suppressions', { number: WHO, note: 'asked on the phone' });
    await upload([mobile(0), WHO, mobile(2)], 'name=Old');
    await upload([WHO], 'name=Old&mode=replace');
    expect(await placesInStorage()).not.toEqual([]);
    const { entry, left } = await erase(WHO);
    expect(entry).toMatchObject({ number: null, lastDigits: WHO.slice(-3), erased: true });
    expect(left).toEqual([]);
    expect(await placesInStorage()).toEqual([]);
    expect(await isSuppressed(WHO)).toBe(true);
    expect(await (await ask('/api/suppressions')).text()).not.toContain(DIGITS);
    expect(await find(WHO)).toMatchObject({ suppressed: true, imports: [], attempts: 0 });
    expect((await importIn(sendFile(contactFile(3), { template }))).rows).toMatchObject({ accepted: 2, suppressed: 1 });
  });

  it('is not stored again by whoever adds or uploads the number', async () => {
    await erase(WHO);
    const again = await post('/api/suppressions', { number: WHO });
    expect([again.status, await again.json()]).toMatchObject([200, { erased: true, number: null }]);
    expect(await (await upload([mobile(5), WHO])).json()).toMatchObject({ rows: 2, added: 1, known: 1 });
    expect(await placesInStorage()).toEqual([]);
  });

  it('takes nobody along: those beside it in an upload stay as they were', async () => {
    await upload([mobile(0), WHO, mobile(2)]);
    const listed = await ask(`/api/suppressions?search=${mobile(0).slice(1)}`);
    const { items } = z.object({ items: z.array(suppressionSchema) }).parse(await listed.json());
    await ask(`/api/suppressions/${items[0]?.id}`, {
      method: 'DELETE',
      body: JSON.stringify({ reason: 'wants calls' }),
      headers: { 'content-type': 'application/json' },
    });
    await erase(WHO);
    expect(await Promise.all([mobile(0), WHO, mobile(2)].map(isSuppressed))).toEqual([false, true, true]);
  });

  it('leaves no number in the trail', async () => {
    await erase(WHO);
    expect(await (await ask('/api/audit.ndjson')).text()).not.toContain(DIGITS.slice(2));
  });

  it('needs a reason', async () => {
    expect(await refusalOf(await post('/api/people/erase', { number: WHO }))).toMatchObject({ status: 400 });
  });
});
