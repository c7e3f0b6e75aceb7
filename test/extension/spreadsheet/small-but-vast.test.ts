import { utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../extension/spreadsheet/read-workbook.ts';
import { repackZip } from '../../../extension/spreadsheet/repack-zip.ts';
import { csvWithin, sheetCsv } from '../../../extension/spreadsheet/sheet-csv.ts';
import { storeZip } from '../../../extension/spreadsheet/store-zip.ts';
import { newWorkbookBudget, weighMarkup } from '../../../extension/spreadsheet/weigh-markup.ts';
import { readZipDirectory } from '../../../extension/spreadsheet/zip-directory.ts';
import { MAX_WORKBOOK_CELLS } from '../../../shared/workbook-limits.ts';
import { bytesOf, makeWorkbook } from './make-workbook.ts';

const ROWS = [
  ['Name', 'Phone'],
  ['Asha', '9845001234'],
];
const book = () => makeWorkbook({ People: utils.aoa_to_sheet(ROWS) });
const CSV = 'Name,Phone\r\nAsha,9845001234\r\n';
const TOO_MANY = { ok: false, error: { code: 'too_many_cells', limit: MAX_WORKBOOK_CELLS } };
const CORRUPT = { ok: false, error: { code: 'corrupt' } };

/** A workbook with one of its parts replaced. */
async function altered(
  type: 'xlsx' | 'ods' | 'xlsb',
  part: string,
  change: (content: string) => string,
): Promise<Uint8Array<ArrayBuffer>> {
  const unpacked = await repackZip(bytesOf(book(), type), Number.POSITIVE_INFINITY);
  if (!unpacked.ok) throw new Error(unpacked.error.code);
  let found = false;
  const parts = (readZipDirectory(unpacked.value) ?? []).map(({ name, offset, packedBytes }) => {
    const content = unpacked.value.slice(offset, offset + packedBytes);
    if (name !== part) return { name: new TextEncoder().encode(name), content };
    found = true;
    const text = change(Buffer.from(content).toString('latin1'));
    return { name: new TextEncoder().encode(name), content: Uint8Array.from(Buffer.from(text, 'latin1')) };
  });
  if (!found) throw new Error(`No part ${part}`);
  return storeZip(parts);
}

async function csvOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const read = await readWorkbook(bytes);
  const cells = read.ok ? read.value.cells(0) : read;
  if (!cells.ok) throw new Error(cells.error.code);
  return [...sheetCsv(cells.value)].join('').replaceAll('\n', '\r\n').replaceAll('\r\r', '\r');
}

const SHEET = 'xl/worksheets/sheet1.xml';
const before = (mark: string, more: string) => (content: string) => content.replace(mark, more + mark);

/** So many columns that 4,120 cells more are allowed: what else is weighed shows without millions of it. */
const MOST_COLUMNS = '<col min="1" max="16384" width="9"/>'.repeat(Math.floor(MAX_WORKBOOK_CELLS / 16_385));
const withMostColumns = before('<sheetData>', `<cols>${MOST_COLUMNS}</cols>`);

describe('a small workbook that says it is vast', () => {
  it('is not refused for as many columns as are allowed', () => {
    expect(weighMarkup(new TextEncoder().encode(MOST_COLUMNS), newWorkbookBudget())).toBeNull();
  });

  it('is read without the links that lie over every cell there can be', async () => {
    const links = '<hyperlink ref="A1:XFD1048576" location="A1"/>'.repeat(200);
    expect(await csvOf(await altered('xlsx', SHEET, before('</worksheet>', `<hyperlinks>${links}</hyperlinks>`)))).toBe(
      CSV,
    );
    const prefixed = `<x:hyperlinks>${links.replaceAll('<h', '<x:h')}</x:hyperlinks>`;
    expect(await csvOf(await altered('xlsx', SHEET, before('</worksheet>', prefixed)))).toBe(CSV);
  });

  it('is read without them in the binary formats too', async () => {
    const sheet = utils.aoa_to_sheet(ROWS);
    for (let link = 0; link < 50; link++) sheet[`A${link + 1}`] = { t: 's', v: `n${link}`, l: { Target: '#A1' } };
    sheet['!ref'] = 'A1:B60';
    for (const type of ['xlsb', 'biff8'] as const) {
      const bytes = bytesOf(makeWorkbook({ People: sheet }), type);
      const read = await readWorkbook(type === 'xlsb' ? await vastLinks(bytes) : bytes);
      expect([type, read.ok && read.value.sheets[0]?.rows]).toEqual([type, 50]);
    }
  });

  it.each([
    [
      'a row numbered beyond any sheet',
      'xlsx',
      SHEET,
      before('</sheetData>', '<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>'),
      CORRUPT,
    ],
    [
      'a cell in a column beyond any',
      'xlsx',
      SHEET,
      before('</sheetData>', '<row r="3"><c r="ZZZZZZ3"><v>1</v></c></row>'),
      CORRUPT,
    ],
    [
      'a cell with a row of its own beyond any',
      'xlsx',
      SHEET,
      before('</sheetData>', '<row><c r="A99999999"><v>1</v></c></row>'),
      CORRUPT,
    ],
    [
      'columns to a billion',
      'xlsx',
      SHEET,
      before('<sheetData>', '<cols><col min="1" max="1000000000" width="9"/></cols>'),
      CORRUPT,
    ],
    [
      'columns to the last one, again and again',
      'xlsx',
      SHEET,
      before('<sheetData>', `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(600)}</cols>`),
      TOO_MANY,
    ],
    ['more rows than any sheet', 'xlsx', SHEET, before('</sheetData>', '<row/>'.repeat(1_048_577)), CORRUPT],
    [
      'a row of nothing but cells',
      'xlsx',
      SHEET,
      before('</sheetData>', `<row>${'<c/>'.repeat(16_385)}</row>`),
      CORRUPT,
    ],
    ['formats without end', 'xlsx', 'xl/styles.xml', before('</styleSheet>', '<xf/>'.repeat(500_001)), TOO_MANY],
    [
      'texts without end',
      'xlsx',
      SHEET,
      (content: string) => withMostColumns(before('</worksheet>', '<si/>'.repeat(5_000))(content)),
      TOO_MANY,
    ],
    ['a cell said a billion times', 'ods', 'content.xml', before('</table:table>', cellTimes(1_000_000_000)), CORRUPT],
    [
      'a row of cells said a million times',
      'ods',
      'content.xml',
      before('</table:table>', rowTimes(1_000_000, 16)),
      TOO_MANY,
    ],
    [
      'a row after a billion empty ones',
      'ods',
      'content.xml',
      before('</table:table>', `<table:table-row table:number-rows-repeated="1000000000"/>${cellTimes(1)}`),
      CORRUPT,
    ],
    [
      'a billion spaces',
      'ods',
      'content.xml',
      before(
        '</table:table>',
        '<table:table-row><table:table-cell office:value-type="string"><text:p><text:s text:c="1000000000"/></text:p></table:table-cell></table:table-row>',
      ),
      TOO_MANY,
    ],
  ] as const)('is refused for %s', async (_what, type, part, change, refusal) => {
    expect(await readWorkbook(await altered(type, part, change))).toEqual(refusal);
  });

  it.each([
    ['Index', '<Row ss:Index="1000000000"><Cell><Data ss:Type="String">x</Data></Cell></Row>'],
    ['Index in another spelling', "<Row ss:Index='1e9'><Cell><Data ss:Type='String'>x</Data></Cell></Row>"],
    ['Index of a cell', '<Row><Cell ss:Index="1000000000"><Data ss:Type="String">x</Data></Cell></Row>'],
  ])('is refused for an %s of a billion in the XML of 2003', async (_what, row) => {
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="P"><Table>${row}</Table></Worksheet></Workbook>`;
    expect(await readWorkbook(new TextEncoder().encode(xml))).toEqual(CORRUPT);
  });

  it('is read where empty rows and columns fill up a sheet, as LibreOffice saves it', async () => {
    const filled = await altered('ods', 'content.xml', (content) =>
      content.replace(
        '</table:table>',
        `<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`,
      ),
    );
    expect(await csvOf(filled)).toBe(CSV);
  });
});

function cellTimes(times: number): string {
  return `<table:table-row><table:table-cell table:number-columns-repeated="${times}" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>`;
}

function rowTimes(times: number, cells: number): string {
  return cellTimes(cells).replace('<table:table-row', `<table:table-row table:number-rows-repeated="${times}"`);
}

/** Makes every link of a binary sheet cover the whole sheet: rows 0 to 1048575, columns 0 to 16383. */
async function vastLinks(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const unpacked = await repackZip(bytes, Number.POSITIVE_INFINITY);
  if (!unpacked.ok) throw new Error(unpacked.error.code);
  const all = Buffer.from(unpacked.value);
  let links = 0;
  for (let at = all.indexOf('ee03', 0, 'hex'); at !== -1; at = all.indexOf('ee03', at + 2, 'hex')) {
    const range = at + 3;
    all.writeUInt32LE(1_048_575, range + 4);
    all.writeUInt32LE(16_383, range + 12);
    links++;
  }
  expect(links).toBeGreaterThan(40);
  return Uint8Array.from(all);
}

describe('a sheet of one long text in many cells', () => {
  it('is given up before it is written out', () => {
    const cells = Array.from({ length: 1_000 }, () => [{ t: 's' as const, v: 'x'.repeat(1_000_000) }]);
    expect(csvWithin(cells, 5_000_000)).toBeNull();
    expect(csvWithin([[{ t: 's', v: 'x' }]], 5_000_000)).toEqual(['x\n']);
  });
});
