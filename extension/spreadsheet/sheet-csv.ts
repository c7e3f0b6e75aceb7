import type { CellObject } from '@e965/xlsx';
import { DELIMITERS } from '../../shared/csv/detect-delimiter.ts';
import { cellText } from './cell-text.ts';

/** The cells of a sheet, row by row from the first; missing cells are blank. */
export type SheetCells = readonly (readonly (CellObject | undefined)[] | undefined)[];

const NEEDS_QUOTES = /[",;|\t\r\n]|^\s|\s$/u;
const OTHER_DELIMITERS = DELIMITERS.filter((delimiter) => delimiter !== ',');
/** How many rows are examined for other characters that could be taken for the delimiter. */
const ROWS_WEIGHED = 200;
const MOST_ADDED_COLUMNS = 100;
const PIECE_CHARS = 256 * 1024;

/** The size up to the last row and column that show anything. */
export function sheetSize(cells: SheetCells): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  for (const [index, row] of cells.entries()) {
    let width = row?.length ?? 0;
    while (width > 0 && cellText(row?.[width - 1]) === '') width--;
    if (width === 0) continue;
    rows = index + 1;
    columns = Math.max(columns, width);
  }
  return { rows, columns };
}

/**
 * A sheet as CSV, in pieces: row N of the sheet is record N, blank ones included, so that every line number in a
 * message is the row in the spreadsheet. Commas give more cells than any other delimiter could, so that no reader
 * guesses wrong.
 */
export function* sheetCsv(cells: SheetCells): Generator<string> {
  const { rows, columns } = sheetSize(cells);
  const width = Math.max(columns, widestOtherwise(cells.slice(0, ROWS_WEIGHED)) + 1);
  let text = '';
  for (let index = 0; index < rows; index++) {
    const row = cells[index];
    const texts = Array.from({ length: columns }, (_, column) => cellText(row?.[column]));
    if (texts.some((cell) => cell !== '')) {
      text += texts.map((cell, column) => quoted(cell, index === 0 && column === 0)).join(',');
      if (width > columns) text += ','.repeat(width - columns);
    }
    text += '\n';
    if (text.length > PIECE_CHARS) {
      yield text;
      text = '';
    }
  }
  yield text;
}

/** The pieces of a sheet; null where they come to more than `limit` characters, as one long text in many cells does. */
export function csvWithin(cells: SheetCells, limit: number): string[] | null {
  const pieces: string[] = [];
  let length = 0;
  for (const piece of sheetCsv(cells)) {
    length += piece.length;
    if (length > limit) return null;
    pieces.push(piece);
  }
  return pieces;
}

/** Into how many cells another delimiter would cut a row. */
function widestOtherwise(cells: SheetCells): number {
  let widest = 0;
  for (const row of cells) {
    for (const delimiter of OTHER_DELIMITERS) {
      let cuts = 0;
      for (const cell of row ?? []) cuts += cellText(cell).split(delimiter).length - 1;
      if (cuts > 0) widest = Math.max(widest, cuts + 1);
    }
  }
  return Math.min(widest, MOST_ADDED_COLUMNS);
}

/** The very first cell is quoted unless it is plain, so that its beginning cannot be taken for another kind of file. */
function quoted(cell: string, isFirst: boolean): string {
  const needsQuotes = NEEDS_QUOTES.test(cell) || (isFirst && !/^[\p{L}\p{N}+]?$|^[\p{L}\p{N}+][^:=]*$/u.test(cell));
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}
