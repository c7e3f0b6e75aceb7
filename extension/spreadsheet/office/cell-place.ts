import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '../../../shared/workbook-limits.ts';

const PLACE = /^\s*\$?([A-Z]{1,3})\$?(\d{1,7})\s*$/iu;

/** Places count from 1. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Where `B7` is, in any spelling that spreadsheets read; null for what is no place of a sheet. */
export function readPlace(text: string): CellPlace | null {
  const [, letters = '', digits = ''] = PLACE.exec(text) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return isPlace({ row, column }) ? { row, column } : null;
}

export function isPlace({ row, column }: CellPlace): boolean {
  return isRow(row) && column >= 1 && column <= MAX_SHEET_COLUMNS;
}

export function isRow(row: number): boolean {
  return Number.isInteger(row) && row >= 1 && row <= MAX_SHEET_ROWS;
}

export function placeName({ row, column }: CellPlace): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row}`;
}
