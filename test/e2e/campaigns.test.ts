import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { importSchema } from '../../shared/protocol/import.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { templateSchema } from '../../shared/template/template-schema.ts';
import { ask, create, mobiles } from '../exotel/dialler/exotel-caller.ts';
import { askMessages, makeList, makeMessages } from '../exotel/sms/message-caller.ts';
import { buildLocalExtension } from '../local/stack/local-extension.ts';
import { startStack } from '../local/stack/local-stack.ts';
import type { LocalStack } from '../local/stack/local-stack.ts';
import { IN_THE_MORNING, morningTime } from '../local/stack/morning-zone.ts';
import { axeViolations } from './support/axe-violations.ts';
import { letRun, STANDING, standStill } from './support/exotel-clock.ts';
import { openExtension } from './support/open-extension.ts';
import type { OpenExtension } from './support/open-extension.ts';
import { goTo, moveTo } from './support/screen-case.ts';
import { tellLogOf } from './support/what-is-there.ts';
import { IS_WHOLE } from './support/whole-run.ts';
import { allow, typeAtOnce } from './support/import-page.ts';

const PATIENCE = { timeout: 90_000, interval: 200 };
const EXOPHONE = '08088919888';

let stack: LocalStack;
let profileDir: string;
let browser: OpenExtension;
/** One for all: from test to test it goes by the hash, as its links do. */
let page: Page;

beforeAll(async () => {
  stack = await startStack({
    openCaps: true,
    user: 'asha',
    vars: IN_THE_MORNING,
    exotel: { ...STANDING, seed: 5, mix: { completed: 1 } },
  });
  tellLogOf(stack);
  profileDir = await mkdtemp(join(tmpdir(), 'dialsheet-browser-'));
  const extensionDir = await buildLocalExtension({ workerUrl: stack.workerUrl, token: stack.token });
  browser = await openExtension(extensionDir, profileDir);
  page = await browser.open('popup.html?surface=tab#/campaigns');
});

afterAll(async () => {
  await browser.close();
  await stack.stop();
  await rm(profileDir, { recursive: true, force: true });
});

// What a failed test left half written holds nobody up after it.
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await goTo(page, '');
});

const stackNow = () => Date.parse(stack.exotel.control.clock().now);
/** A time of tomorrow, by the account's clock. */
const tomorrow = (time: string) => morningTime(stackNow(), 1, time);
const inSeconds = (seconds: number) =>
  new Date(stackNow() + seconds * 1_000).toISOString().replace(/\.\d+Z$/, '+00:00');

/** What Exotel has of a campaign. */
async function atExotel(sid: string): Promise<Record<string, unknown>> {
  return (await ask(stack.exotel.url, { path: `/${sid}` })).first?.data ?? {};
}

/** Opens one campaign by searching for it, as a person would. */
async function openCampaign(name: string): Promise<void> {
  await moveTo(page, '#/campaigns');
  await page.getByLabel('Search by name').fill(name);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name }).waitFor();
}

/** Presses an action and confirms what is said before it. */
async function act(action: string, says: string | RegExp, confirm: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(says).waitFor();
  await dialog.getByRole('button', { name: confirm }).click();
}

/** Lets the stand-in's clock run until the import on screen is over; not before Exotel has it, which lives in real time. */
async function runToTheEnd(): Promise<void> {
  await page.getByText('Running', { exact: true }).waitFor({ timeout: PATIENCE.timeout });
  await letRun(stack.exotel.control, 3_000);
  await page.getByText('Finished', { exact: true }).first().waitFor({ timeout: PATIENCE.timeout });
  await standStill(stack.exotel.control);
}

/** A campaign of messages as somebody else makes one: its numbers lie in a list of that name. */
async function createMessages(list: string, numbers: readonly string[]): Promise<string> {
  stack.exotel.control.setSettings({ csvProcessingMs: 0 });
  const schedule = { start_time: tomorrow('10:00').iso, end_time: tomorrow('18:00').iso };
  const body = makeMessages(await makeList(stack.exotel.url, list, numbers), { name: 'Festival offer', schedule });
  return (await askMessages(stack.exotel.url, 'POST', '', body)).sid;
}

describe('a campaign made elsewhere', () => {
  it('is changed before it starts, and deleted', async () => {
    const schedule = { send_at: tomorrow('10:00').iso, end_at: tomorrow('18:00').iso };
    const { id } = await create(stack.exotel.url, { name: 'Renewal calls', from: mobiles(20), schedule });

    await openCampaign('Renewal calls');
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByLabel('Name').fill('Renewals, second try');
    const starts = page.getByLabel('Starts', { exact: true });
    await page.getByLabel('Starts: time').fill('3 am');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('The start is outside the calling hours').waitFor();
    await expect.poll(() => starts.evaluate((input) => document.activeElement === input), PATIENCE).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByLabel('Starts: time').fill('11:30');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByRole('heading', { name: 'Renewals, second try' }).waitFor();

    const { name, schedule: changed, caller_id: from } = await atExotel(id);
    expect({ name, from }).toEqual({ name: 'Renewals, second try', from: EXOPHONE });
    const instants = Object.entries(changed ?? {}).map(([key, time]) => [key, Date.parse(String(time))]);
    expect(Object.fromEntries(instants)).toEqual({
      send_at: Date.parse(tomorrow('11:30').iso),
      end_at: Date.parse(tomorrow('18:00').iso),
    });

    await act('Delete', 'None of its 20 people are called.', 'Delete campaign');
    await page.getByText('Deleted', { exact: true }).waitFor();
    await page.getByText('No actions left.').waitFor();
    expect(stack.exotel.control.ledger().creates.find(({ sid }) => sid === id)?.status).toBe('deleted');
  });

  it('is paused, resumed, completed and archived, and shows its calls', async () => {
    const numbers = mobiles(90, 100);
    const [first = '', second = ''] = numbers;
    stack.exotel.control.setScript({
      script: {
        [first]: [{ result: 'completed', seconds: 4, digit: '1', recordingUrl: 'https://recordings.example/1.mp3' }],
        [second]: [{ result: 'busy', seconds: 1 }],
      },
    });
    const schedule = { send_at: inSeconds(5), end_at: inSeconds(7_200) };
    const { id } = await create(stack.exotel.url, { name: 'Survey of August', from: numbers, schedule });
    // Half a minute of it: those two are over, and most are not called yet.
    await stack.exotel.control.setClock({ skipTo: inSeconds(35) });

    await openCampaign('Survey of August');
    await act('Pause', 'nobody else is called', 'Pause');
    await page.getByText('Pause: done at Exotel.').waitFor();
    expect(await atExotel(id)).toMatchObject({ status: 'paused' });
    await act('Resume', /not called yet are next/, 'Resume');
    await page.getByText('Resume: done at Exotel.').waitFor();
    await act('Pause', 'nobody else is called', 'Pause');
    await page.getByText('Pause: done at Exotel.').waitFor();

    const details = page.getByRole('region', { name: 'Calls', exact: true });
    await details.getByRole('button', { name: 'Refresh' }).click();
    await details.getByRole('row', { name: new RegExp(`\\${first}.*Completed.* 1 `) }).waitFor();
    const recording = details.getByRole('link', { name: `Listen to the call with ${first}, opens at Exotel` });
    await expect.poll(() => recording.getAttribute('href')).toBe('https://recordings.example/1.mp3');
    await details.getByLabel('Result').selectOption('Busy');
    await expect.poll(() => details.getByRole('row').count(), PATIENCE).toBe(2);
    await details.getByRole('row', { name: new RegExp(`\\${second}.*Busy`) }).waitFor();
    expect(await axeViolations(page)).toEqual([]);

    await act('Complete', /Completing ends the campaign for good: \d+ people not called yet/, /^Complete without/);
    await page.getByText('Complete: done at Exotel.').waitFor();
    await act('Archive', 'There is no way back from the archive.', 'Archive');
    await page.getByText('Archive: done at Exotel.').waitFor();
    await page.getByText('No actions left.').waitFor();
    expect(await atExotel(id)).toMatchObject({ status: 'archived' });
  });

  it('is followed like our own, to its end', async () => {
    const numbers = mobiles(30, 300);
    const { id } = await create(stack.exotel.url, {
      name: 'Holi wishes',
      from: numbers,
      schedule: { send_at: inSeconds(30), end_at: inSeconds(7_200) },
      call_status_callback: 'https://crm.example/calls?key=secret',
    });

    await openCampaign('Holi wishes');
    await act('Follow it here', 'no longer to crm.example.', 'Follow it here');
    await page.getByText('Follows a campaign made elsewhere.').waitFor();
    await page.getByText('of 30 done', { exact: true }).waitFor();
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    expect(await atExotel(id)).toMatchObject({ call_status_callback: expect.stringContaining(stack.workerUrl) });
    await runToTheEnd();
    const view = await stack.api.get(`/api/imports/x-${id}`, importSchema);
    expect([view.origin, view.contacts.completed]).toEqual([{ kind: 'campaign', sid: id, keepsHours: false }, 30]);

    // Followed already, it leads back there.
    await page.getByRole('link', { name: 'Follows a campaign made elsewhere.' }).click();
    await page.getByRole('heading', { name: 'Holi wishes' }).waitFor();
    await page.getByText('Completed', { exact: true }).first().waitFor();
  });
});

describe('a search', () => {
  it('asks at once when its field is left: whoever presses a link is not brought back by it', async () => {
    await moveTo(page, '#/campaigns');
    const address = await page.getByLabel('Search by name').evaluate(async (input) => {
      if (!(input instanceof HTMLInputElement)) return null;
      input.focus();
      input.value = 'Holi';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise(requestAnimationFrame);
      input.blur();
      return location.hash;
    });
    expect(address).toBe('#/campaigns?name=Holi');
  });
});

describe.runIf(IS_WHOLE)('messages made elsewhere', () => {
  it('are paused, resumed, completed and archived, and their list is deleted', async () => {
    const list = 'Festival customers';
    const sid = await createMessages(list, mobiles(4, 700));
    const status = async () => (await askMessages(stack.exotel.url, 'GET', `/${sid}`)).items[0]?.['status'];

    await moveTo(page, '#/campaigns');
    await page.getByRole('link', { name: 'Messages' }).click();
    await page.getByLabel('Search by name').fill('Festival');
    await page.getByRole('link', { name: 'Festival offer', exact: true }).click();
    await page.getByRole('heading', { name: 'Festival offer' }).waitFor();
    await page.getByText('Your order is on its way.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Delete', exact: true }).count()).toBe(0);
    await act('Pause', /^What is under way finishes; nobody else is written to\./, 'Pause');
    await page.getByText('Pause: done at Exotel.').waitFor();
    expect(await status()).toBe('paused');
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    await act('Resume', /^It goes on where it stopped/, 'Resume');
    await page.getByText('Resume: done at Exotel.').waitFor();
    expect(await status()).not.toBe('paused');
    await act('Pause', 'nobody else is written to', 'Pause');
    await page.getByText('Pause: done at Exotel.').waitFor();
    await act('Complete', /^Completing ends the campaign for good/, /^Complete/);
    await page.getByText('Complete: done at Exotel.').waitFor();
    await act('Archive', 'There is no way back from the archive.', 'Archive');
    await page.getByText('Archive: done at Exotel.').waitFor();
    await page.getByText('No actions left.').waitFor();
    expect(await status()).toBe('archived');

    await moveTo(page, '#/lists');
    const row = page.getByRole('row').filter({ hasText: list });
    await row.getByRole('button', { name: `Delete the list ${list}` }).click();
    const dialog = page.getByRole('dialog', { name: `Delete the list “${list}”?` });
    await dialog.getByText('Its 4 contacts are removed from Exotel.').waitFor();
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await row.getByRole('button', { name: `Delete the list ${list}` }).click();
    await dialog.getByRole('button', { name: 'Delete list' }).click();
    await page.getByRole('alert').getByText(`The list “${list}” was deleted.`).waitFor();
    await row.waitFor({ state: 'detached' });
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    expect((await ask(stack.exotel.url, { collection: 'lists', path: '' })).text).not.toContain(list);
  });
});

describe('templates', () => {
  it('are written for messages and for calls from a number of the account', async () => {
    await moveTo(page, '#/templates/new');
    await page.getByLabel('Name', { exact: true }).fill('Order on its way');
    await page.getByRole('radio', { name: 'SMS' }).click();
    await page.getByLabel('Message', { exact: true }).fill('Your order is on its way,');
    await page.getByRole('button', { name: 'Insert a column' }).click();
    await page.keyboard.type('First_name');
    await page.getByText('@@First_name takes the column “First_name”').waitFor();
    await page.getByRole('button', { name: 'Save template' }).click();
    await page.getByText('Fix 3 fields to save').waitFor();
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    await page.getByLabel('Sender id').fill('ACMEIN');
    await page.getByLabel('DLT entity id').fill('1101428740000012125');
    await page.getByLabel('DLT template id').fill('1107160016142600511');
    await page.getByRole('button', { name: 'Save template' }).click();
    await page.getByText('SMS · from ACMEIN · at least 1 message per person').waitFor();

    await page.getByRole('button', { name: 'New template' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Renewal reminder');
    await page.getByLabel('Text to say').fill('Please renew.');
    await page.getByLabel('Call from').selectOption('Another number…');
    await page.getByLabel('The other number').fill('not a number');
    await page.getByRole('button', { name: 'Save template' }).click();
    await expect.poll(() => page.getByLabel('The other number').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Call from').selectOption(EXOPHONE);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save template' }).click();
    await page.getByRole('heading', { name: 'Renewal reminder' }).waitFor();

    const { items } = await stack.api.get('/api/templates', pageSchema(templateSchema));
    expect(new Map(items.map((one) => [one.name, one.channel === 'sms' ? one.text : one.callerId]))).toEqual(
      new Map([
        ['Order on its way', 'Your order is on its way, @@First_name'],
        ['Renewal reminder', EXOPHONE],
      ]),
    );
  });

  it('are never lost by a link, a key or Back, only by saying so', async () => {
    await moveTo(page, '#/templates');
    await page.getByRole('button', { name: 'New template' }).click();
    const name = page.getByLabel('Name', { exact: true });
    const asked = page.getByRole('dialog', { name: 'Leave without saving?' });
    // As somebody types and goes back whose machine is slow to draw.
    const typeAndGoBack = (field: HTMLInputElement) => {
      field.value = 'Half a template';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      history.back();
    };
    const leaving = [() => name.evaluate(typeAndGoBack), () => page.getByRole('link', { name: 'Imports' }).click()];
    const further = [
      () => page.goBack(),
      () => page.getByRole('button', { name: 'Cancel' }).click(),
      async () => {
        await page.getByRole('heading', { name: 'New template' }).click();
        await typeAtOnce(page, 'gc');
      },
    ];
    for (const leave of IS_WHOLE ? [...leaving, ...further] : leaving) {
      await leave();
      await asked.getByText('Your changes to this template will be lost.').waitFor();
      await asked.getByRole('button', { name: 'Stay here' }).click();
      await asked.waitFor({ state: 'detached' });
      await expect.poll(() => new URL(page.url()).hash).toBe('#/templates/new');
      await expect.poll(() => name.inputValue()).toBe('Half a template');
    }
    await page.getByRole('link', { name: 'Imports' }).click();
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    await asked.getByRole('button', { name: 'Leave', exact: true }).click();
    await page.getByRole('heading', { name: 'Call a new list' }).waitFor();
  });

  it.runIf(IS_WHOLE)('take a typed number where Exotel tells none', async () => {
    stack.exotel.control.setSettings({ exophonesForbidden: true });
    await moveTo(page, '#/templates/new');
    await page.getByText('Exotel does not list them for this account.').waitFor();
    await page.getByLabel('Call from').fill(EXOPHONE);
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    stack.exotel.control.setSettings({ exophonesForbidden: false });
    await page.getByRole('link', { name: 'Imports' }).click();
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
  });
});

describe('calling again', () => {
  it('reaches exactly those who did not answer, with any template', async () => {
    const numbers = mobiles(12, 500);
    const silent = numbers.slice(0, 3);
    const engaged = numbers.slice(3, 5);
    const script = Object.fromEntries([
      ...silent.map(
        (number) => [number, [{ result: 'no-answer' as const }, { result: 'completed' as const }]] as const,
      ),
      ...engaged.map((number) => [number, [{ result: 'busy' as const }, { result: 'completed' as const }]] as const),
    ]);
    stack.exotel.control.setScript({ script });
    // Its clock is hours ahead by now: times of this machine's afternoon would be past for it.
    stack.exotel.control.setSettings({ clientClock: true });
    const flow = { kind: 'greeting', text: 'Happy Diwali, @@Name.' };
    const greeting = { name: 'Diwali greeting', channel: 'voice', callerId: EXOPHONE, flow };
    const second = { ...greeting, name: 'Second try', flow: { kind: 'greeting', text: 'Once more, @@Name.' } };
    const { id: template } = await stack.api.post('/api/templates', greeting, templateSchema);
    await stack.api.post('/api/templates', second, templateSchema);
    const csv = ['Name,Mobile', ...numbers.map((number, index) => `Person ${index + 1},${number}`)].join('\n');
    const path = `/api/imports?template=${template}&id=diwali-leads&name=Diwali%20leads&launch=true`;
    await stack.api.post(path, csv, importSchema);

    // The page learns of both templates where it shows them all.
    await moveTo(page, '#/templates');
    await page.getByRole('heading', { name: 'Second try' }).waitFor();
    await moveTo(page, '#/import/diwali-leads');
    await page.getByText('of 12 done', { exact: true }).waitFor();
    await runToTheEnd();

    await page.getByRole('button', { name: 'Call those who did not answer again (5)' }).click();
    const form = page.getByRole('form', { name: 'Choose who to try again' });
    await form.getByLabel('Busy (2)').uncheck();
    await form.getByRole('button', { name: 'Prepare 3 calls' }).waitFor();
    await form.getByLabel('Busy (2)').check();
    await form.getByLabel('Template to use').selectOption('Second try');
    expect(await axeViolations(page)).toEqual([]);
    await form.getByRole('button', { name: 'Prepare 5 calls' }).click();

    // Nothing is called before it was looked at: who, when, and one person's own words.
    await page.getByRole('heading', { name: '5 calls in 1 campaign' }).waitFor();
    await page.getByText('Once more, Person 1.').waitFor();
    await page.getByText('no answer, busy').waitFor();
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    expect(stack.exotel.control.ledger().dials.filter(({ spoken }) => spoken?.startsWith('Once more'))).toEqual([]);
    await allow(page);
    await page.getByRole('button', { name: 'Start 5 calls in 1 campaign' }).click();
    await page.getByText('of 5 done', { exact: true }).waitFor();
    await runToTheEnd();

    const dialled = stack.exotel.control.ledger().dials.filter(({ spoken }) => spoken?.startsWith('Once more'));
    expect(dialled).toHaveLength(5);
    expect(new Set(dialled.map(({ number }) => number))).toEqual(new Set([...silent, ...engaged]));
  });
});
