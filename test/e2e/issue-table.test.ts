import { readFile } from 'node:fs/promises';
import { utils } from '@e965/xlsx';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bytesOf, makeWorkbook } from '../extension/spreadsheet/make-workbook.ts';
import { axeViolations } from './support/axe-violations.ts';
import { openGreetingStage } from './support/greeting-stage.ts';
import type { GreetingStage } from './support/greeting-stage.ts';
import type { OpenExtension } from './support/open-extension.ts';
import { allow, chooseFile, typeAtOnce } from './support/import-page.ts';
import { IS_WHOLE } from './support/whole-run.ts';

/** Whatever the table holds, the page draws a few screens of it. */
const MOST_ROWS_DRAWN = 300;
/** As many as a file may have wrong in the field; in the short run they only have to be far more than are drawn. */
const ROWS = IS_WHOLE ? 200_000 : 3_000;
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
let browser: OpenExtension;
let page: Page;
beforeAll(async () => {
  stage = await openGreetingStage('Hello', 'Namaste @@Name');
  ({ browser } = stage);
  page = await browser.open(TAB);
});

afterAll(() => stage.close());

const goTo = (hash: string) => page.evaluate((to) => (location.hash = to), hash);
const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

/** Takes a file in, from wherever the page is, and goes on to where its rows are shown; answers its import. */
async function check(name: string, content: string): Promise<string> {
  await goTo('#/');
  await chooseFile(page, name, content);
  await page.getByRole('button', { name: 'Next: Check' }).click();
  await page.getByRole('heading', { name: /left out/u }).waitFor({ timeout: 60_000 });
  return /#\/import\/(?<id>\w+)/u.exec(page.url())?.groups?.['id'] ?? '';
}

function rowOn(on: Page, line: number): Locator {
  const name = new RegExp(`^Show all.* row ${line.toLocaleString('en-IN')}$`, 'u');
  return on.getByRole('row').filter({ has: on.getByRole('button', { name }) });
}
const row = (line: number) => rowOn(page, line);
const search = () => page.getByRole('searchbox', { name: 'Find a name, a value or a row' });

const dialled = (file: string) =>
  stage.stack.exotel.control
    .summary()
    .campaigns.filter(({ name }) => name.startsWith(`${file} `))
    .reduce((sum, { numbers }) => sum + numbers, 0);

describe('the rows that are left out', () => {
  let id = '';
  beforeAll(async () => {
    id = await check('Leads.csv', FILE);
  });

  /** The screen anew, as it shows these rows to whoever comes to it. */
  beforeEach(async () => {
    await goTo('#/');
    await page.getByLabel('Choose a file').waitFor();
    await goTo(`#/import/${id}/check`);
    // Tab waits for nothing: its rows are there first.
    await row(3).waitFor();
  });

  it.runIf(IS_WHOLE)('are narrowed by reason and found by value', async () => {
    await page.getByRole('button', { name: /^Too short 1/u }).click();
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe('2');
    await row(4).waitFor();
    await page.getByRole('button', { name: /^All 6/u }).click();
    await search().fill('43213');
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe('2');
    await row(7).waitFor();
    await search().fill('nobody');
    await page.getByText('No matching rows.').waitFor();
    await search().fill('gauri');
    await row(8).waitFor();
    await search().fill('');
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Reason');
    await expect.poll(() => page.getByRole('row').nth(1).getByRole('rowheader').innerText()).toMatch(/Esha/u);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('lead where a key says that comes between a row shown whole and the event of its closing', async () => {
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
    await expect.poll(focused).toBe('Use +919876503211');
  });

  it.runIf(IS_WHOLE)('are corrected, taken back and downloaded by reason, with the count on the press', async () => {
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

  it('are worked through by keyboard alone', async () => {
    await search().focus();
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
});

describe('rows that are left out', () => {
  it('come back corrected from a spreadsheet, as CSV or as a workbook', async () => {
    await check('Back.csv', FILE);
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
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
  });

  it('are corrected on the spot, all at once, and undone; what is said is what is sent', async () => {
    await check('Spot.csv', FILE);
    await page.getByRole('heading', { name: '6 rows are left out' }).waitFor();
    await page.getByRole('heading', { name: '1 call from 7 rows' }).waitFor();
    await page.getByText('A spreadsheet destroyed the digits of 1 number').waitFor();
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
    await expect.poll(() => dialled('Spot'), { timeout: 60_000 }).toBe(3);
  });
});

describe(`${ROWS.toLocaleString('en-IN')} rows that are left out`, () => {
  beforeAll(async () => {
    const rows = Array.from({ length: ROWS }, (_, at) => `Person ${at},${at % 2 ? `98${100_000 + at}O3` : `12${at}`}`);
    await check('Many.csv', `Name,Mobile\nAsha,9876543210\n${rows.join('\n')}\n`);
    await page.getByRole('heading', { name: `${ROWS.toLocaleString('en-IN')} rows are left out` }).waitFor();
  });

  it('leave the focus where it was taken to while a row was on its way', async () => {
    await page.locator('[data-cell="1"]').first().click();
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      const end = new KeyboardEvent('keydown', { key: 'End', ctrlKey: true, bubbles: true });
      document.activeElement?.dispatchEvent(end);
      document.querySelector<HTMLElement>('input[type="search"]')?.focus();
    });
    await row(ROWS + 2).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  });

  it('keep the focus that was in a row on its way once it is there', async () => {
    await page.getByRole('grid').evaluate((grid) => grid.scrollTo(0, 0));
    await row(3).locator('[data-cell="1"]').click();
    await page.keyboard.press('Escape');
    // To a page of rows that nothing has asked for yet.
    const keys = Array.from({ length: 1_500 }, () => 'ArrowDown');
    await typeAtOnce(page, keys);
    await expect.poll(() => row(1_503).locator('[data-cell="1"]:focus').count()).toBe(1);
  });

  it('are scrolled from end to end, corrected all at once and undone, a few screens of them drawn', async () => {
    const grid = page.getByRole('grid');
    const takeAll = page.getByRole('button', { name: /^Accept .*: Letter read as a digit/u });
    await takeAll.and(page.locator(':not([aria-busy="true"])')).waitFor({ timeout: 120_000 });
    for (const share of IS_WHOLE ? [0.1, 0.5, 0.9, 1, 0.3, 0, 1] : [0.1, 1]) {
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

describe('rows corrected on the check step', () => {
  let id = '';
  /** How many are called by now, of the four of the file. */
  let calls = 0;
  let isFifthCalled = false;
  async function correct(on: Page, line: number, number: string): Promise<void> {
    await rowOn(on, line).locator('[data-cell="1"]').dblclick();
    await on.getByLabel(`Number in row ${line}`).fill(number);
    await on.keyboard.press('Enter');
  }
  const said = () => `${calls} call${calls === 1 ? '' : 's'}`;
  const counted = (on: Page) => on.getByRole('heading', { name: `${said()} from 4 rows` }).waitFor();
  const start = (on: Page) => on.getByRole('button', { name: `Start ${said()} in 1 campaign` });
  const next = () => page.getByRole('button', { name: 'Next: Confirm' }).click();

  /** One more row is called, or one less: whichever it is, it is what a person did last. */
  async function change(on: Page): Promise<void> {
    isFifthCalled = !isFifthCalled;
    calls += isFifthCalled ? 1 : -1;
    await correct(on, 5, isFifthCalled ? '9876500001' : '98765');
    await counted(on);
  }

  beforeAll(async () => {
    id = await check('Team.csv', 'Name,Mobile\n,9876543210\nBina,12345\nChetan,\nDeepak,98765\n');
    calls = 1;
    for (const line of [3, 4]) {
      // What is said of a correction appears above the table and moves it, which must not come between two clicks.
      await counted(page);
      await correct(page, line, `987654321${line}`);
      calls += 1;
    }
    await counted(page);
  });

  /** Something is corrected anew on the check step: that is what must not be lost. */
  beforeEach(async () => {
    if (page.isClosed()) page = await browser.open(`${TAB}#/import/${id}/check`);
    else await goTo(`#/import/${id}/check`);
    for (const other of browser.context.pages())
      if (other !== page && other.url().includes('popup.html')) await other.close();
    await counted(page);
    await change(page);
  });

  const ways = {
    'by Next in the moment the last one was typed': async () => {
      await correct(page, 3, '12');
      await correct(page, 3, '9876500000');
      await next();
    },
    'by Back, and then Forward': async () => {
      await next();
      await start(page).waitFor();
      await page.goBack();
      await change(page);
      await page.goForward();
    },
  };
  /** They leave as one of the others does, as far as what is kept is concerned. */
  const moreWays = {
    'by an address': () => goTo(`#/import/${id}/confirm`),
    'in a window opened after the first was closed': async () => {
      await page.close();
      page = await browser.open(`${TAB}#/import/${id}/check`);
      // Pressed as soon as it can be.
      await next();
    },
    'after a reload of the confirm step': async () => {
      await next();
      await start(page).waitFor();
      await page.reload();
    },
    'from the columns, left by Back': async () => {
      await goTo(`#/import/${id}/columns`);
      await page.getByRole('button', { name: 'Next: Check' }).click();
      await change(page);
      await page.goBack();
      await page.getByRole('button', { name: 'Next: Check' }).click();
      await next();
    },
    'from the draft on the home screen': async () => {
      await goTo('#/');
      // Where the draft was left: the first screen may know a moment later.
      await page.locator(`a[href="#/import/${id}/check"]`).first().click();
      await next();
    },
    'in the popup': async () => {
      await page.close();
      page = await browser.open(`popup.html#/import/${id}/confirm`, { width: 412, height: 510 });
    },
  };

  it.each(Object.entries(IS_WHOLE ? { ...ways, ...moreWays } : ways))('are called %s', async (_, leave) => {
    await leave();
    await start(page).waitFor();
    expect(page.url()).toContain('popup.html');
  });

  it('are said on the steps before in a window opened later, and called from there', async () => {
    const corrected = isFifthCalled ? '3 rows corrected' : '2 rows corrected';
    await page.close();
    page = await browser.open(`${TAB}#/import/${id}/file`);
    await page.getByText(corrected, { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Next: Columns' }).click();
    await page.getByRole('heading', { name: 'Which column is which?' }).waitFor();
    await page.getByText(corrected, { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await next();
    await start(page).waitFor();
  });

  it('are called whichever of two windows corrected them: one that shows fewer counts anew before it starts', async () => {
    await next();
    await start(page).waitFor();
    const other = await browser.open(`${TAB}#/import/${id}/check`);
    await counted(other);
    await change(other);
    await start(page).waitFor();
    // And both on the same step: each shows what the other corrected, and neither writes over it.
    await page.goBack();
    await counted(page);
    await correct(page, 3, '12');
    calls -= 1;
    await counted(other);
    await correct(other, 4, '12');
    calls -= 1;
    await counted(page);
  });

  it('are called by “Preview” of a missing value, and what is counted is what is called', async () => {
    await page.locator('.missing-values button').click();
    await allow(page);
    await start(page).click();
    await expect.poll(() => dialled('Team'), { timeout: 60_000 }).toBe(calls);
  });
});
