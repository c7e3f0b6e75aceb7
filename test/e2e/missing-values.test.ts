import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeViolations } from './support/axe-violations.ts';
import { openGreetingStage } from './support/greeting-stage.ts';
import type { GreetingStage } from './support/greeting-stage.ts';
import { allow } from './support/import-page.ts';
import { forgetColumns } from './support/forget-columns.ts';

const FILE = 'Name,Mobile,Due\nAsha,9876543210,12/11/2025\n,9123456789,1/12/2025\n';

let stage: GreetingStage;
let page: Page;

beforeAll(async () => {
  stage = await openGreetingStage('Renewal', 'Hello @@Name, pay by @@Due');
});

afterAll(() => stage.close());

beforeEach(async () => {
  page = await stage.browser.open('popup.html?surface=tab');
});

afterEach(async () => {
  await page.close();
});

describe('values that are missing', () => {
  it('are filled with what a person chooses, shown in one call, or leave the row out', async () => {
    const buffer = Buffer.from(FILE);
    await forgetColumns(page);
    await page.getByLabel('Choose a file').setInputFiles({ name: 'Due.csv', mimeType: 'text/csv', buffer });
    await page.getByLabel('Say “Due”').selectOption('As a date: 12 November 2025');
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByText('1 person has no Name: the call skips it.').waitFor();

    const policy = page.getByLabel('Where Name is missing');
    await policy.selectOption('Say this instead');
    await page.getByText('1 person has no Name: “customer” is said.').waitFor();
    await page.getByLabel('Instead of Name').fill('dear friend');
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByText('1 person has no Name: “dear friend” is said.').waitFor();
    expect(await axeViolations(page)).toEqual([]);
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
    const sent = () => stage.stack.exotel.control.ledger().creates.map(({ name }) => name.startsWith('Due'));
    await expect.poll(sent, { timeout: 90_000 }).toEqual([true]);
  });
});
