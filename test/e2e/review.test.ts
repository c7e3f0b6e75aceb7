import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeViolations } from './support/axe-violations.ts';
import { openGreetingStage } from './support/greeting-stage.ts';
import type { GreetingStage } from './support/greeting-stage.ts';
import { allow } from './support/import-page.ts';

const TAB = 'popup.html?surface=tab';
const PATIENCE = { timeout: 120_000 };

let stage: GreetingStage;
let page: Page;

/** The first file of its kind is led through every step, and its empty name is given something to be said. */
beforeAll(async () => {
  stage = await openGreetingStage('Hello', 'Namaste @@Name');
  page = await stage.browser.open(TAB);
  await choose('First.csv', 'Name,Mobile', 'Asha,9876500001', ',9876500002');
  await page.getByRole('button', { name: 'Next: Check' }).click();
  await page.getByLabel('Where Name is missing').selectOption('Say this instead');
  await page.getByRole('button', { name: 'Next: Confirm' }).click();
  await allow(page);
  await page.getByRole('button', { name: 'Start 2 calls in 1 campaign' }).click();
  await page.getByText('of 2 done', { exact: true }).waitFor();
  await page.close();
});

afterAll(() => stage.close());

beforeEach(async () => {
  page = await stage.browser.open(TAB);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.log(page.url(), await page.locator('body').innerText());
  await page.close();
});

async function choose(name: string, ...lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from(lines.join('\n'));
  await page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

/** Lets a file go over the page, as a person does. */
async function drop(name: string, content: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text ?? ''], fileName ?? '', { type: 'text/csv' }));
      return transfer;
    },
    [name, content],
  );
  await page.getByText('Drop a contact file here').dispatchEvent('drop', { dataTransfer: data });
}

/** Counts what is pressed on the page from now on; answers how many presses there were. */
async function countClicks(): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const count = { clicks: 0 };
    addEventListener('click', ({ isTrusted }) => isTrusted && (count.clicks += 1), true);
    Object.assign(globalThis, { count });
  });
  return () => page.evaluate(() => Number(Reflect.get(Reflect.get(globalThis, 'count'), 'clicks')));
}

describe('a file like the last one', () => {
  it('takes one drag and one press from the open page to its calls, and says what was decided for it', async () => {
    await page.getByText('Drop a contact file here').waitFor();
    const clicks = await countClicks();
    await drop('Next.csv', 'Name,Mobile\nAsha,9876543210\n,9123456789\nAsha,9876543210\n');
    const start = page.getByRole('button', { name: 'Start 2 calls in 1 campaign' });
    await page.getByText('Numbers from “Mobile”, as last time.', { exact: true }).waitFor();
    await page.getByText('@@Name from “Name”, else “customer”.', { exact: true }).waitFor();
    await page.getByRole('heading', { name: '1 row is left out' }).waitFor();
    await page.getByText('Ticked as last time with this template.').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await start.click();
    await page.getByText('of 2 done', { exact: true }).waitFor();
    expect(await clicks()).toBe(1);
    const created = () => stage.stack.exotel.control.ledger().creates.map(({ name }) => name.split(' ')[0]);
    await expect.poll(created, PATIENCE).toEqual(['First', 'Next']);
  });

  it('stops where it needs a person: at many rows that are not valid, at columns nobody settled', async () => {
    await choose('Bad.csv', 'Name,Mobile', 'Asha,12', 'Bina,9123450000');
    await page.getByRole('heading', { name: '1 call from 2 rows' }).waitFor();
    await page.getByRole('button', { name: 'Next: Confirm' }).waitFor();
    await page.getByRole('link', { name: 'Imports', exact: true }).click();
    await choose('Other.csv', 'Name,City,Phone', 'Asha,Pune,9876540000');
    await page.getByRole('button', { name: 'Next: Check' }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Which column is which?');
  });

  it('leaves every step free, and the columns changeable where they are said', async () => {
    await choose('Back.csv', 'Name,Mobile,Alternate', 'Asha,9876541111,9876541112', 'Bina,9123451111,9123451112');
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('button', { name: 'Next: Confirm' }).click();
    await page.getByText('Change it here').click();
    await page.getByLabel('Phone numbers', { exact: true }).selectOption({ label: 'C · Alternate' });
    await page.getByText('+919876541112', { exact: false }).first().waitFor();
    await allow(page);
    await page.getByRole('button', { name: 'Start 2 calls in 1 campaign' }).waitFor();
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('heading', { name: '2 calls from 2 rows' }).waitFor();
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'Which column is which?' }).waitFor();
    // Whoever went there stays there, and is led nowhere again.
    await page.goBack();
    await page.goBack();
    await page.getByRole('heading', { name: 'Is everything right?' }).waitFor();
    await page.getByRole('link', { name: 'Columns' }).click();
    await page.getByRole('heading', { name: 'Which column is which?' }).waitFor();
    await page.getByRole('button', { name: 'Next: Check' }).waitFor();
  });
});
