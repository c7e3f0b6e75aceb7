import type { CellObject } from '@e965/xlsx';

/** Numbers this large are phone numbers, not amounts: they keep every digit, whatever their format shows. */
const PHONE_SIZED = 1e9;
/** Spreadsheets keep this many digits of a number; reading some formats adds rounding errors after them. */
const SIGNIFICANT_DIGITS = 15;
const EXPONENT = /\d[eE][+-]?\d/u;

/**
 * What a person sees in a cell, with one exception: a number whose format hides digits (919876543210 shown as 9.2E+11)
 * keeps them all. A blank cell gives an empty text.
 */
export function cellText(cell: CellObject | undefined): string {
  if (cell === undefined || cell.t === 'z') return '';
  if (cell.t === 's') return typeof cell.v === 'string' ? cell.v : (cell.w ?? '');
  if (cell.t === 'n' && typeof cell.v === 'number')
    return numberText(Number(cell.v.toPrecision(SIGNIFICANT_DIGITS)), cell.w);
  return cell.w ?? (cell.v === undefined ? '' : String(cell.v));
}

function numberText(value: number, shown: string | undefined): string {
  if (shown === undefined || shown.trim() === '' || EXPONENT.test(shown)) return allDigits(value);
  if (!Number.isInteger(value) || Math.abs(value) < PHONE_SIZED) return shown;
  // A format may hide the minus of a calculated value, so that its digits look like another number.
  if (value < 0) return allDigits(value);
  // Leading zeros and prefixes of the format stay; commas between digits do not.
  const showsAll = shown.replaceAll(/\D/gu, '').endsWith(String(value));
  return showsAll ? shown.replaceAll(/(?<=\d),(?=\d)/gu, '') : allDigits(value);
}

/** Without an exponent, as long as the digits are exact. */
function allDigits(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
}
