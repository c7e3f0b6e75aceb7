import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { suppressionSchema } from '../../shared/people/suppression.ts';
import { templateSchema } from '../../shared/template/template-schema.ts';
import type { LocalStack } from '../local/stack/local-stack.ts';
import { axeViolations } from './support/axe-violations.ts';
import { letRun, standStill } from './support/exotel-clock.ts';
import { allow, chooseFile, focusedName, tabTo as tabToOn } from './support/import-page.ts';
import { openImportStage } from './support/import-stage.ts';
import type { ImportStage } from './support/import-stage.ts';
import { keptInBrowser } from './support/kept-in-browser.ts';
import { forgetColumns } from './support/forget-columns.ts';
import { IS_WHOLE } from './support/whole-run.ts';

const PATIENCE = { timeout: 120_000, interval: 200 };

let stage: ImportStage;
let stack: LocalStack;
let page: Page;

beforeAll(async () => {
  stage = await openImportStage();
  ({ stack } = stage);
  page = await stage.tab();
});

afterAll(() => stage.close());

const choose = (name: string, content: string | Uint8Array) => chooseFile(page, name, content);

const focused = () => focusedName(page);
const tabTo = (name: string) => tabToOn(page, name);

async function heading(name: string): Promise<void> {
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await expect.poll(focused).toBe(name);
}

/** First: until then this account has called nobody. */
describe('one’s own number first', () => {
  const MINE = '98100 90001';
  let confirm = '';
  const card = () => page.getByRole('region', { name: 'Call my own number' });
  const answered = () => card().getByRole('status').getByText('You answered.').waitFor(PATIENCE);
  const pressCall = () => card().getByRole('button', { name: 'Call this number' }).click();

  it('rings once with what the person shown will hear, though the answer was lost and the press repeated', async () => {
    await page.getByLabel('Call with').selectOption('By name');
    await choose('Own.csv', 'Name,Mobile\nAsha,9876543331\nBina,9123453333');
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('button', { name: 'Next: Confirm' }).click();
    await page.getByRole('button', { name: 'Next person' }).click();
    await page.getByText('Namaste Bina').waitFor(PATIENCE);
    confirm = page.url();
    await page.getByRole('button', { name: 'Call my own number first' }).click();
    await expect
      .poll(
        () =>
          card()
            .getByLabel('My number')
            .evaluate((field) => field === document.activeElement),
        PATIENCE,
      )
      .toBe(true);
    await page.keyboard.type(MINE);
    await card().getByText('as said to the person of row 3').waitFor(PATIENCE);
    expect(await axeViolations(page)).toEqual([]);
    stage.gate.loseAnswer(({ url }) => url === '/api/test-calls');
    await page.keyboard.press('Enter');
    await expect.poll(() => stage.importNamed('Test call: Own'), PATIENCE).not.toBeNull();
    await pressCall();
    await expect.poll(() => stack.exotel.control.ledger().creates.length, PATIENCE).toBe(1);
    await letRun(stack.exotel.control, 1_200);
    await answered();
    await standStill(stack.exotel.control);
    const { dials, creates } = stack.exotel.control.ledger();
    expect(dials.map(({ number, spoken }) => [number, spoken])).toEqual([['+919810090001', 'Namaste Bina']]);
    expect(creates.length).toBe(1);
  });

  it('is remembered in this browser, and listed as what it is', async () => {
    await page.reload();
    await answered();
    await expect.poll(() => card().getByLabel('My number').inputValue()).toBe(MINE);
    await card().getByRole('link', { name: 'See this call' }).click();
    await page.getByRole('heading', { name: 'Test call: Own' }).waitFor(PATIENCE);
    await page.goto(page.url().replace(/#.*/u, '#/imports'));
    await page.getByRole('link', { name: 'Test call: Own' }).waitFor(PATIENCE);
    await page.getByRole('cell', { name: 'Test call', exact: true }).waitFor(PATIENCE);
    await page.getByLabel('State').selectOption({ label: 'Finished' });
    await page.getByText('No matching imports').waitFor(PATIENCE);
  });

  it('says why it does not ring', async () => {
    await stack.api.post('/api/suppressions', { number: MINE }, suppressionSchema);
    await page.goto(confirm);
    await answered();
    await pressCall();
    await card().getByRole('alert').getByText('This number is on the do-not-call list.').waitFor(PATIENCE);
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    expect(stack.exotel.control.ledger().creates.length).toBe(1);
  });
});

describe('a template made elsewhere since the page was opened', () => {
  it('is offered where one goes home to call a new list', async () => {
    const flow = { kind: 'greeting', text: 'Namaste' };
    const template = { name: 'Made elsewhere', channel: 'voice', callerId: '08088919888', flow };
    await stack.api.post('/api/templates', template, templateSchema);
    await page.getByRole('link', { name: 'Imports', exact: true }).click();
    await page.getByRole('option', { name: 'Made elsewhere' }).waitFor({ state: 'attached' });
  });
});

describe('the steps of an import', () => {
  /** The first screen, in one tab for all of them. */
  beforeEach(async () => {
    if (page.isClosed()) page = await stage.tab();
    await page.evaluate(() => (location.hash = '#/'));
    await page.getByLabel('Call with').selectOption('By name');
  });

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

  const steps = [
    ['columns', 'Which column is which?'],
    ['check', 'Who will be called?'],
    ['confirm', 'Is everything right?'],
  ] as const;
  // On the way to the last step each of the others is seen to be kept.
  it.each(IS_WHOLE ? steps : steps.slice(-1))(
    'go on at %s in the popup after the tab was closed there',
    async (last, title) => {
      await choose(`Left at ${last}.csv`, 'Name,Mobile\nAsha,9845012345');
      for (const [step, named] of steps) {
        await page.getByRole('heading', { name: named, level: 1 }).waitFor();
        await expect.poll(async () => (await keptInBrowser(page, `Left at ${last}`))?.step, PATIENCE).toBe(step);
        if (step === last) break;
        await page.getByRole('button', { name: step === 'columns' ? 'Next: Check' : 'Next: Confirm' }).click();
      }
      await page.close();

      page = await stage.popup();
      await page.getByRole('link', { name: new RegExp(`Left at ${last}`, 'u') }).click();
      await heading(title);
      expect(await axeViolations(page)).toEqual([]);
      await page.close();
    },
  );

  it('keep everything while the Worker is down, and go on when it is back', async () => {
    await choose('Offline.csv', 'Who,Mobile\nAsha,9845012345');
    await page.getByLabel('@@Name').selectOption('A · Who');
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('heading', { name: '1 call from 1 row' }).waitFor();
    stage.gate.cut();
    await page.reload();
    await page.getByRole('alert').getByText('Worker not reachable: your file is safe, start it later').waitFor();
    await page.getByRole('heading', { name: '1 call from 1 row' }).waitFor();
    await page.getByRole('button', { name: 'Next: Confirm' }).click();
    await page.getByText('Connect to the Worker to plan the times.').waitFor();
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);

    stage.gate.open();
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
    await choose('photo.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0));
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
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
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
