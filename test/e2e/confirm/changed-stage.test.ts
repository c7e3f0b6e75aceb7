import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importSchema } from '../../../shared/protocol/import.ts';
import { axeViolations } from '../support/axe-violations.ts';
import { letRun, standStill } from '../support/exotel-clock.ts';
import { openGreetingStage } from '../support/greeting-stage.ts';
import type { GreetingStage } from '../support/greeting-stage.ts';
import { allow } from '../support/import-page.ts';

const PATIENCE = { timeout: 120_000 };

let stage: GreetingStage;
let page: Page;

beforeAll(async () => {
  stage = await openGreetingStage('Hello', 'Namaste @@Name');
  // Everybody's phone rings: whose does not was not called.
  stage.stack.exotel.control.setScript({ mix: { completed: 1 } });
  page = await stage.browser.open('popup.html?surface=tab');
});

afterAll(() => stage.close());

async function choose(name: string, ...lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from(lines.join('\n'));
  await page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

/** Presses Start; answers the address of the import. */
async function start(calls: number): Promise<string> {
  await page.getByRole('button', { name: `Start ${calls} calls in 1 campaign` }).click();
  await page.getByText(`of ${calls} done`, { exact: true }).waitFor();
  return `/api/imports/${page.url().split('/').at(-1)}`;
}

describe('a report that has grown', () => {
  it('calls also whoever has another stage by now, and compares another column where a person says so', async () => {
    const yesterday = ['Asha,9876547771,New,"1,200"', 'Bina,9123457772,New,500', 'Chetan,9876547773,Won,0'];
    await choose('Leads.csv', 'Name,Mobile,Stage,Due', ...yesterday);
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('button', { name: 'Next: Confirm' }).click();
    await allow(page);
    const first = await start(3);
    const { control } = stage.stack.exotel;
    await letRun(control, 1_200);
    await expect.poll(async () => (await stage.stack.api.get(first, importSchema)).state, PATIENCE).toBe('finished');
    await standStill(control);

    await page.getByRole('link', { name: 'Imports', exact: true }).click();
    const today = ['Asha,9876547771, NEW,450', 'Bina,9123457772,Interested,₹500.00', 'Chetan,9876547773,won,0'];
    await choose('Leads today.csv', 'Name,Mobile,Stage,Due', ...today, 'Dev,9876547774,New,0');
    const grown = page.getByRole('region', { name: /^3 people were called with this template/u });
    await grown.getByText(/^3 people: “Leads”, .*, of these 1 person with another “Stage” now$/u).waitFor();
    await page.getByRole('button', { name: 'Start 4 calls in 1 campaign' }).waitFor();
    await expect.poll(() => grown.getByLabel('Call everybody: 4 people').isChecked()).toBe(true);
    expect(await axeViolations(page)).toEqual([]);

    const column = grown.getByLabel('Call again when this column changes');
    await column.focus();
    await column.selectOption('Due');
    await grown.getByText(/^What “Due” was before is not known of 3 people/u).waitFor();
    await grown.getByLabel('Call 1 person: 1 new, 0 with another “Due” now').waitFor();
    await expect.poll(() => column.evaluate((field) => field === document.activeElement)).toBe(true);
    await column.selectOption('No column');
    await grown.getByLabel(/with another/u).waitFor({ state: 'detached' });
    await column.selectOption('Stage');
    const again = grown.getByLabel('Call 2 people: 1 new, 1 with another “Stage” now');
    await again.click();
    await page.getByRole('button', { name: 'Start 2 calls in 1 campaign' }).waitFor();
    await page.getByRole('heading', { name: '2 rows are left out' }).waitFor();
    // Left and opened again, it is as it was decided.
    await page.reload();
    await again.waitFor();
    await expect.poll(() => again.isChecked()).toBe(true);
    const { rows } = await stage.stack.api.get(await start(2), importSchema);
    expect(rows).toMatchObject({ total: 4, accepted: 2, called_recently: 2 });
    const created = () => control.ledger().creates.map(({ name }) => name.split(' #')[0]);
    await expect.poll(created, PATIENCE).toHaveLength(2);
  });
});
