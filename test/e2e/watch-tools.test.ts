import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { importSchema } from '../../shared/protocol/import.ts';
import { templateSchema } from '../../shared/template/template-schema.ts';
import { mobile, mobiles } from '../exotel/dialler/exotel-caller.ts';
import { buildLocalExtension } from '../local/stack/local-extension.ts';
import { startStack } from '../local/stack/local-stack.ts';
import type { LocalStack } from '../local/stack/local-stack.ts';
import { IN_THE_MORNING, morningTime } from '../local/stack/morning-zone.ts';
import { axeViolations } from './support/axe-violations.ts';
import { letRun, STANDING, standStill } from './support/exotel-clock.ts';
import { openExtension } from './support/open-extension.ts';
import type { OpenExtension } from './support/open-extension.ts';
import { openGate } from './support/open-gate.ts';
import type { Gate } from './support/open-gate.ts';
import { goTo, moveTo } from './support/screen-case.ts';
import { tellLogOf } from './support/what-is-there.ts';
import { allow, typeAtOnce } from './support/import-page.ts';
import { IS_WHOLE } from './support/whole-run.ts';

const TAB = 'popup.html?surface=tab';
const NARROW = { width: 360, height: 640 };
const WIDE = { width: 1280, height: 900 };
const PATIENCE = 90_000;

let stack: LocalStack;
let profileDir: string;
let gate: Gate;
let browser: OpenExtension;
/** One for all: from test to test it goes by the hash, as its links do. */
let page: Page;

beforeAll(async () => {
  stack = await startStack({
    openCaps: true,
    user: 'asha',
    vars: IN_THE_MORNING,
    exotel: { ...STANDING, seed: 11, mix: { completed: 1 } },
  });
  tellLogOf(stack);
  gate = await openGate(stack.workerUrl);
  profileDir = await mkdtemp(join(tmpdir(), 'dialsheet-browser-'));
  const extensionDir = await buildLocalExtension({ workerUrl: gate.url, token: stack.token });
  browser = await openExtension(extensionDir, profileDir);
  page = await browser.open(TAB);
});

afterAll(async () => {
  await browser.close();
  await gate.close();
  await stack.stop();
  await rm(profileDir, { recursive: true, force: true });
});

// What a failed test left open holds nobody up after it.
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await goTo(page, '');
});

/** As wide as a desk's window again, whatever the test before left. */
async function show(hash: string): Promise<void> {
  await page.setViewportSize(WIDE);
  await moveTo(page, hash);
}

/** In a narrow window as well: what axe looks at there is the same but for what is too small to press. */
async function axeInNarrow(): Promise<string[]> {
  if (!IS_WHOLE) return [];
  await page.setViewportSize(NARROW);
  return axeViolations(page);
}

/** Half past eleven of tomorrow, by the account's clock. */
const tomorrow = () => morningTime(Date.now(), 1, '11:30');

/** A file through the API, as from a command line; started at once where asked. */
async function bringIn(template: string, id: string, name: string, csv: string, launch: boolean): Promise<void> {
  const query = `template=${template}&id=${id}&name=${encodeURIComponent(name)}&launch=${launch}&again=true`;
  await stack.api.post(`/api/imports?${query}`, csv, importSchema);
}

async function makeTemplate(name: string): Promise<string> {
  const flow = { kind: 'greeting', text: 'Happy Diwali.' };
  const template = { name, channel: 'voice', callerId: '08088919888', flow };
  return (await stack.api.post('/api/templates', template, templateSchema)).id;
}

const sheet = (numbers: readonly string[]) =>
  ['Name,Mobile', ...numbers.map((number, index) => `Person ${index + 1},${number}`)].join('\n');

describe('the first steps', () => {
  it('tick themselves, and stay away once sent away', async () => {
    const steps = page.getByRole('region', { name: 'Your first calls' });
    await steps.getByText('1 of 4 done.').waitFor();
    await steps.getByText('Connect to your Worker (done)').waitFor();
    expect(await axeViolations(page)).toEqual([]);

    await makeTemplate('Greeting');
    await show('#/');
    await steps.getByText('2 of 4 done.').waitFor();
    expect(await axeInNarrow()).toEqual([]);
    await steps.getByRole('button', { name: 'Hide these steps' }).click();
    // It is hidden at once and stored a moment later.
    const stored = () => page.evaluate('chrome.storage.local.get().then((all) => JSON.stringify(all))');
    await expect.poll(stored).toContain('"guideHidden":true');
    await page.reload();
    await page.getByLabel('Choose a file').waitFor({ state: 'attached' });
    await page.getByText('No imports yet. Start one, and it appears here.').waitFor();
    await expect.poll(() => steps.count()).toBe(0);
  });
});

describe('an import before its start', () => {
  it('is given other times, hours, pace and retries, judged while they are typed', async () => {
    await show('#/');
    const file = { name: 'Adjusted.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet(mobiles(30))) };
    await page.getByLabel('Choose a file').setInputFiles(file);
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('button', { name: 'Next: Confirm' }).click();
    const start = page.getByRole('button', { name: 'Start 30 calls in 1 campaign' });
    await start.waitFor();
    await allow(page);
    await page.getByText('30, no retries').waitFor();

    await page.getByRole('button', { name: 'Change times and pace' }).click();
    await page.getByLabel('Try again').selectOption('Twice');
    await page.getByText('90, if every call needs 2 retries').waitFor();
    await page.getByLabel('From').fill('08:00');
    await page.getByText('09:00-21:00').waitFor();
    await page.getByText('Fix the times and pace to start.').waitFor();
    await expect.poll(() => start.isDisabled()).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    const from = page.getByLabel('From');
    await from.fill('10 am');
    await from.blur();
    const hours = async () => [await from.inputValue(), await page.getByLabel('To', { exact: true }).inputValue()];
    await expect.poll(hours).toEqual(['10:00', '21:00']);
    await page.getByLabel('Maximum calls per minute').fill('20');
    await page.getByRole('radio', { name: 'Start at a set time' }).click();
    await page.getByText('Enter a day and a time.').waitFor();
    // A day alone is taken with the first hour of the calls, which then is typed over, on a 24-hour clock.
    const [day = '', time = ''] = tomorrow().typed.split('T');
    await page.getByLabel('Day and time', { exact: true }).fill(day);
    await page.getByText('tomorrow 10:00', { exact: true }).first().waitFor();
    await page.getByLabel('Day and time: time', { exact: true }).fill(time);
    await page.getByText('Changed: start, hours, pace, retries').waitFor();
    await page.getByText('tomorrow 11:30', { exact: true }).waitFor();
    expect(await axeInNarrow()).toEqual([]);

    // Left and come back to, it is still so; and it is what the Worker is told.
    await page.reload();
    await page.getByText('Changed: start, hours, pace, retries').waitFor();
    await allow(page);
    await start.click();
    await page.getByText('of 30 done', { exact: true }).waitFor({ timeout: PATIENCE });
    const id = page.url().split('/').at(-1);
    const { adjust, plan } = await stack.api.get(`/api/imports/${id}`, importSchema);
    expect(adjust).toEqual({
      startAt: tomorrow().iso,
      window: { from: '10:00', to: '21:00' },
      throttle: 20,
      retries: { count: 2, intervalMinutes: 15, mechanism: 'Linear', on: ['busy', 'no-answer'] },
    });
    expect([plan?.startsAt, plan?.worstCaseAttempts]).toEqual([new Date(tomorrow().iso).toISOString(), 90]);
    await page.getByText('Starts tomorrow 11:30').waitFor();
    await stack.api.post(`/api/imports/${id}/stop`, undefined, importSchema);
  });

  it('that lies at the Worker is planned anew before it can be started', async () => {
    await bringIn(await makeTemplate('From a script'), 'at-the-worker', 'At the Worker', sheet(mobiles(10, 50)), false);
    // The page learns of the template where it shows them all.
    await show('#/templates');
    await page.getByRole('heading', { name: 'From a script' }).waitFor();
    await show('#/import/at-the-worker');
    const start = page.getByRole('button', { name: 'Start 10 calls in 1 campaign' });
    await start.waitFor();
    await expect.poll(() => start.isDisabled()).toBe(true);
    await allow(page);
    await expect.poll(() => start.isEnabled()).toBe(true);
    await page.getByRole('button', { name: 'Change times and pace' }).click();
    await page.getByLabel('Try again').selectOption('Once');
    await page.getByText('Press “Use these times”').waitFor();
    await expect.poll(() => start.isDisabled()).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use these times' }).click();
    await page.getByText('Press “Use these times”').waitFor({ state: 'detached' });
    await expect.poll(() => start.isEnabled()).toBe(true);
    const { adjust, plan } = await stack.api.get('/api/imports/at-the-worker', importSchema);
    expect([adjust.retries?.count, plan?.worstCaseAttempts]).toEqual([1, 20]);
  });
});

describe('an import that runs', () => {
  it('says whether a number was called, how fast it goes, and what a word means', async () => {
    const numbers = mobiles(40, 100);
    const recordingUrl = 'https://recordings.example/7.mp3';
    const script = {
      [mobile(100)]: [{ result: 'completed' as const, seconds: 64, digit: '3', recordingUrl }],
      [mobile(101)]: [{ result: 'dnd' as const }],
    };
    stack.exotel.control.setScript({ script });
    const twice = `${sheet(numbers)}\nAgain,${mobile(100)}\nBoth,9810010777 / 9810010778`;
    await bringIn(await makeTemplate('Survey'), 'survey', 'Survey of August', twice, true);
    await show('#/import/survey');
    await page.getByText('of 40 done', { exact: true }).waitFor();
    const pace = page.getByRole('region', { name: 'Calls per minute' });
    await pace.getByText('No calls yet.').waitFor();
    const search = page.getByRole('region', { name: 'Find a number' });
    const field = search.getByLabel('Phone number');

    await page.getByText('Running', { exact: true }).waitFor({ timeout: PATIENCE });
    await letRun(stack.exotel.control, 3_000);
    await page.getByText('Finished', { exact: true }).first().waitFor({ timeout: PATIENCE });
    await standStill(stack.exotel.control);

    // Once nothing will change any more, the answers lead; how many are done stays in sight.
    await page.getByText('39 answered', { exact: true }).waitFor();
    await page.getByText('of 40 done', { exact: true }).waitFor();

    // The one who is not to be disturbed was not rung.
    await pace.getByText(/^39 calls\. Peak: \d+(\.\d)? per minute/).waitFor();
    await pace.getByText('Show as a table').click();
    const inTable = async () => {
      const rows = await pace.getByRole('row').allInnerTexts();
      return rows.slice(1).reduce((sum, row) => sum + Number(row.split('\t')[1]), 0);
    };
    await expect.poll(inTable).toBe(39);

    await field.fill('98100 10100');
    await page.keyboard.press('Enter');
    await search.getByText(`${mobile(100)} is in this import 2 times.`).waitFor();
    await search.getByText('Row 2', { exact: true }).waitFor();
    await search.getByText('Person 1').waitFor();
    await search.getByText('Left out: row 2 has the same number').waitFor();
    await search.getByRole('row', { name: /Completed.*1 min 4 s.*3/ }).waitFor();
    const recording = search.getByRole('link', { name: `Listen to the call with ${mobile(100)}, opens at Exotel` });
    expect([
      await recording.getAttribute('href'),
      await recording.getAttribute('target'),
      await recording.getAttribute('rel'),
    ]).toEqual([recordingUrl, '_blank', 'noopener noreferrer']);
    expect(await axeViolations(page)).toEqual([]);

    await field.fill('098100 10777');
    await page.keyboard.press('Enter');
    await search.getByText('+919810010777 is in 1 row, and that row is left out.').waitFor();
    await search.getByText('Left out: There is more than one number in the cell.').waitFor();

    await field.fill('9810019999');
    await page.keyboard.press('Enter');
    await search.getByText('+919810019999 is not in this import.').waitFor();
    await field.fill('12');
    await page.keyboard.press('Enter');
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');

    await page.getByRole('button', { name: 'What is “do not disturb”?' }).click();
    await page.getByText('Nobody was rung.').waitFor();

    const choose = page.getByRole('button', { name: 'Choose and download' });
    const dialog = page.getByRole('dialog', { name: 'Choose results to download' });
    const take = dialog.getByRole('button', { name: 'Download' });
    await choose.click();
    await dialog.getByLabel('Completed (39)').click();
    await dialog.getByLabel('Do not disturb (1)').click();
    await dialog.getByText('Tick at least one result.').waitFor();
    await expect.poll(() => take.isDisabled()).toBe(true);
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    // Asked again, everybody is ticked again, and a workbook is what one gets.
    await choose.click();
    const workbook = page.waitForEvent('download');
    await take.click();
    expect((await workbook).suggestedFilename()).toBe('Survey of August - results.xlsx');
    expect((await readFile(await (await workbook).path())).subarray(0, 2).toString()).toBe('PK');
    await choose.click();
    await dialog.getByLabel('Completed (39)').click();
    await dialog.getByLabel('File type').selectOption('CSV (.csv)');
    const csv = page.waitForEvent('download');
    await take.click();
    const [, ...taken] = (await readFile(await (await csv).path(), 'utf8')).trim().split('\r\n');
    expect([(await csv).suggestedFilename(), taken.length]).toEqual(['Survey of August - results.csv', 1]);
    expect(taken[0]).toContain(mobile(101));

    // For the tool the file came from: its columns, its words, remembered with the template.
    await choose.click();
    await dialog.getByLabel('File type').selectOption('For your CRM (CSV)');
    await dialog.getByLabel('Write the result in').selectOption('Name');
    await dialog.getByLabel('Completed', { exact: true }).fill('Reached');
    expect(await axeViolations(page)).toEqual([]);
    const forCrm = page.waitForEvent('download');
    await take.click();
    const returned = (await readFile(await (await forCrm).path(), 'utf8')).trim().split('\r\n');
    expect([returned[0], returned.length]).toEqual(['Name,Mobile', 41]);
    expect(returned[1]).toBe(`Reached,${mobile(100)}`);
    expect(returned[2]).toBe(`Person 2,${mobile(101)}`);
    await choose.click();
    await expect.poll(() => dialog.getByLabel('Completed', { exact: true }).inputValue()).toBe('Reached');
    await page.setViewportSize(NARROW);
    // A screen follows a new size of its window a few frames after it.
    const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(beyond).toBe(0);
    expect(await axeInNarrow()).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await axeInNarrow()).toEqual([]);
    await expect.poll(beyond).toBe(0);
  });
});

describe('all imports', () => {
  it('are searched by the Worker, narrowed to a state, and shown again', async () => {
    await show('#/');
    await page.getByRole('link', { name: 'All imports' }).click();
    await page.getByRole('heading', { name: 'All imports' }).waitFor();
    const table = page.getByRole('table', { name: 'Imports' });
    await table.getByRole('link', { name: 'Survey of August' }).waitFor();
    await table.getByRole('link', { name: 'At the Worker' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);

    await page.getByLabel('Search').fill('from a SCRIPT');
    await table.getByRole('link', { name: 'Survey of August' }).waitFor({ state: 'detached' });
    await expect.poll(() => table.getByRole('link').allInnerTexts()).toEqual(['At the Worker']);
    await page.getByLabel('State').selectOption('Finished');
    await page.getByText('No matching imports').waitFor();
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show all imports' }).click();
    await table.getByRole('link', { name: 'Survey of August' }).waitFor();
    await expect.poll(() => page.getByLabel('Search').inputValue()).toBe('');
    await page.getByLabel('State').selectOption('Finished');
    await expect.poll(() => table.getByRole('link').allInnerTexts()).toEqual(['Survey of August']);

    expect(await axeInNarrow()).toEqual([]);
    gate.cut();
    await page.reload();
    await page.getByRole('alert').getByText('The Worker cannot be reached.').waitFor();
    gate.open();
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await table.getByRole('link', { name: 'Survey of August' }).waitFor();
  });
});

describe('single keys', () => {
  it('lead to every screen, never while somebody types, and can be switched off', async () => {
    await show('#/');
    const at = (name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();
    const lead = async (keys: string, name: string) => {
      await typeAtOnce(page, keys);
      await at(name);
    };
    await at('Call a new list');
    // By the time the Worker has answered, keys are listened to.
    await page
      .getByRole('link', { name: /Survey of August/u })
      .first()
      .waitFor();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.getByText('Call a new list').waitFor();
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    // Closed, it is hidden at once and gone a moment later.
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Call a new list' }).click();

    await lead('gc', 'Campaigns');
    await page.keyboard.press('/');
    await expect
      .poll(() => page.getByLabel('Search by name').evaluate((one) => one === document.activeElement))
      .toBe(true);
    await page.keyboard.type('n gt?');
    await expect.poll(() => page.getByLabel('Search by name').inputValue()).toBe('n gt?');
    await at('Campaigns');
    await page.keyboard.press('Tab');
    await page.getByRole('heading', { name: 'Campaigns', level: 1 }).click();
    await lead('gt', 'Templates');
    await page.keyboard.press('/');
    await at('All imports');
    await expect.poll(() => page.getByLabel('Search').evaluate((one) => one === document.activeElement)).toBe(true);
    await page.getByRole('heading', { name: 'All imports' }).click();
    await page.keyboard.press('n');
    await at('Call a new list');

    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await dialog.getByLabel('Use single keys').click();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('heading', { name: 'Call a new list' }).click();
    await typeAtOnce(page, 'gt?');
    await page.reload();
    await at('Call a new list');
    await expect.poll(() => dialog.count()).toBe(0);
  });
});
