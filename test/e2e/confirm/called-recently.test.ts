import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importSchema, importSummarySchema } from '../../../shared/protocol/import.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { axeViolations } from '../support/axe-violations.ts';
import { openGreetingStage } from '../support/greeting-stage.ts';
import type { GreetingStage } from '../support/greeting-stage.ts';
import { allow } from '../support/import-page.ts';
import { IS_WHOLE } from '../support/whole-run.ts';

const CALLED = ['Asha,9876543331', 'Bina,9123453333'];
const WHY = 'Their payment is due today';

let stage: GreetingStage;
let page: Page;

/** With the caps every account has from the first day: one import and three calls in 24 hours. */
beforeAll(async () => {
  stage = await openGreetingStage('Hello', 'Namaste', false);
  page = await stage.browser.open('popup.html?surface=tab');
  await choose('Once.csv', ...CALLED);
  await page.getByRole('button', { name: 'Next: Check' }).click();
  await page.getByRole('button', { name: 'Next: Confirm' }).click();
  await allow(page);
  await page.getByRole('button', { name: 'Start 2 calls in 1 campaign' }).click();
  await page.getByText('of 2 done', { exact: true }).waitFor();
});
afterAll(() => stage.close());

/** The first screen, in the tab that is open. */
beforeEach(async () => {
  await page.evaluate(() => (location.hash = '#/'));
  await page.getByText('Drop a contact file here').waitFor();
});

async function choose(name: string, ...rows: readonly string[]): Promise<void> {
  const buffer = Buffer.from(['Name,Mobile', ...rows].join('\n'));
  await page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

/** As the Worker launched it. */
async function launched(name: string) {
  const { items } = await stage.stack.api.get('/api/imports', pageSchema(importSummarySchema));
  const found = items.find((one) => one.name === name);
  if (found === undefined) throw new Error(`No import ${name}`);
  const { rows, override } = await stage.stack.api.get(`/api/imports/${found.id}`, importSchema);
  return { accepted: rows.accepted, calledRecently: rows.called_recently, why: override?.reason ?? null };
}

describe('people who were called enough today', () => {
  it('are not among the calls that Confirm promises and Start makes', async () => {
    await choose('Some.csv', ...CALLED, 'Chitra,9988776655');
    await page.getByText('2 people are left out by your team', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Start 1 call in 1 campaign' }).click();
    await page.getByText('of 1 done', { exact: true }).waitFor();
    expect(await launched('Some')).toEqual({ accepted: 1, calledRecently: 2, why: null });
  });

  it('are called all the same once a person says why, at the first press of Start', async () => {
    await choose('All.csv', ...CALLED, 'Deepa,9988776644');
    await page.getByRole('button', { name: 'Start 1 call in 1 campaign' }).waitFor();
    await page.getByLabel('Why call them again').fill(WHY);
    await page.getByRole('button', { name: 'Call them all the same' }).click();
    await page.getByText(`2 people called recently are called all the same: ${WHY}`).waitFor();
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Start 3 calls in 1 campaign' }).click();
    await page.getByText('of 3 done', { exact: true }).waitFor();
    expect(await launched('All')).toEqual({ accepted: 3, calledRecently: 0, why: WHY });
  });

  it('are a question before Confirm where nobody else is in the file, and the answer can be taken back', async () => {
    await choose('Nobody.csv', ...CALLED);
    const next = page.getByRole('button', { name: 'Next: Confirm' });
    await page.getByLabel('Why call them again').fill(WHY);
    await expect.poll(() => next.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Call them all the same' }).click();
    await next.click();
    await page.getByRole('button', { name: 'Start 2 calls in 1 campaign' }).waitFor();
    await page.getByRole('button', { name: 'Leave out 2 people called recently' }).click();
    await page.getByLabel('Why call them again').waitFor();
    await expect.poll(() => page.getByRole('button', { name: /^Start 2 calls/u }).count()).toBe(0);
    await page.getByLabel('Why call them again').fill(WHY);
    await page.getByRole('button', { name: 'Call them all the same' }).click();
    await page.getByRole('button', { name: 'Start 2 calls in 1 campaign' }).click();
    await page.getByText('of 2 done', { exact: true }).waitFor();
    expect(await launched('Nobody')).toEqual({ accepted: 2, calledRecently: 0, why: WHY });
  });
});
