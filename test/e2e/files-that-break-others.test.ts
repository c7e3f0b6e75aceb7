import { utils } from '@e965/xlsx';
import type { WorkSheet } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, makeWorkbook } from '../extension/spreadsheet/make-workbook.ts';
import { axeViolations } from './support/axe-violations.ts';
import { allow, chooseFile } from './support/import-page.ts';
import { openImportStage } from './support/import-stage.ts';
import type { ImportStage } from './support/import-stage.ts';

const PATIENCE = { timeout: 60_000, interval: 100 };

let stage: ImportStage;
let page: Page;

beforeAll(async () => {
  stage = await openImportStage();
});

afterAll(async () => {
  await stage.close();
});

afterEach(async () => {
  await page.close();
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
  },
  {
    name: 'UTF-16 with tabs',
    bytes: utf16('Name\tMobile\r\nआशा\t9845020001\r\nRavi\t9845020002\r\n'),
    rows: all(2),
    hears: 'Namaste आशा',
  },
  {
    name: 'accents of Windows-1252',
    bytes: latin1('Name,Mobile\r\nJosé Núñez,9845030001\r\nZoë,9845030002\r\n'),
    rows: all(2),
    hears: 'Namaste José Núñez',
  },
  {
    name: 'a byte order mark, and Hindi',
    bytes: utf8('\uFEFFMobile,Name\n9845040001,आशा शर्मा\n9845040002,सुनील\n'),
    rows: all(2),
    hears: 'Namaste आशा शर्मा',
  },
  {
    name: 'numbers in powers of ten',
    bytes: utf8('Name,Mobile\nAsha,9845050001\nRavi,9.19E+11\nBina,9.19845E+11\n'),
    rows: { ...all(1), invalid: 2 },
    hears: 'Namaste Asha',
    says: 'A spreadsheet destroyed the digits of 2 numbers',
  },
  {
    name: 'zeros lost in front and made at the end',
    bytes: utf8('Name,Mobile\nAsha,9845060001\nRavi,09845060001\nBina,919845000000\nEsha,8025551234\n'),
    rows: { accepted: 2, duplicate: 1, invalid: 1, blank: 0 },
    hears: 'Namaste Asha',
    says: 'A spreadsheet destroyed the digits of 1 number',
  },
  {
    name: 'lines broken within quotes',
    bytes: utf8('Name,Mobile,Address\n"Asha\nRao",9845070001,"12, MG Road\r\nPune"\nRavi,9845070002,\n'),
    rows: all(2),
    hears: 'Namaste Asha Rao',
  },
  {
    name: 'lines that end as on old Macs',
    bytes: utf8('Name,Mobile\rAsha,9845075001\rRavi,9845075002\r'),
    rows: all(2),
    hears: 'Namaste Asha',
  },
  {
    name: 'a title, a note and a blank line above the headings',
    bytes: utf8('Leads of November,\nMade by Esha,\n,\nName,Mobile\nAsha,9845076001\nRavi,98450\n'),
    rows: { ...all(1), invalid: 1 },
    hears: 'Namaste Asha',
  },
  {
    name: '10,000 empty columns',
    bytes: utf8(`Name,Mobile${','.repeat(10_000)}\nAsha,9845080001${','.repeat(10_000)}\n${','.repeat(10_001)}\n`),
    rows: { ...all(1), blank: 1 },
    hears: 'Namaste Asha',
  },
  {
    name: 'formulas and merged cells',
    bytes: bytesOf(makeWorkbook({ Leads: mergedSheet() })),
    rows: all(3),
    hears: 'Namaste Asha Rao',
  },
];

describe('a file with', () => {
  it.each(USABLE)('$name is shown as it is, and the Worker finds the same in it', async (file) => {
    const { accepted, duplicate, invalid, blank } = file.rows;
    const total = accepted + duplicate + invalid + blank;
    page = await stage.tab();
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

  it.each([
    ['20,000 columns', 'columns', `Name,Mobile${',x'.repeat(20_000)}\nAsha,9845012345\n`, 'more than 16,384 columns'],
    ['no numbers', 'columns', 'Dear customer,\nwe call you soon\n', 'Choose the column with phone numbers.'],
    ['a cell without an end', 'check', `Name,Mobile\n"Asha,9845012345\n${'Ravi,9845012346\n'.repeat(5_000)}`, 'row 2'],
    ['headings only', 'check', 'Name,Mobile\n', 'headings but no rows'],
  ])('%s is refused at the step of its %s with what to do', async (name, step, text, sentence) => {
    page = await stage.tab();
    await page.getByLabel('Call with').selectOption('Hello');
    await chooseFile(page, `${name}.csv`, utf8(text));
    if (step === 'check') await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByText(sentence).first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
});
