import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { templateSchema } from '../../shared/template/template-schema.ts';
import type { LocalStack } from '../local/stack/local-stack.ts';
import { axeViolations } from './support/axe-violations.ts';
import { openGreetingStage } from './support/greeting-stage.ts';
import type { GreetingStage } from './support/greeting-stage.ts';
import { allow, chooseFile } from './support/import-page.ts';
import { IS_WHOLE } from './support/whole-run.ts';

const TAB = 'popup.html?surface=tab';
/** Where pictures of the step are put, to be looked at; none are made without it. */
const PICTURES = process.env['PICTURES'];

let stage: GreetingStage;
let stack: LocalStack;
let page: Page;

beforeAll(async () => {
  stage = await openGreetingStage('Hello', 'Namaste');
  ({ stack } = stage);
  const flow = { kind: 'greeting', text: 'Hello @@Name, pay by @@Due' };
  const renewal = { name: 'Renewal', channel: 'voice', callerId: '08088919888', flow };
  await stack.api.post('/api/templates', renewal, templateSchema);
  page = await stage.browser.open(TAB);
});

afterAll(() => stage.close());

/** To the first screen, and from there to the columns of a file. */
async function choose(name: string, ...lines: readonly string[]): Promise<void> {
  await chooseFor('Hello', name, lines);
  await page.getByLabel('Phone numbers', { exact: true }).waitFor();
}

async function chooseFor(template: string, name: string, lines: readonly string[]): Promise<void> {
  await page.evaluate(() => (location.hash = '#/'));
  await page.getByLabel('Call with').selectOption(template);
  await chooseFile(page, name, lines.join('\n'));
}

/** How many numbers are called by that import. */
const rung = (name: string) =>
  stack.exotel.control
    .summary()
    .campaigns.filter((campaign) => campaign.name.startsWith(`${name} `))
    .reduce((sum, { numbers }) => sum + numbers, 0);

async function picture(name: string): Promise<void> {
  if (PICTURES === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${PICTURES}/${name}-${colorScheme}-${width}.png`, fullPage: true });
    }
  }
}

describe('the step of the columns', () => {
  it('says a guess as a guess, and takes the runner-up on one press', async () => {
    await choose('Calls.csv', 'From,To', '9876543210,9123456789', '9123456780,9876543211');
    await page.getByText('A guess: "To" holds phone numbers too. Choose whom to call.').waitFor();
    await expect.poll(() => page.getByLabel('Phone numbers', { exact: true }).inputValue()).toBe('0');
    await page.getByText('To: 9123456789, 9876543211').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await picture('guess');

    await page.getByRole('button', { name: 'Use “To” instead' }).click();
    await page.getByText('You chose it.').waitFor();
    await expect.poll(() => page.getByLabel('Phone numbers', { exact: true }).inputValue()).toBe('1');
    // And back again as easily.
    await page.getByRole('button', { name: 'Use “From” instead' }).waitFor();
  });

  it.runIf(IS_WHOLE)('says in one line why a column was taken', async () => {
    await choose('Report.csv', 'RECEIVER_MOBILE,SENDER_MOBILE', '9811111222,9876543210', '9811111222,9123456789');
    await page.getByText('"RECEIVER_MOBILE" holds the same number in every row').waitFor();
  });

  it.runIf(IS_WHOLE)(
    'takes the country of each number, says what is left out above, and tells another table below',
    async () => {
      await choose(
        'World.csv',
        'Leads of November',
        '',
        'Country Code,Phone',
        '91,9876543210',
        '1,2025550123',
        'City,Name,Phone',
        'Pune,Asha,x',
      );
      await page.getByText('2 lines above the headings are left out: titles, not contacts.').waitFor();
      await page.getByText('Row 6 looks like the headings of another table: City, Name, Phone.').waitFor();
      const country = page.getByLabel('Country of each number');
      await expect.poll(() => country.inputValue()).toBe('0');
      if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
      await picture('country');

      await page.getByRole('button', { name: 'Next: Check' }).click();
      await page.getByRole('heading', { name: '2 calls from 4 rows' }).waitFor();
    },
  );

  it('leaves out whom a column says not to call, says which, and lets a person decide otherwise', async () => {
    await choose('Asked.csv', 'Name,Mobile,DND', 'Asha,9876543210,', 'Bina,9123456789,Yes', 'Asha,9876543210,y');
    const dnd = page.getByLabel('Use “DND”');
    await expect.poll(() => dnd.isChecked()).toBe(true);
    await page.getByText('Who is not called').waitFor();
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    await picture('do-not-call');
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('heading', { name: 'Nobody to call' }).waitFor();
    await page.getByText('3 rows are left out, because the file says not to call: “DND”.').waitFor();
    await page.getByText('The file says not to call this person.').first().waitFor();
    await picture('left-out-by-file');

    await page.getByRole('link', { name: 'Change under Columns' }).click();
    await dnd.click();
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('heading', { name: '2 calls from 3 rows' }).waitFor();
  });

  it.runIf(IS_WHOLE)('says where such a column may mean something else', async () => {
    await choose('Unclear.csv', 'Name,Mobile,DND', 'Asha,9876543210,Category 1', 'Bina,9123456789,');
    await page.getByText('“DND” may say who must not be called, but not every cell says yes or no.').waitFor();
    await picture('do-not-call-unclear');
  });

  it('asks what becomes of further numbers, and rings those that were chosen', async () => {
    await choose('Two each.csv', 'Name,Mobile 1,Mobile 2', 'Asha,9876543210,9123456789', 'Bina,NA,9123456780');
    await page.getByText('Phone numbers in “Mobile 2” too').waitFor();
    const policy = page.getByLabel('Numbers to call');
    await expect.poll(() => policy.inputValue()).toBe('first');
    await policy.selectOption('All numbers');
    await page.getByText('a row with two counts as two rows').waitFor();
    await picture('further');
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('heading', { name: '3 calls from 4 rows' }).waitFor();
    await page.goBack();
    await policy.selectOption('First valid number');
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('heading', { name: '2 calls from 2 rows' }).waitFor();
    await page.getByRole('button', { name: 'Next: Confirm' }).click();
    await allow(page);
    await page.getByRole('button', { name: 'Start 2 calls in 1 campaign' }).click();
    await expect.poll(() => rung('Two each'), { timeout: 60_000 }).toBe(2);
  });
});

describe('values that are missing', () => {
  it('are filled with what a person chooses, shown in one call, or leave the row out', async () => {
    await chooseFor('Renewal', 'Due.csv', ['Name,Mobile,Due', 'Asha,9876543210,12/11/2025', ',9123456789,1/12/2025']);
    await page.getByLabel('Say “Due”').selectOption('As a date: 12 November 2025');
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByText('1 person has no Name: the call skips it.').waitFor();

    const policy = page.getByLabel('Where Name is missing');
    await policy.selectOption('Say this instead');
    await page.getByText('1 person has no Name: “customer” is said.').waitFor();
    await page.getByLabel('Instead of Name').fill('dear friend');
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByText('1 person has no Name: “dear friend” is said.').waitFor();
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Preview one without Name' }).click();
    await page.getByText('Hello dear friend, pay by 1 December 2025').waitFor();

    await page.goBack();
    await policy.selectOption('Leave these people out');
    await page.getByRole('heading', { name: '1 call from 2 rows' }).waitFor();
    await page.getByText('1 row is left out, where Name or another value is missing.').waitFor();
    await policy.selectOption('Say this instead');
    await page.getByRole('heading', { name: '2 calls from 2 rows' }).waitFor();

    await page.getByRole('button', { name: 'Next: Confirm' }).click();
    await allow(page);
    await page.getByRole('button', { name: 'Start 2 calls in 1 campaign' }).click();
    await expect.poll(() => rung('Due'), { timeout: 90_000 }).toBe(2);
  });
});
