import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utils } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bytesOf, makeWorkbook } from '../extension/spreadsheet/make-workbook.ts';
import type { LocalStack } from '../local/stack/local-stack.ts';
import { axeViolations } from './support/axe-violations.ts';
import { openGreetingStage } from './support/greeting-stage.ts';
import type { GreetingStage } from './support/greeting-stage.ts';
import type { OpenExtension } from './support/open-extension.ts';
import { allow } from './support/import-page.ts';
import { forgetColumns } from './support/forget-columns.ts';
import { IS_WHOLE } from './support/whole-run.ts';

/** Whatever the table holds, the page draws a few screens of it. */
const MOST_ROWS_DRAWN = 300;
/** As many as a file may have wrong in the field; in the short run they only have to be far more than are drawn. */
const ROWS = IS_WHOLE ? 200_000 : 40_000;
const TAB = 'popup.html?surface=tab';
const FILE = `Name,Mobile,City
Asha,9876543210,Pune
Bina,98765O3211,Kochi
Chetan,12345,Indore
Deepak,,Surat
Esha,9876543210,Jaipur
Farhan,9876543213 / 9876543214,Pune
Gauri,9.19E+11,Nashik
`;

let stage: GreetingStage;
let stack: LocalStack;
let browser: OpenExtension;
let page: Page;

beforeAll(async () => {
  stage = await openGreetingStage('Hello', 'Namaste');
  ({ browser, stack } = stage);
});

afterAll(() => stage.close());

beforeEach(async () => {
  page = await browser.open(TAB);
});

afterEach(async () => {
  await page.close();
});

/** Takes a file in and goes on to where its rows are shown. */
async function check(name: string, content: string | Buffer): Promise<void> {
  await forgetColumns(page);
  await page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: 'Next: Check' }).click();
  await page.getByRole('heading', { name: /left out/u }).waitFor({ timeout: 60_000 });
}

const row = (line: number) =>
  page.getByRole('row').filter({
    has: page.getByRole('button', {
      name: new RegExp(`^Show all.* row ${line.toLocaleString('en-IN')}$`, 'u'),
    }),
  });

describe('the rows that are left out', () => {
  it('are corrected on the spot, all at once, and undone; what is said is what is sent', async () => {
    await check('Leads.csv', FILE);
    await page.getByRole('heading', { name: '6 rows are left out' }).waitFor();
    await page.getByRole('heading', { name: '1 call from 7 rows' }).waitFor();
    await page.getByText('A spreadsheet destroyed the digits of 1 number').waitFor();
    expect(await axeViolations(page)).toEqual([]);

    await row(4).getByText('12345').click();
    await page.getByLabel('Number in row 4').fill('9876543210');
    await page.keyboard.press('Enter');
    await row(4).getByText('Same number as row 2.').waitFor();
    await row(4).getByText('9876543210').click();
    await page.getByLabel('Number in row 4').fill('98765 43215');
    await page.keyboard.press('Enter');
    await row(4).getByText('Can be used now.').waitFor();
    await page.getByRole('heading', { name: '2 calls from 7 rows' }).waitFor();

    // Letter read as a digit may be somebody else: it is shown, and never taken with the rest.
    const kinds = page.getByRole('region', { name: 'Suggestions' });
    await kinds.getByText('98765O3211').waitFor();
    await kinds.getByText('Could be another person: check first.').waitFor();
    await page.getByRole('button', { name: 'Accept 1: First of several numbers' }).click();
    await page.getByRole('heading', { name: '3 calls from 7 rows' }).waitFor();
    await page.getByRole('button', { name: 'Undo the last correction' }).click();
    await page.getByRole('heading', { name: '2 calls from 7 rows' }).waitFor();
    await page.getByRole('button', { name: 'Use +919876503211 in row 3' }).click();
    await row(3).getByText('Can be used now.').waitFor();
    expect(await axeViolations(page)).toEqual([]);

    // Closed and opened again, nothing is lost; what is confirmed and sent is the corrected file.
    await page.reload();
    await page.getByRole('heading', { name: '3 calls from 7 rows' }).waitFor();
    await page.getByRole('button', { name: 'Next: Confirm' }).click();
    await allow(page);
    await page.getByRole('button', { name: 'Start 3 calls in 1 campaign' }).click();
    const dialled = () => stack.exotel.control.summary().campaigns.reduce((sum, { numbers }) => sum + numbers, 0);
    await expect.poll(dialled, { timeout: 60_000 }).toBe(3);
  });

  it('come back corrected from a spreadsheet, as CSV or as a workbook', async () => {
    await check('Leads.csv', FILE);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download these rows' }).click();
    const csv = await readFile(await (await download).path(), 'utf8');
    expect(csv).toContain('Line,Name,Mobile,City,In the file,Why,Suggestion');
    const corrected = csv.replace('4,Chetan,12345,', '4,Chetan,9876543215,').replace('5,Deepak,,', '5,Deepak,98765,');
    const input = page.getByLabel('Upload corrected rows');
    await input.setInputFiles({ name: 'back.csv', mimeType: 'text/csv', buffer: Buffer.from(corrected) });
    await page.getByText('6 rows read: 1 can be used now, 1 still cannot, 4 as before.').waitFor();
    await page.getByRole('heading', { name: '2 calls from 7 rows' }).waitFor();

    const sheet = utils.aoa_to_sheet([
      ['Line', 'Mobile'],
      [5, 9876543216],
      [99, 1],
    ]);
    const workbook = Buffer.from(bytesOf(makeWorkbook({ Leads: sheet })));
    await input.setInputFiles({ name: 'back.xlsx', mimeType: '', buffer: workbook });
    await page.getByText('2 rows read: 1 can be used now, 1 with an unknown or repeated line.').waitFor();
    await page.getByRole('heading', { name: '3 calls from 7 rows' }).waitFor();
    await input.setInputFiles({ name: 'other.csv', mimeType: 'text/csv', buffer: Buffer.from('Mobile\n1\n') });
    await page.getByRole('alert').getByText('This file has no column “Line”.').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('are worked through by keyboard alone', async () => {
    await check('Leads.csv', FILE);
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    // Tab waits for nothing: its rows are there first.
    await row(3).waitFor();
    await page.getByRole('searchbox', { name: 'Find a name, a value or a row' }).focus();
    await page.keyboard.press('Tab');
    await expect.poll(focused).toBe('98765O3211');
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).toBe('12345');
    await page.keyboard.press('Enter');
    await page.keyboard.type('nonsense');
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('12345');
    await page.keyboard.press('F2');
    await page.keyboard.type('98765 43215');
    await page.keyboard.press('Enter');
    await row(4).getByText('Can be used now.').waitFor();
    await page.keyboard.press('Control+End');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('3');
    await page.keyboard.press('Control+Home');
    await expect.poll(focused).toBe('Bina row 3');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Bina, row 3 in the file' }).waitFor();
    await page.getByText('Kochi').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('Bina row 3');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused).toBe('Use +919876503211');
    await page.keyboard.press('Enter');
    await row(3).getByText('Can be used now.').waitFor();
    await expect.poll(focused).toBe('Undo');
  });

  it('lead where a key says that comes between a row shown whole and the event of its closing', async () => {
    await check('Leads.csv', FILE);
    await page.getByRole('button', { name: 'Show all: Bina row 3' }).click();
    await page.getByRole('heading', { name: 'Bina, row 3 in the file' }).waitFor();
    await page.evaluate(async () => {
      const dialog = document.querySelector('dialog');
      const closed = new Promise((resolve) => dialog?.addEventListener('close', resolve, { once: true }));
      dialog?.close();
      for (let times = 0; times < 3; times++)
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      await closed;
    });
    await page.getByRole('heading', { name: 'Bina, row 3 in the file' }).waitFor({ state: 'detached' });
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    await expect.poll(focused).toBe('Use +919876503211');
  });

  it('leave the focus where it was taken to while a row was on its way', async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => `Person ${at},12${at}`);
    await check('Many.csv', `Name,Mobile\nAsha,9876543210\n${rows.join('\n')}\n`);
    await page.locator('[data-cell="1"]').first().click();
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      const end = new KeyboardEvent('keydown', { key: 'End', ctrlKey: true, bubbles: true });
      document.activeElement?.dispatchEvent(end);
      document.querySelector<HTMLElement>('input[type="search"]')?.focus();
    });
    await row(5_002).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  });

  it('are narrowed by reason and found by value', async () => {
    await check('Leads.csv', FILE);
    await page.getByRole('button', { name: /^Too short 1/u }).click();
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe('2');
    await row(4).waitFor();
    await page.getByRole('button', { name: /^All 6/u }).click();
    await page.getByRole('searchbox', { name: 'Find a name, a value or a row' }).fill('43213');
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe('2');
    await row(7).waitFor();
    await page.getByRole('searchbox', { name: 'Find a name, a value or a row' }).fill('nobody');
    await page.getByText('No matching rows.').waitFor();
    await page.getByRole('searchbox', { name: 'Find a name, a value or a row' }).fill('gauri');
    await row(8).waitFor();
    await page.getByRole('searchbox', { name: 'Find a name, a value or a row' }).fill('');
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Reason');
    await expect.poll(() => page.getByRole('row').nth(1).getByRole('rowheader').innerText()).toMatch(/Esha/u);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('are corrected, taken back and downloaded by reason, with the count on the press', async () => {
    await check('Leads.csv', FILE);
    await page.getByRole('button', { name: /^Several numbers 1/u }).click();
    await page.getByRole('button', { name: 'Accept 1: First of several numbers' }).waitFor();
    await page.getByRole('button', { name: /Letter read as a digit/u }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Download 1 row shown' }).waitFor();
    await page.getByRole('button', { name: 'Accept 1: First of several numbers' }).click();
    await page.getByRole('heading', { name: '2 calls from 7 rows' }).waitFor();
    await page.getByRole('button', { name: /^Corrected 1/u }).click();
    await page.getByRole('button', { name: 'Take back 1 correction shown' }).click();
    await page.getByRole('heading', { name: '1 call from 7 rows' }).waitFor();
  });

  it(`may be ${ROWS.toLocaleString('en-IN')}: scrolled from end to end, corrected all at once and undone, a few screens of them drawn`, async () => {
    const rows = Array.from({ length: ROWS }, (_, at) => `Person ${at},${at % 2 ? `98${100_000 + at}O3` : `12${at}`}`);
    // By its path: handing over the bytes themselves is work on the page's own thread.
    const path = join(stage.profileDir, 'Many.csv');
    await writeFile(path, `Name,Mobile\nAsha,9876543210\n${rows.join('\n')}\n`);
    await forgetColumns(page);
    await page.getByLabel('Choose a file').setInputFiles(path);
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('heading', { name: `${ROWS.toLocaleString('en-IN')} rows are left out` }).waitFor();
    const grid = page.getByRole('grid');
    const takeAll = page.getByRole('button', { name: /^Accept .*: Letter read as a digit/u });
    await takeAll.and(page.locator(':not([aria-busy="true"])')).waitFor({ timeout: 120_000 });

    for (const share of [0.1, 0.5, 0.9, 1, 0.3, 0, 1]) {
      await grid.evaluate((element, to) => element.scrollTo(0, to * element.scrollHeight), share);
      await expect.poll(() => grid.getByText('Loading…').count()).toBe(0);
      expect(await grid.getByRole('row').count()).toBeLessThan(MOST_ROWS_DRAWN);
    }
    await row(ROWS + 2).waitFor();
    await takeAll.click();
    await page.getByRole('button', { name: /^Undo [0-9,]+ corrections/u }).click();
    await takeAll.waitFor();
  });
});
