import type { CellObject } from '@e965/xlsx';
import { NOT_COMPUTED } from './raw-sheet.ts';
import type { SheetCells } from './sheet-csv.ts';

/** Nothing but digits and signs: what becomes of `+91-9876543210` where a spreadsheet takes it for a sum. */
const SUM_OF_DIGITS = /^[\d\s().,+\-*/^]+$/u;
const TWO_PARTS = /\d[\s)]*[+\-*/^][\s(+-]*\d/u;
/** What is less is an amount; what is negative shows by its minus that it was calculated. */
const LEAST_CALLED = 1e7;

/**
 * Marks what formulas left in the cells: a sum of digits is written as the sum it was, since its result may look like a
 * number that can be called; a formula without a result is written as that, never as a blank. `untouched` tells that the
 * program that wrote the workbook worked nothing out.
 */
export function markFormulas(cells: SheetCells, untouched: boolean): void {
  const formulas: CellObject[] = [];
  for (const row of cells) for (const cell of row ?? []) if (cell?.f !== undefined) formulas.push(cell);
  // Such programs write a zero into every one of them; beside any other result a zero is a zero.
  const nothingDone = untouched && formulas.every(isNothing);
  for (const cell of formulas) {
    if (nothingDone || isEmpty(cell)) write(cell, NOT_COMPUTED);
    else if (typeof cell.v === 'number' && isSumOfDigits(cell.f ?? '', cell.v)) write(cell, `=${bare(cell.f ?? '')}`);
  }
}

function isSumOfDigits(formula: string, result: number): boolean {
  const sum = bare(formula);
  return SUM_OF_DIGITS.test(sum) && TWO_PARTS.test(sum) && result >= LEAST_CALLED;
}

/** Without the plus that a spreadsheet does not need, so that what is written is no number with a country code. */
function bare(formula: string): string {
  return formula.replace(/^[=+\s]+/u, '');
}

/** An empty text is a result: it is what many formulas give where there is nothing to say. */
function isEmpty({ t, v }: CellObject): boolean {
  return t === 'z' || v === undefined || (typeof v === 'number' && Number.isNaN(v));
}

function isNothing(cell: CellObject): boolean {
  return isEmpty(cell) || cell.v === 0 || cell.v === '';
}

function write(cell: CellObject, text: string): void {
  Object.assign(cell, { t: 's', v: text, w: text });
}
