import { readFile } from 'node:fs/promises';
import { utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readContactFile } from '../../../extension/files/read-contact-file.ts';
import { readIssues } from '../../../extension/issues/thread/read-issues.ts';
import { readWorkbook } from '../../../extension/spreadsheet/read-workbook.ts';
import { sheetCsv } from '../../../extension/spreadsheet/sheet-csv.ts';
import { bytesOf, makeWorkbook, protectedWorkbook } from '../spreadsheet/make-workbook.ts';

const FIXTURES = new URL('../../fixtures/contacts/', import.meta.url);

/** Drops and checks a file: how many people are called, and the codes of the other rows. */
async function takeIn(bytes: Uint8Array<ArrayBuffer>): Promise<{ called: number; leftOut: string[] } | string> {
  const file = new Blob([bytes]);
  const read = await readContactFile(file);
  if (!read.ok) return read.error.code;
  let text = file;
  if (read.value.is === 'workbook') {
    const book = await readWorkbook(bytes);
    const cells = book.ok ? book.value.cells(0) : book;
    if (!cells.ok) return cells.error.code;
    text = new Blob([...sheetCsv(cells.value)]);
  }
  const checked = await readIssues(text, { country: 'IN' }, () => {});
  if (!checked.ok) return checked.error.code;
  const { log, summary } = checked.value;
  const leftOut = Array.from({ length: log.count }, (_, at) => log.codeAt(at));
  return { called: summary.rows.accepted, leftOut };
}

const TEXTS: Record<string, Awaited<ReturnType<typeof takeIn>>> = {
  'semicolons-decimal-commas.csv': { called: 3, leftOut: [] },
  'excel-unicode-text-utf16le.txt': { called: 3, leftOut: [] },
  'utf16be-without-bom.csv': { called: 3, leftOut: [] },
  'windows-1252-names.csv': { called: 3, leftOut: [] },
  'hindi-utf8.csv': { called: 3, leftOut: [] },
  'hindi-utf8-bom.csv': { called: 3, leftOut: [] },
  'excel-damage.csv': {
    called: 3,
    leftOut: ['excel_exponent', 'excel_exponent', 'excel_truncated', 'excel_exponent'],
  },
  'lost-zeros-and-prefixes.csv': { called: 7, leftOut: [] },
  'quoted-newlines.csv': { called: 2, leftOut: ['too_short'] },
  'ten-thousand-empty-columns.csv': { called: 2, leftOut: [] },
  'picture-renamed.csv': 'not_text',
  'unclosed-quote.csv': 'unclosed_quote',
};

const DUE = { t: 'n', v: 46_054, z: 'dd-mm-yyyy' };
const sheet = utils.aoa_to_sheet([['Contacts of the north', '', ''], [], ['Name', 'Mobile', 'Due']]);
sheet['!merges'] = [utils.decode_range('A1:C1')];
Object.assign(sheet, {
  A4: { t: 's', v: 'Asha' },
  B4: { t: 'n', v: 919876543210, z: '0.00E+00' },
  C4: DUE,
  A5: { t: 's', v: 'Bina' },
  B5: { t: 'n', v: 9876543211, f: 'VALUE(RIGHT(D5,12))-910000000000' },
  C5: DUE,
  A6: { t: 's', v: 'Chetan' },
  B6: { t: 'e', v: 0x2a },
  '!ref': 'A1:C6',
});
const WORKBOOK = makeWorkbook({ North: sheet });

describe('files that break others', () => {
  it.each(Object.entries(TEXTS))('%s', async (name, expected) => {
    expect(await takeIn(Uint8Array.from(await readFile(new URL(name, FIXTURES))))).toEqual(expected);
  });

  it.each(['xlsx', 'biff8', 'ods'] as const)(
    'a workbook with a title over merged cells, dates, a formula and an error, as %s',
    async (type) => {
      const taken = await takeIn(bytesOf(WORKBOOK, type));
      expect(taken).toMatchObject({ called: 2 });
    },
  );

  it.each([
    ['a workbook protected by a password', protectedWorkbook(), 'password_protected'],
    ['a workbook cut off', bytesOf(WORKBOOK).slice(0, -200), 'corrupt'],
    ['a workbook of nothing', bytesOf(makeWorkbook({ One: utils.aoa_to_sheet([]) })), 'no_rows_in_workbook'],
    ['nothing at all', new Uint8Array(0), 'empty_file'],
  ])('%s', async (_, bytes, code) => {
    expect(await takeIn(bytes)).toBe(code);
  });
});
