import type { CellObject } from '@e965/xlsx';
import { NEVER, rankHeading } from '../../shared/columns/column-headings.ts';
import { isCalculated } from './computed-formula.ts';
import { NOT_COMPUTED } from './raw-sheet.ts';
import type { SheetCells } from './sheet-csv.ts';

/** Only digits and signs: what `+91-9876543210` becomes when a spreadsheet takes it for a sum. */
const SUM_OF_DIGITS = /^[\d\s().,+\-*/^]+$/u;
const TWO_PARTS = /\d[\s)]*[+\-*/^][\s(+-]*\d/u;
/** A smaller result is an amount; a negative one shows by its minus that it was calculated. */
const LEAST_CALLED = 1e7;
/** A result calculated from cells with less than ten digits is an amount. */
const LEAST_OF_CELLS = 1e9;
const DIGITS_AS_TEXT = /^\+?(?:[ ()-]*\d){10,15}$/u;
/** Rows in which headings are looked for. */
const ROWS_OF_HEADINGS = 10;
const MOST_SHOWN = 120;

/**
 * Marks what formulas left in cells: a sum is written as a sum, because its result may look like a callable number; a
 * formula without a result is marked as such, never left blank. `untouched`: the program that wrote the workbook
 * calculated nothing.
 */
export function markFormulas(cells: SheetCells, untouched: boolean): void {
  const formulas: CellObject[] = [];
  const ids = idColumns(cells);
  const calculated = new Set<CellObject>();
  for (const row of cells)
    for (const [column, cell] of (row ?? []).entries()) {
      if (cell?.f === undefined) continue;
      formulas.push(cell);
      if (!ids.has(column) && isCalculatedNumber(cell)) calculated.add(cell);
    }
  // Such programs write a zero into every formula; if there is any other result, a zero is real.
  const nothingDone = untouched && formulas.every(isNothing);
  for (const cell of formulas) {
    if (nothingDone || isEmpty(cell) || cell.v === NOT_COMPUTED) write(cell, NOT_COMPUTED);
    else if (calculated.has(cell))
      write(
        cell,
        `=${bare(cell.f ?? '')
          .replaceAll('"', '')
          .slice(0, MOST_SHOWN)}`,
      );
    else if (typeof cell.v === 'number' && isSumOfDigits(cell.f ?? '', cell.v)) write(cell, `=${bare(cell.f ?? '')}`);
  }
}

/** Columns with a heading for ids: nobody calls a number that counts them up. */
function idColumns(cells: SheetCells): ReadonlySet<number> {
  const ids = new Set<number>();
  for (const row of cells.slice(0, ROWS_OF_HEADINGS))
    for (const [column, cell] of (row ?? []).entries())
      if (typeof cell?.v === 'string' && cell.f === undefined && rankHeading(cell.v) === NEVER) ids.add(column);
  return ids;
}

function isCalculatedNumber({ f = '', v }: CellObject): boolean {
  const isLikeNumber =
    typeof v === 'number'
      ? Number.isInteger(v) && Math.abs(v) >= LEAST_OF_CELLS
      : typeof v === 'string' && DIGITS_AS_TEXT.test(v);
  return isLikeNumber && /[A-Z]/iu.test(f) && isCalculated(f);
}

function isSumOfDigits(formula: string, result: number): boolean {
  const sum = bare(formula);
  return SUM_OF_DIGITS.test(sum) && TWO_PARTS.test(sum) && result >= LEAST_CALLED;
}

/** Without the plus, which a spreadsheet does not need, so that the text is not a number with a country code. */
function bare(formula: string): string {
  return formula.replace(/^[=+\s]+/u, '');
}

/** An empty text is a result: many formulas give it when there is nothing to say. */
function isEmpty({ t, v }: CellObject): boolean {
  return t === 'z' || v === undefined || (typeof v === 'number' && Number.isNaN(v));
}

function isNothing(cell: CellObject): boolean {
  return isEmpty(cell) || cell.v === 0 || cell.v === '' || cell.v === NOT_COMPUTED;
}

function write(cell: CellObject, text: string): void {
  Object.assign(cell, { t: 's', v: text, w: text });
}
