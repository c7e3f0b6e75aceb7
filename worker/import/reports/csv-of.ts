import { toCsv } from './results-csv.ts';
import type { Cell, SheetTable } from '../../spreadsheet/sheet-xml.ts';

/**
 * Times are written so that a spreadsheet recognises them: without zone and without "T". The byte order mark fixes the
 * encoding.
 */
export async function* csvOf({ headings, rows }: SheetTable): AsyncIterable<string> {
  yield `\uFEFF${toCsv([[...headings]])}`;
  for await (const some of rows) {
    if (some.length > 0) yield toCsv(some.map((row) => headings.map((_, column) => csvCell(row[column] ?? null))));
  }
}

function csvCell(cell: Cell): string | number | null {
  if (typeof cell !== 'object' || cell === null) return cell;
  return new Date(cell.wallMs).toISOString().slice(0, 19).replace('T', ' ');
}
