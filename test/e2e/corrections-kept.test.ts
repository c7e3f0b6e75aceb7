import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openGreetingStage } from './support/greeting-stage.ts';
import type { GreetingStage } from './support/greeting-stage.ts';
import { allow, chooseFile } from './support/import-page.ts';

const TAB = 'popup.html?surface=tab';
const FILE = `Name,Mobile
,9876543210
Bina,12345
Chetan,
Deepak,98765
`;

let stage: GreetingStage;
let page: Page;
let imports = 0;

beforeAll(async () => {
  stage = await openGreetingStage('Hello', 'Namaste @@Name');
});
afterAll(() => stage.close());
afterEach(async () => {
  for (const each of stage.browser.context.pages()) if (each.url().includes('popup.html')) await each.close();
});

async function correct(on: Page, row: number, number: string): Promise<void> {
  const cell = on.getByRole('row').filter({
    has: on.getByRole('button', { name: new RegExp(`^Show all.* row ${row}$`, 'u') }),
  });
  await cell.locator('[data-cell="1"]').dblclick();
  await on.getByLabel(`Number in row ${row}`).fill(number);
  await on.keyboard.press('Enter');
}

/** Two rows corrected on the check step: three people are called. The name of the file is its own in each test. */
beforeEach(async () => {
  page = await stage.browser.open(TAB);
  imports += 1;
  await chooseFile(page, `Team ${imports}.csv`, FILE);
  await page.getByRole('button', { name: 'Next: Check' }).click();
  await page.getByRole('heading', { name: '1 call from 4 rows' }).waitFor();
  await correct(page, 3, `98765432${10 + imports}`);
  // What is said of the first one appears above the table and moves it, which must not come between the next two clicks.
  await page.getByRole('heading', { name: '2 calls from 4 rows' }).waitFor();
  await correct(page, 4, `98765433${10 + imports}`);
  await page.getByRole('heading', { name: '3 calls from 4 rows' }).waitFor();
});

const address = () => page.url().replace(/#.*$/u, '');
const id = () => /#\/import\/(?<id>\w+)/u.exec(page.url())?.groups?.['id'] ?? '';
const start = (on: Page, calls: number) =>
  on.getByRole('button', { name: `Start ${calls} call${calls === 1 ? '' : 's'} in 1 campaign` }).waitFor();
const draftOnHome = (on: Page) => on.getByRole('link', { name: new RegExp(`Team ${imports}\\b`, 'u') }).first();

describe('rows corrected on the check step are called', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['by Next', () => page.getByRole('button', { name: 'Next: Confirm' }).click()],
    [
      'by Next in the moment the last one was typed',
      async () => {
        await correct(page, 3, '12');
        await correct(page, 3, '9876500000');
        await page.getByRole('button', { name: 'Next: Confirm' }).click();
      },
    ],
    ['by an address', () => page.evaluate((to) => (location.hash = to), `#/import/${id()}/confirm`)],
    [
      'after a reload on the check step',
      async () => {
        await page.reload();
        await page.getByRole('button', { name: 'Next: Confirm' }).click();
      },
    ],
    [
      'after a reload of the confirm step',
      async () => {
        await page.getByRole('button', { name: 'Next: Confirm' }).click();
        await start(page, 3);
        await page.reload();
      },
    ],
    [
      'by Back, and then Forward',
      async () => {
        await page.getByRole('button', { name: 'Next: Confirm' }).click();
        await start(page, 3);
        await page.goBack();
        await correct(page, 5, '9876500000');
        await page.getByRole('heading', { name: '4 calls from 4 rows' }).waitFor();
        await correct(page, 5, '98765');
        await page.getByRole('heading', { name: '3 calls from 4 rows' }).waitFor();
        await page.goForward();
      },
    ],
    [
      'from the columns, left by Back',
      async () => {
        await page.goBack();
        await page.getByRole('button', { name: 'Next: Check' }).click();
        await page.getByRole('button', { name: 'Next: Confirm' }).click();
      },
    ],
    [
      'from the draft on the home screen',
      async () => {
        await page.evaluate(() => (location.hash = '#/'));
        await draftOnHome(page).click();
        await page.getByRole('button', { name: 'Next: Confirm' }).click();
      },
    ],
    [
      'in another window, while the first is still there',
      async () => {
        const other = await stage.browser.open(`${TAB}#/import/${id()}/confirm`);
        await start(other, 3);
        page = other;
      },
    ],
    [
      'in a window opened after the first was closed',
      async () => {
        const to = `${TAB}#/import/${id()}/check`;
        await page.close();
        page = await stage.browser.open(to);
        // Pressed as soon as it can be.
        await page.getByRole('button', { name: 'Next: Confirm' }).click();
      },
    ],
    [
      'in the popup',
      async () => {
        const to = `popup.html#/import/${id()}/confirm`;
        await page.close();
        page = await stage.browser.open(to, { width: 412, height: 510 });
      },
    ],
  ])('%s', async (_, leave) => {
    await leave();
    await start(page, 3);
    expect(address()).toContain('popup.html');
  });

  it('and are said on the steps before as soon as one comes back to them', async () => {
    const file = `${TAB}#/import/${id()}/file`;
    await page.close();
    page = await stage.browser.open(file);
    await page.getByText('2 rows corrected', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Next: Columns' }).click();
    await page.getByRole('heading', { name: 'Which column is which?' }).waitFor();
    await page.getByText('2 rows corrected', { exact: false }).waitFor();
  });

  it('by “Preview” of a missing value, and what is counted is what is called', async () => {
    await correct(page, 5, '9876500001');
    await page.getByRole('heading', { name: '4 calls from 4 rows' }).waitFor();
    await page.locator('.missing-values button').click();
    await allow(page);
    await page.getByRole('button', { name: 'Start 4 calls in 1 campaign' }).click();
    const dialled = () => stage.stack.exotel.control.summary().campaigns.reduce((sum, { numbers }) => sum + numbers, 0);
    await expect.poll(dialled, { timeout: 60_000 }).toBe(4);
  });

  it('whichever of two windows corrected them: a window that shows fewer counts anew before it starts', async () => {
    await page.getByRole('button', { name: 'Next: Confirm' }).click();
    await start(page, 3);
    const other = await stage.browser.open(`${TAB}#/import/${id()}/check`);
    await other.getByRole('heading', { name: '3 calls from 4 rows' }).waitFor();
    await correct(other, 5, '9876500002');
    await other.getByRole('heading', { name: '4 calls from 4 rows' }).waitFor();
    await start(page, 4);
    // And both on the same step: each shows what the other corrected, and neither writes over it.
    await page.goBack();
    await page.getByRole('heading', { name: '4 calls from 4 rows' }).waitFor();
    await correct(page, 3, '12');
    await other.getByRole('heading', { name: '3 calls from 4 rows' }).waitFor();
    await correct(other, 4, '12');
    await page.getByRole('heading', { name: '2 calls from 4 rows' }).waitFor();
  });
});
