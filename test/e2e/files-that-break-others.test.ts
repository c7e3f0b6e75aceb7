import { utils } from '@e965/xlsx';
import type { WorkSheet } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { templateSchema } from '../../shared/template/template-schema.ts';
import { bytesOf, makeWorkbook, protectedWorkbook } from '../extension/spreadsheet/make-workbook.ts';
import { axeViolations } from './support/axe-violations.ts';
import { allow, chooseFile } from './support/import-page.ts';
import { openImportStage } from './support/import-stage.ts';
import type { ImportStage } from './support/import-stage.ts';
import { IS_WHOLE } from './support/whole-run.ts';

const PATIENCE = { timeout: 60_000, interval: 200 };

let stage: ImportStage;
let page: Page;

beforeAll(async () => {
  stage = await openImportStage();
  const flow = { kind: 'greeting', text: 'Namaste @@Name, due @@Due' };
  const dues = { name: 'Dues', channel: 'voice', callerId: '08088919888', flow };
  await stage.stack.api.post('/api/templates', dues, templateSchema);
  page = await stage.tab();
});

afterAll(() => stage.close());

const goTo = (hash: string) => page.evaluate((to) => (location.hash = to), hash);

/** The first screen, in the tab that is open. */
beforeEach(async () => {
  if (page.isClosed()) page = await stage.tab();
  await goTo('#/');
  await page.getByLabel('Choose a file').waitFor();
});

interface Breaking {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly rows: {
    readonly accepted: number;
    readonly duplicate: number;
    readonly invalid: number;
    readonly blank: number;
  };
  /** What the first person hears. */
  readonly hears: string;
  /** What is said of a row left out. */
  readonly says?: string;
  /** Read as another of them is, as far as a browser matters: test/extension/files/hard-files reads them all. */
  readonly isWholeOnly?: boolean;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const all = (accepted: number) => ({ accepted, duplicate: 0, invalid: 0, blank: 0 });

/** Cells as a person left them: a name and a number by formula, and one name merged over two rows. */
function mergedSheet(): WorkSheet {
  const sheet = utils.aoa_to_sheet([
    ['Name', 'Mobile', 'Due'],
    ['', 9_845_090_001, 46_054],
    [null, 9_845_090_002, 46_055],
    ['Ravi', null, null],
  ]);
  sheet['A2'] = { t: 's', v: 'Asha Rao', f: 'CONCATENATE("Asha"," ","Rao")' };
  sheet['B4'] = { t: 'n', v: 9_845_090_003, f: 'VALUE("9845090003")' };
  sheet['!merges'] = [utils.decode_range('A2:A3')];
  return sheet;
}

const USABLE: readonly Breaking[] = [
  {
    name: 'semicolons, and a line that names them',
    bytes: utf8('sep=;\r\nName;Mobile\r\nAsha;9845010001\r\n"Rao; Ravi";9845010002\r\n'),
    rows: all(2),
    hears: 'Namaste Asha',
    isWholeOnly: true,
  },
  {
    name: 'UTF-16 with tabs',
    bytes: utf16('Name\tMobile\r\nआशा\t9845020001\r\nRavi\t9845020002\r\n'),
    rows: all(2),
    hears: 'Namaste आशा',
    isWholeOnly: true,
  },
  {
    name: 'accents of Windows-1252',
    bytes: latin1('Name,Mobile\r\nJosé Núñez,9845030001\r\nZoë,9845030002\r\n'),
    rows: all(2),
    hears: 'Namaste José Núñez',
    isWholeOnly: true,
  },
  {
    name: 'a byte order mark, and Hindi',
    bytes: utf8('\uFEFFMobile,Name\n9845040001,आशा शर्मा\n9845040002,सुनील\n'),
    rows: all(2),
    hears: 'Namaste आशा शर्मा',
    isWholeOnly: true,
  },
  {
    name: 'numbers in powers of ten',
    bytes: utf8('Name,Mobile\nAsha,9845050001\nRavi,9.19E+11\nBina,9.19845E+11\n'),
    rows: { ...all(1), invalid: 2 },
    hears: 'Namaste Asha',
    says: 'A spreadsheet destroyed the digits of 2 numbers',
    isWholeOnly: true,
  },
  {
    name: 'zeros lost in front and made at the end',
    bytes: utf8('Name,Mobile\nAsha,9845060001\nRavi,09845060001\nBina,919845000000\nEsha,8025551234\n'),
    rows: { accepted: 2, duplicate: 1, invalid: 1, blank: 0 },
    hears: 'Namaste Asha',
    says: 'A spreadsheet destroyed the digits of 1 number',
    isWholeOnly: true,
  },
  {
    name: 'lines broken within quotes',
    bytes: utf8('Name,Mobile,Address\n"Asha\nRao",9845070001,"12, MG Road\r\nPune"\nRavi,9845070002,\n'),
    rows: all(2),
    hears: 'Namaste Asha Rao',
    isWholeOnly: true,
  },
  {
    name: 'lines that end as on old Macs',
    bytes: utf8('Name,Mobile\rAsha,9845075001\rRavi,9845075002\r'),
    rows: all(2),
    hears: 'Namaste Asha',
    isWholeOnly: true,
  },
  {
    name: 'a title, a note and a blank line above the headings',
    bytes: utf8('Leads of November,\nMade by Esha,\n,\nName,Mobile\nAsha,9845076001\nRavi,98450\n'),
    rows: { ...all(1), invalid: 1 },
    hears: 'Namaste Asha',
    isWholeOnly: true,
  },
  {
    name: '10,000 empty columns',
    bytes: utf8(`Name,Mobile${','.repeat(10_000)}\nAsha,9845080001${','.repeat(10_000)}\n${','.repeat(10_001)}\n`),
    rows: { ...all(1), blank: 1 },
    hears: 'Namaste Asha',
    isWholeOnly: true,
  },
  {
    name: 'formulas and merged cells',
    bytes: bytesOf(makeWorkbook({ Leads: mergedSheet() })),
    rows: all(3),
    hears: 'Namaste Asha Rao',
  },
];

describe('a file with', () => {
  const tried = USABLE.filter(({ isWholeOnly }) => IS_WHOLE || isWholeOnly !== true);

  it.each(tried)('$name is shown as it is, and the Worker finds the same in it', async (file) => {
    const { accepted, duplicate, invalid, blank } = file.rows;
    const total = accepted + duplicate + invalid + blank;
    await page.getByLabel('Call with').selectOption('By name');
    await chooseFile(page, `${file.name}.csv`, file.bytes);
    await page.getByRole('button', { name: 'Next: Check' }).click();
    const calls = accepted === 1 ? '1 call' : `${accepted} calls`;
    await page.getByRole('heading', { name: `${calls} from ${total} rows`, exact: true }).waitFor();
    if (file.says !== undefined) await page.getByText(file.says).first().waitFor();
    // Left-out rows come a moment later and move the button: a press meanwhile may miss it.
    if (total > accepted) await page.getByRole('grid').waitFor();
    await page.getByRole('button', { name: 'Next: Confirm' }).click();
    await page.getByText(file.hears, { exact: true }).waitFor();
    await allow(page);
    await page.getByRole('button', { name: `Start ${calls} in 1 campaign` }).click();
    await page.getByText(`of ${accepted} done`, { exact: true }).waitFor();
    await expect.poll(async () => (await stage.importNamed(file.name))?.state, PATIENCE).toBe('running');
    expect((await stage.importNamed(file.name))?.rows).toMatchObject({ ...file.rows, total });
  });

  const refused = [
    ['20,000 columns', 'columns', `Name,Mobile${',x'.repeat(20_000)}\nAsha,9845012345\n`, 'more than 16,384 columns'],
    ['no numbers', 'columns', 'Dear customer,\nwe call you soon\n', 'Choose the column with phone numbers.'],
    ['headings only', 'check', 'Name,Mobile\n', 'headings but no rows'],
  ] as const;
  // A column that nobody chose stops import-steps, too; too many of them test/extension/files/hard-files.
  it.each(IS_WHOLE ? refused : refused.slice(-1))(
    '%s is refused at the step of its %s with what to do',
    async (name, step, text, sentence) => {
      await page.getByLabel('Call with').selectOption('Hello');
      await chooseFile(page, `${name}.csv`, utf8(text));
      if (step === 'check') await page.getByRole('button', { name: 'Next: Check' }).click();
      await page.getByText(sentence).first().waitFor();
      if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    },
  );
});

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
  beforeEach(async () => {
    await page.getByLabel('Call with').selectOption('Dues');
  });

  it('asks which sheet when there are several, hidden ones last, and is read with all its digits, dates and row numbers', async () => {
    const book = makeWorkbook({
      Cover: utils.aoa_to_sheet([['Read me']]),
      Empty: utils.aoa_to_sheet([]),
      People: PEOPLE,
    });
    book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }, { Hidden: 0 }] };
    await chooseFile(page, 'Dues.xlsx', bytesOf(book));
    await page.getByRole('group', { name: /Which sheet holds the contacts\?/u }).waitFor();
    const radios = page.getByRole('radio');
    const names = await radios.evaluateAll((every) => every.map((one) => one.parentElement?.textContent));
    expect(names).toEqual(['Empty empty', 'People 5 rows, 3 columns', 'Cover 1 row, 1 column, hidden']);
    await expect.poll(() => page.getByRole('radio', { name: /People/u }).isChecked()).toBe(true);
    await expect.poll(() => page.getByRole('radio', { name: /Empty/u }).isDisabled()).toBe(true);
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use this sheet' }).click();

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

  const answers = [
    ['Leave it out', '1 hidden row is left out, as you chose.', 'Start 1 call in 1 campaign'],
    ['Call it like the others', '1 hidden row is included.', 'Start 2 calls in 1 campaign'],
  ] as const;
  it.each(IS_WHOLE ? answers : answers.slice(0, 1))(
    'asks what becomes of the rows it hides, and says on every step: %s',
    async (answer, told, start) => {
      const sheet = utils.aoa_to_sheet([
        ['Name', 'Mobile', 'Due'],
        ['Asha', 9876543210, '1 Feb'],
        ['Bina', 9876543211, '3 Feb'],
      ]);
      sheet['!rows'] = [{}, {}, { hidden: true }];
      sheet['!cols'] = [{}, {}, { hidden: true }];
      await chooseFile(page, 'Dues.xlsx', bytesOf(makeWorkbook({ People: sheet })));
      const rows = page.getByRole('group', { name: /1 row of this sheet is hidden/u });
      await rows.waitFor();
      await page.getByRole('group', { name: /1 column is hidden: C/u }).waitFor();
      await expect.poll(() => page.getByRole('button', { name: 'Use this sheet' }).isDisabled()).toBe(true);
      if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
      await rows.getByLabel(answer).click();
      await page.getByRole('button', { name: 'Use this sheet' }).click();
      await page.getByText(told).waitFor();
      await page.getByText('1 hidden column is included: C.').waitFor();
      await page.getByRole('button', { name: 'Next: Check' }).click();
      await page.getByText(told).waitFor();
      await page.getByRole('button', { name: 'Next: Confirm' }).click();
      await page.getByText(told).waitFor();
      await page.getByRole('button', { name: start }).waitFor();
    },
  );

  const refused = [
    ['protected by a password', protectedWorkbook(), 'protected by a password'],
    ['damaged', bytesOf(makeWorkbook({ People: PEOPLE })).slice(0, 2_000), 'damaged'],
    ['empty', bytesOf(makeWorkbook({ One: utils.aoa_to_sheet([]) })), 'Every sheet of this workbook is empty'],
  ] as const;
  // All are said in one place.
  it.each(IS_WHOLE ? refused : refused.slice(0, 1))(
    'that is %s is refused with what to do',
    async (_, bytes, words) => {
      await chooseFile(page, 'Dues.xlsx', bytes);
      await page.getByRole('alert').getByText(words).waitFor();
      if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    },
  );
});
