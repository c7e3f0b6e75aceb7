import { utils } from '@e965/xlsx';
import { readWorkbook } from '../../../extension/spreadsheet/read-workbook.ts';
import { repackZip } from '../../../extension/spreadsheet/repack-zip.ts';
import { sheetCsv } from '../../../extension/spreadsheet/sheet-csv.ts';
import { storeZip } from '../../../extension/spreadsheet/store-zip.ts';
import { storedParts } from '../../../extension/spreadsheet/stored-parts.ts';
import { bytesOf, makeWorkbook } from './make-workbook.ts';

type Parts = Map<string, string | Uint8Array>;

export const SHEET = 'xl/worksheets/sheet1.xml';
export const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
export const HEADINGS = '<row r="1"><c r="A1" t="str"><v>Name</v></c><c r="B1" t="str"><v>Phone</v></c></row>';

/** A workbook of one sheet "People", or the sheets named, after a change of its parts. */
export async function alteredParts(
  type: 'xlsx' | 'ods',
  change: (parts: Parts) => void,
  sheets: Readonly<Record<string, readonly (readonly unknown[])[]>> = { People: [['Name', 'Phone']] },
): Promise<Uint8Array<ArrayBuffer>> {
  const book = makeWorkbook(
    Object.fromEntries(
      Object.entries(sheets).map(([name, rows]) => [name, utils.aoa_to_sheet(rows.map((row) => [...row]))]),
    ),
  );
  const unpacked = await repackZip(bytesOf(book, type), Number.POSITIVE_INFINITY);
  if (!unpacked.ok) throw new Error(unpacked.error.code);
  const parts: Parts = new Map(storedParts(unpacked.value));
  change(parts);
  return zipOf(parts);
}

export function zipOf(parts: Parts): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  return storeZip(
    Array.from(parts, ([name, content]) => ({
      name: encoder.encode(name),
      content: typeof content === 'string' ? encoder.encode(content) : content,
    })),
  );
}

/** A part as text. */
export function textOf(parts: Parts, name: string): string {
  const part = parts.get(name);
  if (part === undefined) throw new Error(`No part ${name}`);
  return typeof part === 'string' ? part : new TextDecoder().decode(part);
}

/** A workbook whose sheet is `inside`, and whose shared texts are `texts`. */
export async function officeBook(inside: string, texts?: string): Promise<Uint8Array<ArrayBuffer>> {
  return alteredParts('xlsx', (parts) => {
    parts.set(SHEET, `<?xml version="1.0"?>\n<worksheet ${MAIN}>${inside}</worksheet>`);
    if (texts !== undefined) parts.set('xl/sharedstrings.xml', `<sst ${MAIN}>${texts}</sst>`);
  });
}

/** Each sheet by its name as CSV, or what is wrong with the whole. */
export async function toldOf(bytes: Uint8Array<ArrayBuffer>): Promise<object> {
  const read = await readWorkbook(bytes);
  if (!read.ok) return read.error;
  return Object.fromEntries(
    read.value.sheets.map(({ name }, at) => {
      const cells = read.value.cells(at);
      return [name, cells.ok ? [...sheetCsv(cells.value)].join('') : cells.error.code];
    }),
  );
}
