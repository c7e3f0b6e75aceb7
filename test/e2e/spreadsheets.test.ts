import { utils } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bytesOf, makeWorkbook, protectedWorkbook } from '../extension/spreadsheet/make-workbook.ts';
import { axeViolations } from './support/axe-violations.ts';
import { openGreetingStage } from './support/greeting-stage.ts';
import type { GreetingStage } from './support/greeting-stage.ts';
import type { OpenExtension } from './support/open-extension.ts';
import { forgetColumns } from './support/forget-columns.ts';

const TAB = 'popup.html?surface=tab';

let stage: GreetingStage;
let browser: OpenExtension;
let page: Page;

beforeAll(async () => {
  stage = await openGreetingStage('Dues', 'Namaste @@Name, due @@Due');
  ({ browser } = stage);
});

afterAll(() => stage.close());

beforeEach(async () => {
  page = await browser.open(TAB);
});

afterEach(async () => {
  await page.close();
});

async function choose(name: string, bytes: Uint8Array): Promise<void> {
  await forgetColumns(page);
  await page.getByLabel('Choose a file').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
}

const DUE = { t: 'n', v: 46_054, z: 'm/d/yy' };
const PEOPLE = {
  A2: { t: 's', v: 'Name' },
  B2: { t: 's', v: 'Mobile' },
  C2: { t: 's', v: 'Due' },
  A3: { t: 's', v: 'आशा' },
  B3: { t: 'n', v: 919876543210, z: '0.00E+00' },
  C3: DUE,
  A5: { t: 's', v: 'Bina' },
  B5: { t: 'n', v: 12345 },
  C5: DUE,
  '!ref': 'A1:C5',
};

describe('a workbook', () => {
  it('is read with all its digits and its dates, and its rows keep their numbers', async () => {
    await choose('Dues.xlsx', bytesOf(makeWorkbook({ People: PEOPLE })));
    await page.getByRole('heading', { name: 'Which column is which?' }).waitFor();
    await page.getByText('Dues.xlsx, People').waitFor();
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('button', { name: 'Show all: Bina row 5' }).waitFor();
    await page.getByText('12345', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Next: Confirm' }).click();
    await page.getByText('Namaste आशा, due 01-02-2026').waitFor();
    await page.getByText('+91 98765 43210').or(page.getByText('+919876543210')).first().waitFor();
    await page.getByRole('button', { name: 'Start 1 call in 1 campaign' }).waitFor();
  });

  it('asks which sheet when there are several, hidden ones last', async () => {
    const book = makeWorkbook({
      Cover: utils.aoa_to_sheet([['Read me']]),
      Empty: utils.aoa_to_sheet([]),
      People: PEOPLE,
    });
    book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }, { Hidden: 0 }] };
    await choose('Dues.xlsx', bytesOf(book));
    await page.getByRole('group', { name: /Which sheet holds the contacts\?/u }).waitFor();
    const names = await page.getByRole('radio').evaluateAll((all) => all.map((one) => one.parentElement?.textContent));
    expect(names).toEqual(['Empty empty', 'People 5 rows, 3 columns', 'Cover 1 row, 1 column, hidden']);
    await expect.poll(() => page.getByRole('radio', { name: /People/u }).isChecked()).toBe(true);
    await expect.poll(() => page.getByRole('radio', { name: /Empty/u }).isDisabled()).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use this sheet' }).click();
    await page.getByText('Dues.xlsx, People').waitFor();
  });

  it('asks what becomes of the rows it hides, and says it on every step', async () => {
    const sheet = utils.aoa_to_sheet([
      ['Name', 'Mobile', 'Due'],
      ['Asha', 9876543210, '1 Feb'],
      ['Bina', 9876543211, '3 Feb'],
    ]);
    sheet['!rows'] = [{}, {}, { hidden: true }];
    sheet['!cols'] = [{}, {}, { hidden: true }];
    for (const [answer, told, start] of [
      ['Leave it out', '1 hidden row is left out, as you chose.', 'Start 1 call in 1 campaign'],
      ['Call it like the others', '1 hidden row is included.', 'Start 2 calls in 1 campaign'],
    ] as const) {
      await page.close();
      page = await browser.open(TAB);
      await choose('Dues.xlsx', bytesOf(makeWorkbook({ People: sheet })));
      const rows = page.getByRole('group', { name: /1 row of this sheet is hidden/u });
      await rows.waitFor();
      await page.getByRole('group', { name: /1 column is hidden: C/u }).waitFor();
      await expect.poll(() => page.getByRole('button', { name: 'Use this sheet' }).isDisabled()).toBe(true);
      expect(await axeViolations(page)).toEqual([]);
      await rows.getByLabel(answer).click();
      await page.getByRole('button', { name: 'Use this sheet' }).click();
      await page.getByText(told).waitFor();
      await page.getByText('1 hidden column is included: C.').waitFor();
      await page.getByRole('button', { name: 'Next: Check' }).click();
      await page.getByText(told).waitFor();
      await page.getByRole('button', { name: 'Next: Confirm' }).click();
      await page.getByText(told).waitFor();
      await page.getByRole('button', { name: start }).waitFor();
    }
  });

  it.each([
    ['protected by a password', 'Dues.xlsx', protectedWorkbook(), 'protected by a password'],
    ['damaged', 'Dues.xlsx', bytesOf(makeWorkbook({ People: PEOPLE })).slice(0, 2_000), 'damaged'],
    [
      'empty',
      'Dues.xlsx',
      bytesOf(makeWorkbook({ One: utils.aoa_to_sheet([]) })),
      'Every sheet of this workbook is empty',
    ],
    ['a renamed picture', 'Dues.xlsx', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'but a picture'],
  ])('that is %s is refused with what to do', async (_, name, bytes, words) => {
    await choose(name, bytes);
    await page.getByRole('alert').getByText(words).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
});
