import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { suppressionSchema } from '../../../shared/people/suppression.ts';
import { axeViolations } from '../support/axe-violations.ts';
import { letRun, standStill } from '../support/exotel-clock.ts';
import { openImportStage } from '../support/import-stage.ts';
import type { ImportStage } from '../support/import-stage.ts';

const MINE = '98100 90001';
const PATIENCE = { timeout: 120_000 };

let stage: ImportStage;
let page: Page;
let confirm = '';
beforeAll(async () => {
  stage = await openImportStage();
  page = await stage.tab();
});
afterAll(() => stage.close());

const card = () => page.getByRole('region', { name: 'Call my own number' });
const answered = () => card().getByRole('status').getByText('You answered.').waitFor(PATIENCE);
const pressCall = () => card().getByRole('button', { name: 'Call this number' }).click();

describe('one’s own number first', () => {
  it('rings once with what the person shown will hear, though the answer was lost and the press repeated', async () => {
    await page.getByLabel('Call with').selectOption({ label: 'By name' });
    const buffer = Buffer.from('Name,Mobile\nAsha,9876543331\nBina,9123453333');
    await page.getByLabel('Choose a file').setInputFiles({ name: 'Own.csv', mimeType: 'text/csv', buffer });
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
    await expect.poll(() => stage.stack.exotel.control.ledger().creates.length, PATIENCE).toBe(1);
    await letRun(stage.stack.exotel.control, 1_200);
    await answered();
    await standStill(stage.stack.exotel.control);
    const { dials, creates } = stage.stack.exotel.control.ledger();
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
    await stage.stack.api.post('/api/suppressions', { number: MINE }, suppressionSchema);
    await page.goto(confirm);
    await answered();
    await pressCall();
    await card().getByRole('alert').getByText('This number is on the do-not-call list.').waitFor(PATIENCE);
    expect(await axeViolations(page)).toEqual([]);
    expect(stage.stack.exotel.control.ledger().creates.length).toBe(1);
  });
});
