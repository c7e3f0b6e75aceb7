import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importSchema, importSummarySchema } from '../../shared/protocol/import.ts';
import type { Import } from '../../shared/protocol/import.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { templateSchema } from '../../shared/template/template-schema.ts';
import { buildLocalExtension } from '../local/stack/local-extension.ts';
import { startStack } from '../local/stack/local-stack.ts';
import type { LocalStack } from '../local/stack/local-stack.ts';
import { axeViolations } from './support/axe-violations.ts';
import { IN_THE_MORNING } from '../local/stack/morning-zone.ts';
import { letRun, STANDING, standStill } from './support/exotel-clock.ts';
import { openExtension } from './support/open-extension.ts';
import type { OpenExtension } from './support/open-extension.ts';
import { tellLogOf } from './support/what-is-there.ts';
import { allow } from './support/import-page.ts';
import { IS_WHOLE } from './support/whole-run.ts';

const PEOPLE = 20;
const PATIENCE = { timeout: 90_000, interval: 200 };

interface Person {
  readonly name: string;
  readonly number: string;
  readonly city: string;
}

/** Every tenth has no city; one name has a comma, one is Hindi. */
const people: readonly Person[] = Array.from({ length: PEOPLE }, (_, index) => ({
  name: index === 3 ? 'Iyer, Meera' : index === 4 ? 'आशा शर्मा' : `Person ${index + 1}`,
  number: String(9_845_012_345 + index * 37),
  city: index % 10 === 9 ? '' : index % 2 === 0 ? 'Pune' : 'Kochi',
}));

const TEMPLATES = [
  {
    name: 'Order, by name',
    channel: 'voice',
    callerId: '08088919888',
    flow: { kind: 'greeting', text: 'Namaste @@Name, your order for @@City is on its way.' },
  },
  {
    name: 'Order on its way',
    channel: 'sms',
    text: 'Dear @@Name, your order is on its way to @@City.',
    senderId: 'ACMEIN',
    dltEntityId: '1101234567890123456',
    dltTemplateId: '1107123456789012345',
  },
];

let stack: LocalStack;
let profileDir: string;
let browser: OpenExtension;
let page: Page;

beforeAll(async () => {
  stack = await startStack({
    openCaps: true,
    user: 'asha',
    vars: IN_THE_MORNING,
    exotel: { ...STANDING, seed: 11, mix: { completed: 1 } },
  });
  tellLogOf(stack);
  for (const template of TEMPLATES) await stack.api.post('/api/templates', template, templateSchema);
  profileDir = await mkdtemp(join(tmpdir(), 'dialsheet-browser-'));
  const extensionDir = await buildLocalExtension({ workerUrl: stack.workerUrl, token: stack.token });
  browser = await openExtension(extensionDir, profileDir);
  page = await browser.open('popup.html?surface=tab');
});

afterAll(async () => {
  await browser.close();
  await stack.stop();
  await rm(profileDir, { recursive: true, force: true });
});

async function newestImport(): Promise<Import> {
  const { items } = await stack.api.get('/api/imports', pageSchema(importSummarySchema));
  return stack.api.get(`/api/imports/${items[0]?.id}`, importSchema);
}

/** Lets the stand-in's clock run until the import that was started last is over. */
async function runToTheEnd(): Promise<Import> {
  await expect.poll(async () => (await newestImport()).state, PATIENCE).toBe('running');
  await letRun(stack.exotel.control, 5_000);
  await page.getByText('Finished', { exact: true }).first().waitFor({ timeout: PATIENCE.timeout });
  await standStill(stack.exotel.control);
  return newestImport();
}

describe('a call that says each person’s own words', () => {
  it('goes from the file to the last call, and everyone hears what the preview said', async () => {
    const csv = people.map(({ name, number, city }) => `"${name}",${number},${city}`);
    const file = ['Customer,Mobile,City', ...csv].join('\n');

    await page.getByLabel('Call with').selectOption('Order, by name');
    await page.getByLabel('Choose a file').setInputFiles({
      name: 'Orders.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(file),
    });

    // The variable nobody is headed like blocks the way until it is mapped.
    const next = page.getByRole('button', { name: 'Next: Check' });
    await page.getByText('Choose a column for @@Name.').waitFor();
    await expect.poll(() => next.isDisabled()).toBe(true);
    await page.getByLabel('@@Name').selectOption({ label: 'A · Customer' });
    await next.click();
    await page.getByRole('heading', { name: '20 calls from 20 rows' }).waitFor();
    await page.getByText('2 people have no City: the call skips it.').waitFor();
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);

    // One of them is looked at, then the first person and a neighbour.
    await page.getByRole('button', { name: 'Preview one without City' }).click();
    const preview = page.getByRole('region', { name: 'What one person hears' });
    await preview.getByText('Namaste Person 10, your order for no City is on its way.').waitFor();
    await preview.getByLabel('Row').fill('4');
    await preview.getByRole('button', { name: 'Show' }).click();
    await preview.getByText('Namaste Person 3, your order for Pune').waitFor();
    await preview.getByRole('button', { name: 'Next person' }).click();
    await preview.getByText('Namaste Iyer, Meera, your order for Kochi').waitFor();
    await page.getByText('The text has variables, so each campaign gets a list').waitFor();
    expect(await axeViolations(page)).toEqual([]);

    await allow(page);
    await page.getByRole('button', { name: 'Start 20 calls in 1 campaign' }).click();
    const view = await runToTheEnd();

    const heard = new Map(stack.exotel.control.ledger().dials.map(({ number, spoken }) => [number, spoken]));
    const expected = people.map(({ name, number, city }): [string, string] => [
      `+91${number}`,
      `Namaste ${name}, your order for ${city} is on its way.`,
    ]);
    expect(heard).toEqual(new Map(expected));
    expect([view.state, view.rows.accepted, view.contacts.completed, view.campaigns.length]).toEqual([
      'finished',
      PEOPLE,
      PEOPLE,
      1,
    ]);
    expect(view.variables.map(({ name, column, missing }) => [name, column, missing])).toEqual([
      ['Name', 1, 0],
      ['City', 3, 2],
    ]);

    // The same headings again: nothing is asked any more, and what was decided is said.
    await page.getByRole('link', { name: 'Imports' }).click();
    await page.getByLabel('Choose a file').setInputFiles({
      name: 'More orders.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Customer,Mobile,City\nRavi,9845099999,Pune'),
    });
    await page.getByRole('button', { name: 'Start 1 call in 1 campaign' }).waitFor();
    await page.getByText('@@Name from “Customer”.', { exact: true }).waitFor();
    await page.getByText('Numbers from “Mobile”, as last time.', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Columns' }).click();
    await page.getByText('Same columns as last time, for the same headings.').waitFor();
    await expect.poll(() => page.getByLabel('@@Name').inputValue()).toBe('0');
  });
});

describe('a message to everyone', () => {
  it('goes from pasted rows to the last message, each with its own words', async () => {
    const rows = people.map(({ name, number, city }) => `${name}\t${number}\t${city}`);

    await page.getByRole('link', { name: 'Imports', exact: true }).click();
    await page.getByLabel('Call with').selectOption('Order on its way');
    await page.getByRole('button', { name: 'Paste rows' }).click();
    await page.getByLabel('Rows copied from a spreadsheet').fill(['Name\tMobile\tCity', ...rows].join('\n'));
    await page.getByRole('button', { name: 'Use these rows' }).click();
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('heading', { name: '20 messages from 20 rows' }).waitFor();
    await page.getByRole('button', { name: 'Next: Confirm' }).click();
    const preview = page.getByRole('region', { name: 'What one person reads' });
    await preview.getByText('Dear Person 1, your order is on its way to Pune.').waitFor();
    await preview.getByText('48 characters, 1 part').waitFor();
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);

    await allow(page);
    await page.getByRole('button', { name: 'Send 20 messages in 1 campaign' }).click();
    const view = await runToTheEnd();

    const read = new Map(stack.exotel.control.ledger().messages.map(({ number, text }) => [number, text]));
    const expected = people.map(({ name, number, city }): [string, string] => [
      `+91${number}`,
      `Dear ${name}, your order is on its way to ${city}.`,
    ]);
    expect(read).toEqual(new Map(expected));
    expect(stack.exotel.control.summary().numbersMessagedTwice).toEqual([]);
    expect([view.state, view.name, view.channel, view.contacts.completed]).toEqual([
      'finished',
      'Pasted rows',
      'sms',
      PEOPLE,
    ]);
  });
});
