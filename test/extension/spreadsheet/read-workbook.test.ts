import { utils } from '@e965/xlsx';
import type { WorkSheet } from '@e965/xlsx';
import XLSX_ZAHL_PAYLOAD from '@e965/xlsx/dist/xlsx.zahl.mjs';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../extension/spreadsheet/read-workbook.ts';
import type { Workbook } from '../../../extension/spreadsheet/read-workbook.ts';
import { kindOf } from '../../../extension/spreadsheet/spreadsheet-kind.ts';
import { sheetCsv } from '../../../extension/spreadsheet/sheet-csv.ts';
import { bytesOf, makeWorkbook, makeZip, protectedOldWorkbook, protectedWorkbook } from './make-workbook.ts';

async function open(bytes: Uint8Array<ArrayBuffer>): Promise<Workbook> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(`Not read: ${read.error.code}`);
  return read.value;
}

async function csvOf(bytes: Uint8Array<ArrayBuffer>, sheet = 0): Promise<string> {
  const cells = (await open(bytes)).cells(sheet);
  if (!cells.ok) throw new Error(`No cells: ${cells.error.code}`);
  return [...sheetCsv(cells.value)].join('');
}

/** A sheet of single cells, given as `A1: cell`. */
function sheetOf(cells: Readonly<Record<string, object>>, ref: string): WorkSheet {
  return { ...cells, '!ref': ref };
}

const number = (v: number, z?: string) => ({ t: 'n', v, ...(z === undefined ? {} : { z }) });

describe('a workbook read as CSV', () => {
  it('keeps every digit of a number, and what a format adds', async () => {
    const rows = [
      number(919876543210),
      number(919876543210, '0.00E+00'),
      number(9876543210, '#,##0'),
      number(987654321, '0000000000'),
      number(919876543210, '"+"00 00000 00000'),
      number(9876543210, ';;;'),
      number(1250.5, '#,##0.00'),
      number(0.25, '0%'),
      number(-3),
      { t: 's', v: '0987654321' },
    ];
    const cells = Object.fromEntries(rows.map((cell, at) => [`A${at + 1}`, cell]));
    const bytes = bytesOf(makeWorkbook({ Leads: sheetOf(cells, 'A1:A10') }));
    expect((await csvOf(bytes)).split('\n')).toEqual([
      '919876543210',
      '919876543210',
      '9876543210',
      '0987654321',
      '+91 98765 43210',
      '9876543210',
      '"1,250.50"',
      '25%',
      '-3',
      '0987654321',
      '',
    ]);
  });

  it('gives dates, formulas, booleans and errors as they are shown', async () => {
    const cells = {
      A1: { t: 'n', v: 46_054, z: 'd mmm yyyy' },
      B1: { t: 'n', v: 46_054, z: 'm/d/yy' },
      C1: { t: 'n', v: 46_054.5, z: 'dd/mm/yyyy hh:mm' },
      D1: { t: 's', v: 'Asha Sharma', f: 'A2&" "&B2' },
      E1: { t: 'n', v: 12.5, f: 'SUM(A3:A4)' },
      F1: { t: 'b', v: true },
      G1: { t: 'e', v: 0x2a },
    };
    const bytes = bytesOf(makeWorkbook({ Leads: sheetOf(cells, 'A1:G1') }));
    expect(await csvOf(bytes)).toBe('1 Feb 2026,01-02-2026,01/02/2026 12:00,Asha Sharma,12.5,TRUE,#N/A\n');
  });

  it('writes the moments that follow the country as India does, never month first', async () => {
    const book = makeWorkbook({
      Leads: sheetOf(
        {
          A1: { t: 's', v: 'At' },
          C1: { t: 'n', v: 46_054.75, z: 'm/d/yy h:mm' },
          B1: { t: 'n', v: 46_054.75, z: 'm/d/yyyy h:mm' },
        },
        'A1:C1',
      ),
    });
    expect(await csvOf(bytesOf(book))).toBe('At,2/1/2026 18:00,01-02-2026 18:00\n');
    expect(await csvOf(bytesOf(book, 'biff8'))).toBe('At,2/1/2026 18:00,01-02-2026 18:00\n');
    book.Workbook = { WBProps: { date1904: true } };
    expect(await csvOf(bytesOf(book))).toBe('At,2/2/2030 18:00,02-02-2030 18:00\n');
  });

  it('puts a merged value in its first cell, and keeps hidden rows and blank ones in their place', async () => {
    const sheet = utils.aoa_to_sheet([[], ['Name', 'Mobile', ''], [], ['Asha', 9876543210, ''], ['Bina', 9876543211]]);
    sheet['!merges'] = [utils.decode_range('A2:B2')];
    sheet['!rows'] = [{}, {}, {}, { hidden: true }];
    expect(await csvOf(bytesOf(makeWorkbook({ Leads: sheet })))).toBe(
      '\nName,Mobile\n\nAsha,9876543210\nBina,9876543211\n',
    );
  });

  it('quotes what needs it', async () => {
    const sheet = utils.aoa_to_sheet([['Sharma, Asha', 'said "hi"', 'two\nlines', ' kept ', 'आशा', '=1+1', "'"]]);
    expect(await csvOf(bytesOf(makeWorkbook({ Leads: sheet })))).toBe(
      '"Sharma, Asha","said ""hi""","two\nlines"," kept ",आशा,=1+1,\'\n',
    );
  });

  it.each(['xlsx', 'xlsm', 'xlsb', 'biff8', 'ods', 'numbers', 'fods', 'xlml'] as const)('reads %s', async (type) => {
    const sheet = utils.aoa_to_sheet([
      ['Name', 'Mobile'],
      ['आशा', 919876543210],
      ['José', '09876543211'],
    ]);
    const bytes = bytesOf(makeWorkbook({ Leads: sheet }), type, XLSX_ZAHL_PAYLOAD);
    expect(await csvOf(bytes)).toBe('Name,Mobile\nआशा,919876543210\nJosé,09876543211\n');
  });

  it('reads what many programs export under the name of an Excel file: a web page with a table', async () => {
    const page =
      '<html><body><table><tr><td>Mobile</td></tr><tr><td>919876543210</td></tr><tr><td>0987</td></tr></table>';
    const bytes = new TextEncoder().encode(page);
    expect(await csvOf(bytes)).toBe('Mobile\n919876543210\n0987\n');
    expect(await kindOf(new Blob([bytes]))).toBe('html');
    expect(await kindOf(new Blob(['<html><p>Not found</p></html>']))).toBeUndefined();
  });

  it('lists hidden sheets after those that can be seen, and empty ones with no rows', async () => {
    const row = utils.aoa_to_sheet([['9876543210']]);
    const book = makeWorkbook(
      { Secret: row, Cover: utils.aoa_to_sheet([]), Leads: row },
      ({ Workbook: view, SheetNames }) => {
        const sheets = SheetNames.map((name) => ({ name, Hidden: name === 'Secret' ? (1 as const) : (0 as const) }));
        Object.assign(view ?? {}, { Sheets: sheets });
      },
    );
    book.Workbook ??= { Sheets: [{ Hidden: 1 }, { Hidden: 0 }, { Hidden: 0 }] };
    const sheets = (await open(bytesOf(book))).sheets.map(({ name, isHidden, rows, columns }) => ({
      name,
      isHidden,
      rows,
      columns,
    }));
    expect(sheets).toEqual([
      { name: 'Cover', isHidden: false, rows: 0, columns: 0 },
      { name: 'Leads', isHidden: false, rows: 1, columns: 1 },
      { name: 'Secret', isHidden: true, rows: 1, columns: 1 },
    ]);
  });

  it('counts rows to the last that shows anything, wherever formats end', async () => {
    const sheet = sheetOf({ A1: number(9876543210), AB40000: { t: 's', v: '' } }, 'A1:AB40000');
    expect((await open(bytesOf(makeWorkbook({ Leads: sheet })))).sheets[0]).toMatchObject({ rows: 1, columns: 1 });
  });
});

describe('a workbook that cannot be read', () => {
  it('is told to be protected by a password', async () => {
    const refused = { ok: false, error: { code: 'password_protected' } };
    expect(await readWorkbook(protectedWorkbook())).toEqual(refused);
    expect(await readWorkbook(protectedOldWorkbook())).toEqual(refused);
    const manifest = new TextEncoder().encode('<manifest:manifest><manifest:encryption-data/></manifest:manifest>');
    expect(await readWorkbook(await makeZip('META-INF/manifest.xml', manifest, manifest.length))).toEqual(refused);
  });

  it('is told to be corrupt when it is cut off or spoiled', async () => {
    const bytes = bytesOf(makeWorkbook({ Leads: utils.aoa_to_sheet([['9876543210']]) }));
    const corrupt = { ok: false, error: { code: 'corrupt' } };
    expect(await readWorkbook(bytes.slice(0, bytes.length - 40))).toEqual(corrupt);
    expect(await readWorkbook(bytes.map((byte, at) => (at > 60 && at < 900 ? byte ^ 0x55 : byte)))).toEqual(corrupt);
    expect(await readWorkbook(protectedWorkbook().slice(0, 700))).toEqual(corrupt);
  });

  it.each([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], { looksLike: 'image' }],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], { looksLike: 'pdf' }],
    ['text', [0x61, 0x2c, 0x62], {}],
  ])('is told to be no spreadsheet when it is %s', async (_, bytes, facts) => {
    expect(await readWorkbook(Uint8Array.from(bytes))).toEqual({
      ok: false,
      error: { code: 'not_a_spreadsheet', ...facts },
    });
  });

  it('is told to be no spreadsheet when it is a ZIP of something else', async () => {
    const zip = await makeZip('photo.txt', new TextEncoder().encode('hello'), 5);
    expect(await readWorkbook(zip)).toEqual({ ok: false, error: { code: 'not_a_spreadsheet', looksLike: 'zip' } });
  });

  it('is told to be empty when no sheet has a row', async () => {
    const bytes = bytesOf(makeWorkbook({ One: utils.aoa_to_sheet([]), Two: utils.aoa_to_sheet([['', '']]) }));
    expect(await readWorkbook(bytes)).toEqual({ ok: false, error: { code: 'no_rows_in_workbook' } });
  });

  it('is stopped by what comes out of it, whatever its directory claims', async () => {
    const bomb = await makeZip('xl/worksheets/sheet1.xml', new Uint8Array(3_000_000), 10);
    expect(bomb.length).toBeLessThan(10_000);
    expect(await readWorkbook(bomb, 1_000_000)).toEqual({
      ok: false,
      error: { code: 'too_large', limitBytes: 1_000_000 },
    });
    const honest = await makeZip('xl/worksheets/sheet1.xml', new Uint8Array(3_000_000), 3_000_000);
    expect(await readWorkbook(honest, 1_000_000)).toEqual({
      ok: false,
      error: { code: 'too_large', limitBytes: 1_000_000 },
    });
  });
});
