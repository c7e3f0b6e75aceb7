import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalStack } from '../local/stack/local-stack.ts';
import { axeViolations } from './support/axe-violations.ts';
import { openGreetingStage } from './support/greeting-stage.ts';
import type { GreetingStage } from './support/greeting-stage.ts';
import type { OpenExtension } from './support/open-extension.ts';
import { allow, focusedName, tabTo as tabToOn } from './support/import-page.ts';
import { keptInBrowser } from './support/kept-in-browser.ts';
import { forgetColumns } from './support/forget-columns.ts';

const TAB = 'popup.html?surface=tab';
const POPUP = { width: 400, height: 600 };

let stage: GreetingStage;
let stack: LocalStack;
let browser: OpenExtension;
let page: Page;

beforeAll(async () => {
  stage = await openGreetingStage('By name', 'Namaste @@Name');
  ({ browser, stack } = stage);
});

afterAll(() => stage.close());

beforeEach(async () => {
  page = await browser.open(TAB);
});

afterEach(async () => {
  // Gone already where a test closed it itself.
  await page.close();
});

async function choose(name: string, content: string | Buffer): Promise<void> {
  await forgetColumns(page);
  await page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

const focused = () => focusedName(page);
const tabTo = (name: string) => tabToOn(page, name);

async function heading(name: string): Promise<void> {
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await expect.poll(focused).toBe(name);
}

describe('the steps of an import', () => {
  it('are gone through by keyboard alone, and each begins at its heading', async () => {
    await page.getByRole('button', { name: 'Paste rows' }).waitFor();
    await tabTo('Paste rows');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('Who\tMobile\nAsha\t9845012345\nRavi\t9845012346\nRavi\t123');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    await heading('Which column is which?');
    await page.getByLabel('@@Name').waitFor();
    await tabTo('@@Name');
    await page.keyboard.type('A');
    await tabTo('Next: Check');
    await page.keyboard.press('Enter');

    await heading('Who will be called?');
    await page.getByText('2 calls').first().waitFor();
    await tabTo('Next: Confirm');
    await page.keyboard.press('Enter');

    await heading('Is everything right?');
    await page.getByText('Namaste Asha').waitFor();
    await tabTo('Next');
    await page.keyboard.press('Enter');
    await page.getByText('Namaste Ravi').waitFor();
    await tabTo('Name of this import');
    // Nothing starts before a person says that they may.
    await expect.poll(() => page.getByRole('button', { name: 'Start 2 calls in 1 campaign' }).isDisabled()).toBe(true);
    await page.getByText('Tick this before you start.').waitFor();
    await tabTo('I am allowed to call these people');
    await page.keyboard.press('Space');
    await tabTo('Start 2 calls in 1 campaign');

    // Back is free: by the step itself, and nothing chosen is lost.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await expect.poll(focused).toBe('Back');
    await page.keyboard.press('Enter');
    await heading('Who will be called?');
    await page.goBack();
    await heading('Is everything right?');
    await page.getByRole('link', { name: 'Columns' }).click();
    await heading('Which column is which?');
    await expect.poll(() => page.getByLabel('@@Name').inputValue()).toBe('0');
  });

  it.each([
    ['columns', 'Which column is which?'],
    ['check', 'Who will be called?'],
    ['confirm', 'Is everything right?'],
  ])('go on at %s in the popup after the tab was closed there', async (step, title) => {
    await choose(`Left at ${step}.csv`, 'Name,Mobile\nAsha,9845012345');
    await page.getByRole('button', { name: 'Next: Check' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Next: Check' }).isEnabled()).toBe(true);
    if (step !== 'columns') await page.getByRole('button', { name: 'Next: Check' }).click();
    if (step === 'confirm') await page.getByRole('button', { name: 'Next: Confirm' }).click();
    await page.getByRole('heading', { name: title }).waitFor();
    await expect.poll(async () => (await keptInBrowser(page, `Left at ${step}`))?.step).toBe(step);
    await page.close();

    page = await browser.open('popup.html', POPUP);
    await page.getByRole('link', { name: new RegExp(`Left at ${step}`) }).click();
    await heading(title);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('keep everything while the Worker is down, and go on when it is back', async () => {
    await choose('Offline.csv', 'Who,Mobile\nAsha,9845012345');
    await page.getByLabel('@@Name').selectOption('A · Who');
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('heading', { name: '1 call from 1 row' }).waitFor();
    await stack.killWorker();
    await page.reload();
    await page.getByRole('alert').getByText('Worker not reachable: your file is safe, start it later').waitFor();
    await page.getByRole('heading', { name: '1 call from 1 row' }).waitFor();
    await page.getByRole('button', { name: 'Next: Confirm' }).click();
    await page.getByText('Connect to the Worker to plan the times.').waitFor();
    expect(await axeViolations(page)).toEqual([]);

    await stack.restartWorker();
    await page.getByText('Namaste Asha').waitFor();
    await page.getByRole('button', { name: 'Start 1 call in 1 campaign' }).waitFor();
  });

  it('lead to the calls once they are started, from the way back and from an old tab too', async () => {
    await choose('Started.csv', 'Name,Mobile\nAsha,9845012399');
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('button', { name: 'Next: Confirm' }).click();
    await allow(page);
    await page.getByRole('button', { name: 'Start 1 call in 1 campaign' }).click();
    await page.getByText('of 1 done', { exact: true }).waitFor();
    await page.getByText('Running', { exact: true }).waitFor();
    const watched = page.url();
    // The address first: the screen before may still be there, which shows the same.
    await page.goBack();
    await expect.poll(() => page.url()).toBe(watched);
    await page.getByText('of 1 done', { exact: true }).waitFor();
    await page.goto(`${watched}/columns`);
    await expect.poll(() => page.url()).toBe(watched);
    await page.getByText('of 1 done', { exact: true }).waitFor();
  });

  it('start with a file that can be used, and say why another cannot', async () => {
    const problem = page.getByRole('alert');
    await page.getByText('up to 100 MB and 10,00,000 rows').waitFor();
    await choose('photo.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]));
    await problem.getByText('This is not a contact file, but a picture.').waitFor();
    await choose('empty.csv', '');
    await problem.getByText('The file is empty.').waitFor();
    await page.getByLabel('Choose a file').evaluate((input: HTMLInputElement) => (input.multiple = true));
    const file = { mimeType: 'text/csv', buffer: Buffer.from('a') };
    await page.getByLabel('Choose a file').setInputFiles([
      { name: 'a.csv', ...file },
      { name: 'b.csv', ...file },
    ]);
    await problem.getByText('Add one file at a time').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('lead from a fault to where it is mended, file first, then columns', async () => {
    await choose('Broken.csv', `Name,Mobile\n"Asha,9845012345\n${'Ravi,9845012346\n'.repeat(5_000)}`);
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('alert').getByText('A quotation mark in row 2').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Next: Confirm' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Choose another file' }).click();
    await heading('Which file?');
    await choose('Mended.csv', 'Title,Mobile\nAsha,9845012345');
    await heading('Which column is which?');
    await page.getByText('Choose a column for @@Name.').waitFor();

    // Gone to by its address, a later step says the same instead of nothing.
    await page.goto(page.url().replace('/columns', '/confirm'));
    await page.getByRole('alert').getByText('Choose a column for @@Name.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Not ready to start' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Go to the columns' }).click();
    await page.getByLabel('@@Name').selectOption('A · Title');
    await expect.poll(() => page.getByRole('button', { name: 'Next: Check' }).isEnabled()).toBe(true);
  });

  it('hand over an example with the columns of the template', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Example file for By name' }).click();
    const example = await download;

    expect(example.suggestedFilename()).toBe('By name - example.csv');
    await forgetColumns(page);
    await page.getByLabel('Choose a file').setInputFiles(await example.path());
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('heading', { name: '3 calls from 3 rows' }).waitFor();
  });
});
