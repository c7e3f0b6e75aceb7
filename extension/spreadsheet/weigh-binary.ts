import { CFB } from '@e965/xlsx';
import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS, MAX_WORKBOOK_CELLS } from '../../shared/workbook-limits.ts';
import type { SpreadsheetFault } from './spreadsheet-fault.ts';
import { BEYOND, type WorkbookBudget } from './weigh-markup.ts';

/** [MS-XLSB] 2.3.1: a record's number has one or two bytes, its length up to four, with seven bits each. */
const ROW = 0x00;
const LAST_CELL = 0x0b;
const SHORT_CELLS = { first: 0x0c, last: 0x12 } as const;
const COLUMNS = 0x3c;
const LINK = 0x1ee;
const LINK_RANGE_BYTES = 16;

/** [MS-XLS] 2.4.140: HLink begins with its range, four numbers of two bytes. */
const OLD_LINK = 0x01b8;
const OLD_LINK_RANGE_BYTES = 8;

/**
 * The places in one binary part, before it is built; null where it fits. They rise, or the library would lay one over
 * another. Its links are pointed at their first cell, in
 * place: the library lays each over every cell of its range, and we show none.
 */
export function weighBinary(part: Uint8Array, budget: WorkbookBudget): SpreadsheetFault | null {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  let at = 0;
  let [row, column] = [-1, -1];
  while (at < part.length) {
    let record = part[at++] ?? 0;
    if (record >= 0x80) record = (record & 0x7f) + (((part[at++] ?? 0) & 0x7f) << 7);
    let length = 0;
    for (let place = 0; place < 4; place++) {
      const byte = part[at++] ?? 0;
      length += (byte & 0x7f) << (7 * place);
      if (byte < 0x80) break;
    }
    const has = (bytes: number): boolean => length >= bytes && at + bytes <= part.length;
    const isCell = record >= 1 && record <= LAST_CELL;
    if (record === ROW && has(4)) {
      const next = view.getUint32(at, true);
      if (next <= row || next >= MAX_SHEET_ROWS) return BEYOND;
      [row, column] = [next, -1];
    }
    if (isCell && has(4)) {
      const next = view.getUint32(at, true);
      if (next <= column || next >= MAX_SHEET_COLUMNS) return BEYOND;
      column = next;
    }
    if (record === COLUMNS && has(8)) {
      if (view.getUint32(at + 4, true) >= MAX_SHEET_COLUMNS) return BEYOND;
      budget.cells -= view.getUint32(at + 4, true);
    }
    if (record === LINK) part.fill(0, at, Math.min(at + LINK_RANGE_BYTES, at + length));
    const isShort = record >= SHORT_CELLS.first && record <= SHORT_CELLS.last;
    if (isShort) column++;
    if (isCell || isShort) budget.cells -= 1;
    else budget.declarations -= 1;
    if (budget.cells < 0) return { code: 'too_many_cells', limit: MAX_WORKBOOK_CELLS };
    at += length;
  }
  return null;
}

/** A workbook of the format before 2007 with its links reduced to their first cell; unchanged if it has none. */
export function withoutOldLinks(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  try {
    const container = CFB.read(bytes, { type: 'buffer' });
    let found = false;
    for (const { name, content } of container.FileIndex) {
      if (!/^(?:Workbook|Book)$/iu.test(name)) continue;
      const stream = Uint8Array.from(content);
      if (!blindOldLinks(stream)) continue;
      CFB.utils.cfb_add(container, `/${name}`, stream);
      found = true;
    }
    if (!found) return bytes;
    const written: unknown = CFB.write(container, { type: 'array' });
    return Array.isArray(written) || written instanceof Uint8Array ? Uint8Array.from(written) : bytes;
  } catch {
    return bytes; // no container: the library says what is wrong with it
  }
}

function blindOldLinks(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let found = false;
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== OLD_LINK) continue;
    stream.fill(0, at + 4, Math.min(at + 4 + OLD_LINK_RANGE_BYTES, at + 4 + view.getUint16(at + 2, true)));
    found = true;
  }
  return found;
}
