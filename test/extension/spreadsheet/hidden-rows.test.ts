import { CFB, utils } from '@e965/xlsx';
import type { BookType, WorkSheet } from '@e965/xlsx';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../extension/spreadsheet/read-workbook.ts';
import type { LeaveOut, Workbook } from '../../../extension/spreadsheet/read-workbook.ts';
import { sheetCsv } from '../../../extension/spreadsheet/sheet-csv.ts';
import { bytesOf, makeWorkbook } from './make-workbook.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';

async function open(bytes: Uint8Array<ArrayBuffer>): Promise<Workbook> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(`Not read: ${read.error.code}`);
  return read.value;
}

function csvOf(book: Workbook, leaveOut?: LeaveOut): string {
  const cells = book.cells(0, leaveOut);
  if (!cells.ok) throw new Error(`No cells: ${cells.error.code}`);
  return [...sheetCsv(cells.value)].join('');
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const ROWS = [
  ['Name', 'Mobile', 'Note'],
  ['Asha', '9876543210', 'new'],
  ['Bina', '9876543211', 'do not call'],
  ['Chetan', '9876543212', 'new'],
];
const ALL = 'Name,Mobile,Note\nAsha,9876543210,new\nBina,9876543211,do not call\nChetan,9876543212,new\n';
const WITHOUT_BINA = 'Name,Mobile,Note\nAsha,9876543210,new\n\nChetan,9876543212,new\n';
const WITHOUT_NOTES = 'Name,Mobile\nAsha,9876543210\nBina,9876543211\nChetan,9876543212\n';

function sheet(hidden: { rows?: readonly number[]; columns?: readonly number[] }): WorkSheet {
  const made = utils.aoa_to_sheet(ROWS);
  made['!rows'] = ROWS.map((_, row) => (hidden.rows?.includes(row) === true ? { hidden: true } : {}));
  made['!cols'] = [0, 1, 2].map((column) => (hidden.columns?.includes(column) === true ? { hidden: true } : {}));
  return made;
}

const saved = (type: BookType): Uint8Array<ArrayBuffer> => bytesOf(makeWorkbook({ Leads: sheet({ rows: [2] }) }), type);

/**
 * The library writes no hidden rows in the old format, so the record that hides one is added after the sheet's start.
 */
function oldWorkbook(): Uint8Array<ArrayBuffer> {
  const container = CFB.read(bytesOf(makeWorkbook({ Leads: sheet({}) }), 'biff8'), { type: 'array' });
  const found = CFB.find(container, '/Workbook');
  const stream = Uint8Array.from(found?.content ?? []);
  // The second such record begins the first sheet; the workbook's globals end right before it.
  const begin = Buffer.from(stream).indexOf(Buffer.from([0x0a, 0, 0, 0])) + 4;
  const length = 4 + (stream[begin + 2] ?? 0);
  const row = Buffer.alloc(20);
  row.writeUInt16LE(0x0208, 0);
  row.writeUInt16LE(16, 2);
  row.writeUInt16LE(2, 4);
  row.writeUInt16LE(3, 8);
  row.writeUInt16LE(0xff, 10);
  row.writeUInt16LE(0x0120, 16);
  const changed = Buffer.concat([stream.subarray(0, begin + length), row, stream.subarray(begin + length)]);
  CFB.utils.cfb_del(container, '/Workbook');
  CFB.utils.cfb_add(container, '/Workbook', Uint8Array.from(changed));
  const written: unknown = CFB.write(container, { type: 'array' });
  return Uint8Array.from(Array.isArray(written) || written instanceof Uint8Array ? written : []);
}

function openDocument(row: string, between = ''): Uint8Array<ArrayBuffer> {
  const cells = (texts: readonly string[]): string =>
    texts
      .map((text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`)
      .join('');
  const rows = ROWS.map(
    (texts, at) => `${at === 2 ? between : ''}<table:table-row${at === 2 ? row : ''}>${cells(texts)}</table:table-row>`,
  );
  const text = new TextDecoder().decode(bytesOf(makeWorkbook({ Leads: utils.aoa_to_sheet([]) }), 'fods'));
  return utf8(
    text.replace(
      /(<table:table [^>]*?)\/?>[\s\S]*<\/table:table>|(<table:table [^>]*)\/>/u,
      `$1$2>${rows.join('')}</table:table>`,
    ),
  );
}

function page(row: string, cols = ''): Uint8Array<ArrayBuffer> {
  const rows = ROWS.map(
    (texts, at) => `<tr${at === 2 ? row : ''}>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`,
  );
  return utf8(`<html><table>${cols}${rows.join('\n')}</table></html>`);
}

const HIDING: Record<string, Uint8Array<ArrayBuffer>> = {
  xlsx: saved('xlsx'),
  xlsm: saved('xlsm'),
  xlsb: saved('xlsb'),
  'XML of 2003': saved('xlml'),
  xls: oldWorkbook(),
  'OpenDocument, hidden by a filter': openDocument(' table:visibility="filter"'),
  'OpenDocument, hidden by hand': openDocument(' table:style-name="ro1" table:visibility="collapse"'),
  'a page with display: none': page(" height=0 style='display:none'"),
  'a page with a style around it': page(' class="x" style="mso-height-source:userset; DISPLAY : NONE; color: red"'),
  'a page with the attribute hidden': page(' hidden'),
  'a page with a row of no height': page(' height="0"'),
  'a page with visibility: collapse': page(' style="visibility:collapse"'),
};

describe('rows that a workbook hides', () => {
  it.each(Object.entries(HIDING))('are told, and left out only when that is said: %s', async (_, bytes) => {
    const book = await open(bytes);
    expect(book.sheets[0]).toMatchObject({ hiddenRows: [2], hiddenColumns: [] });
    expect(csvOf(book)).toBe(ALL);
    expect(csvOf(book, { rows: false, columns: true })).toBe(ALL);
    expect(csvOf(book, { rows: true, columns: false })).toBe(WITHOUT_BINA);
  });

  it.each(['xlsx', 'xlsb', 'xlml', 'biff8'] as const)('are told of columns too: %s', async (type) => {
    const book = await open(bytesOf(makeWorkbook({ Leads: sheet({ columns: [2] }) }), type));
    expect(book.sheets[0]).toMatchObject({ hiddenRows: [], hiddenColumns: [2] });
    expect(csvOf(book, { rows: true, columns: false })).toBe(ALL);
    expect(csvOf(book, { rows: false, columns: true })).toBe(WITHOUT_NOTES);
  });

  it('are told of the columns of a page', async () => {
    const book = await open(page('', "<col width=64 span=2><col width=0 style='display:none'>"));
    expect(book.sheets[0]).toMatchObject({ hiddenRows: [], hiddenColumns: [2] });
  });

  it('are no question where they hold nothing, or the headings', async () => {
    const made = utils.aoa_to_sheet([['Mobile'], ['9876543210'], [''], []]);
    made['!rows'] = [{ hidden: true }, {}, { hidden: true }, { hidden: true }];
    made['!cols'] = [{}, { hidden: true }];
    expect((await open(bytesOf(makeWorkbook({ Leads: made })))).sheets[0]).toMatchObject({
      hiddenRows: [],
      hiddenColumns: [],
    });
  });

  it('are exactly those of any sheet, whatever is hidden', async () => {
    const places = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 20 });
    const type = fc.constantFrom<BookType>('xlsx', 'xlsb', 'xlml');
    await fc.assert(
      fc.asyncProperty(places, type, async (hidden, bookType) => {
        const made = utils.aoa_to_sheet([['Mobile'], ...Array.from({ length: 30 }, (_, at) => [`98765432${10 + at}`])]);
        made['!rows'] = Array.from({ length: 31 }, (_, row) => (hidden.includes(row) ? { hidden: true } : {}));
        const book = await open(bytesOf(makeWorkbook({ Leads: made }), bookType));
        const rising = hidden.toSorted((left, right) => left - right);
        expect(book.sheets[0]?.hiddenRows).toEqual(rising);
        const lines = csvOf(book, { rows: true, columns: false }).split('\n');
        for (let row = 1; row <= 30 && row < lines.length - 1; row++)
          expect(lines[row]).toBe(hidden.includes(row) ? '' : `98765432${9 + row}`);
      }),
      { numRuns: drawnOf(15, 120) },
    );
  });
});
