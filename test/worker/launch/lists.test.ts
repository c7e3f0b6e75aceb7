import { abortAllDurableObjects, reset, runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, importIn, makeTemplate, post, sendFile } from '../support/edge.ts';
import { z } from 'zod';
import { exotel } from '../campaigns/elsewhere.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import type { Import } from '../../../shared/protocol/import.ts';

const CONTACTS = 40;
const GREETING = { flow: { kind: 'greeting', text: 'Hello @@Name' } } as const;

beforeEach(async () => {
  startClock();
  await standIn.reset({ script: { mix: { completed: 1 } }, settings: { csvProcessingMs: 0 } });
});
afterEach(reset);

/** Launches a file whose numbers go to Exotel as lists, because its owner chose that. */
async function launchLists(template: string, file = contactFile(CONTACTS)): Promise<Import> {
  const { id } = await importIn(sendFile(file, { template }));
  const checked = await importIn(post(`/api/imports/${id}/check`, { delivery: 'lists' }));
  expect(checked.plan).toMatchObject({ delivery: 'static', lists: 1, campaigns: 1 });
  const wanted = { contacts: CONTACTS, campaigns: 1 };
  return importIn(post(`/api/imports/${id}/launch`, { expect: wanted, again: true }));
}

async function finish(id: string): Promise<Import> {
  await driveUntil(id, isLaunched);
  await dialToTheEnd();
  return driveUntil(id, ({ state }) => state === 'finished');
}

/** Adds the number to Exotel's address book and answers the contact's sid. */
async function contactSidOf(number: string): Promise<string> {
  const { result } = await exotel.request('POST', '/contacts', { contacts: [{ number }] });
  return z.object({ sid: z.string() }).parse(result.ok ? result.value.items[0]?.data : null).sid;
}

describe('an import of lists', () => {
  it('uploads them, then makes the campaign, then calls everyone once', async () => {
    const { id } = await launchLists((await makeTemplate()).id);
    const end = await finish(id);
    expect(end.contacts).toMatchObject({ completed: CONTACTS, queued: 0 });
    const counts = { total: CONTACTS, success: CONTACTS, duplicate: 0, failed: 0 };
    expect(end.campaigns[0]?.lists).toMatchObject([{ state: 'completed', contacts: CONTACTS, counts, reused: false }]);
    const { counts: judged, campaignsBeforeTheirLists } = await standIn.summary();
    expect(judged).toMatchObject({ lists: 1, numbersInLists: CONTACTS, numbersDialled: CONTACTS });
    expect(campaignsBeforeTheirLists).toEqual([]);
  });

  it('uploads a list once and calls it with many templates', async () => {
    const first = await launchLists((await makeTemplate()).id);
    await driveUntil(first.id, isLaunched);
    const second = await launchLists((await makeTemplate({ name: 'Another greeting' })).id);
    const end = await finish(second.id);
    expect(end.campaigns[0]?.lists).toMatchObject([{ state: 'completed', reused: true }]);
    expect((await standIn.summary()).counts).toMatchObject({ lists: 1, uploads: 1, numbersInLists: CONTACTS });
  });

  it('calls nobody whom somebody put into the list in Exotel’s dashboard, though it holds as many', async () => {
    const first = await launchLists((await makeTemplate()).id);
    const { campaigns } = await driveUntil(first.id, isLaunched);
    await driveUntil(first.id, ({ campaigns: [made] }) => made?.lists[0]?.state === 'completed');
    const sid = campaigns[0]?.lists[0]?.sid ?? '';
    const [one, other] = [await contactSidOf(mobile(0)), await contactSidOf(mobile(9_999))];
    await standIn.asExotelUser('DELETE', `/lists/${sid}/contacts/${one}`);
    await standIn.asExotelUser('POST', `/lists/${sid}/contacts`, { contact_references: [{ contact_sid: other }] });
    await post(`/api/imports/${first.id}/stop`);
    await driveUntil(first.id, ({ state }) => state === 'stopped');
    const second = await launchLists((await makeTemplate({ name: 'Another greeting' })).id);
    const end = await finish(second.id);
    expect(end.campaigns[0]?.lists).toMatchObject([{ state: 'completed', reused: false }]);
    const dialled = (await standIn.dials()).map(({ number }) => number);
    expect([dialled.includes(mobile(0)), dialled.includes(mobile(9_999)), dialled.length]).toEqual([
      true,
      false,
      CONTACTS,
    ]);
  });

  it('uploads anew what is no longer there', async () => {
    await standIn.settings({ deleteUsedList: 'allow' });
    const first = await launchLists((await makeTemplate()).id);
    const { campaigns } = await driveUntil(first.id, isLaunched);
    const sid = campaigns[0]?.lists[0]?.sid ?? '';
    await standIn.asExotelUser('DELETE', `/lists/${sid}`);
    const second = await launchLists((await makeTemplate({ name: 'Another greeting' })).id);
    await finish(second.id);
    expect((await standIn.summary()).counts).toMatchObject({ lists: 2, deletedLists: 1, numbersDialled: CONTACTS });
  });

  it('tells of those Exotel does not take, and calls the others', async () => {
    await standIn.faults({ operation: 'csv_upload', kind: 'rows_failed', failedShare: 0.2 });
    const { id } = await launchLists((await makeTemplate()).id);
    const end = await finish(id);
    const missing = CONTACTS - (end.campaigns[0]?.lists[0]?.counts?.success ?? 0);
    expect(missing).toBeGreaterThan(0);
    expect(end.contacts).toMatchObject({ completed: CONTACTS - missing, invalid: missing, unaccounted: 0 });
    expect(end.attention.map(({ code, seq }) => [code, seq])).toEqual([['list_partly_taken', 1]]);
  });
});

describe('a text with variables', () => {
  it('reaches everyone with their own values, over kills', async () => {
    const template = await makeTemplate(GREETING);
    const { id, plan } = await importIn(sendFile(contactFile(CONTACTS), { template: template.id, launch: 'true' }));
    expect(plan).toMatchObject({ delivery: 'dynamic', lists: 1 });
    await abortAllDurableObjects();
    await driveUntil(id, ({ campaigns }) => campaigns[0]?.lists[0]?.state === 'completed');
    await abortAllDurableObjects();
    const end = await finish(id);
    expect(end.contacts).toMatchObject({ completed: CONTACTS, unaccounted: 0 });
    const spoken = (await standIn.dials()).map(({ spoken: text }) => text ?? '');
    expect(spoken.toSorted()).toEqual(Array.from({ length: CONTACTS }, (_, n) => `Hello Person ${n}`).toSorted());
  });
});

describe('people without a value', () => {
  const TEXT = { flow: { kind: 'greeting', text: 'Hello @@Name, @@Renewal Date, @@Due' } } as const;
  const FILE = [
    'Name,Renewal Date,Due,Mobile',
    ',12/11/2025,500,9876543210',
    'Asha,12/11/2025,"1,250.00",9876543211',
    ',,500,9876543211',
    'Bina,,500,9876543212',
    'Chetan,1/12/25,,9876543210',
  ].join('\n');
  const CHOSEN = {
    required: ['Renewal Date'],
    fallbacks: { Name: 'customer', due: 'nothing' },
    spoken: { 'renewal date': 'date', Due: 'amount' },
  } as const;

  it('hear what was chosen, or are left out, as was counted and shown', async () => {
    const template = await makeTemplate(TEXT);
    const { id } = await importIn(sendFile(FILE, { template: template.id }));
    const checked = await importIn(post(`/api/imports/${id}/check`, { columns: CHOSEN }));
    expect(checked.rows).toMatchObject({ total: 5, accepted: 2, duplicate: 1, invalid: 2, blank: 0 });
    expect(checked.issues).toEqual({ duplicate: 1, value_missing: 2 });
    expect(checked.variables).toMatchObject([
      { name: 'Name', missing: 1, fallback: 'customer', spoken: null },
      { name: 'Renewal Date', missing: 0, fallback: '', spoken: 'date' },
      { name: 'Due', missing: 0, fallback: 'nothing', spoken: 'amount' },
    ]);
    const preview = await (await ask(`/api/imports/${id}/preview`)).json();
    expect(preview).toMatchObject({ line: 2, missing: ['Name'], parts: [{}, { value: 'customer' }, {}, {}, {}, {}] });
    await importIn(post(`/api/imports/${id}/launch`, { expect: { contacts: 2, campaigns: 1 } }));
    await finish(id);
    const heard = (await standIn.dials()).map(({ number, spoken }) => [number, spoken]);
    expect(heard.toSorted(([left = ''], [right = '']) => left.localeCompare(right))).toEqual([
      ['+919876543210', 'Hello customer, 12 November 2025, 500 rupees'],
      ['+919876543211', 'Hello Asha, 12 November 2025, 1250 rupees'],
    ]);
  });
});

describe('lists of an import that is over', () => {
  it('are deleted when it was stopped before they were called', async () => {
    await standIn.settings({ csvProcessingMs: 600 });
    const { id } = await launchLists((await makeTemplate()).id);
    await driveUntil(id, ({ campaigns }) => campaigns[0]?.lists[0]?.state === 'processing');
    await importIn(post(`/api/imports/${id}/stop`));
    await driveUntil(id, ({ campaigns }) => campaigns[0]?.lists[0]?.state === 'dropped');
    await driveUntil(id, ({ finishedAt }) => finishedAt !== null);
    await expectNoLists();
  });

  it('stay until it is deleted, and are deleted with it unless another import calls them', async () => {
    const first = await launchLists((await makeTemplate()).id);
    await driveUntil(first.id, isLaunched);
    const second = await launchLists((await makeTemplate({ name: 'Another greeting' })).id);
    await finish(second.id);
    await driveUntil(first.id, ({ state }) => state === 'finished');
    await ask(`/api/imports/${first.id}`, { method: 'DELETE' });
    expect((await standIn.summary()).counts).toMatchObject({ lists: 1, deletedLists: 0 });
    await ask(`/api/imports/${second.id}`, { method: 'DELETE' });
    await runDurableObjectAlarm(env.IMPORTS.getByName(second.id));
    await expectNoLists();
  });
});

async function expectNoLists(): Promise<void> {
  const { counts } = await standIn.summary();
  expect([counts.lists, counts.deletedLists]).toEqual([1, 1]);
}

describe('an import of messages', () => {
  it('is sent once, by lists, ten minutes ahead or more', async () => {
    const { id: template } = await makeTemplate({
      channel: 'sms',
      callerId: undefined,
      flow: undefined,
      text: 'Dear @@Name, your order is ready.',
      senderId: 'DIWALI',
      dltEntityId: '1101428740000012125',
      dltTemplateId: '1107160016142600511',
    });
    const { id } = await importIn(sendFile(contactFile(CONTACTS), { template, launch: 'true' }));
    await driveUntil(id, isLaunched);
    await dialToTheEnd();
    const end = await driveUntil(id, ({ state }) => state === 'finished');
    expect(end).toMatchObject({ channel: 'sms', contacts: { completed: CONTACTS, queued: 0 } });
    const { counts, numbersMessagedTwice } = await standIn.summary();
    expect([counts.messages, counts.messagesOutsideWindow, numbersMessagedTwice]).toEqual([CONTACTS, 0, []]);
  });
});
