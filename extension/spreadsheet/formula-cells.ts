import type { CellObject } from '@e965/xlsx';
import { NEVER, rankHeading } from '../../shared/columns/column-headings.ts';
import { isCalculated } from './computed-formula.ts';
import { NOT_COMPUTED } from './raw-sheet.ts';
import type { SheetCells } from './sheet-csv.ts';

/** Nothing but digits and signs: what becomes of `+91-9876543210` where a spreadsheet takes it for a sum. */
const SUM_OF_DIGITS = /^[\d\s().,+\-*/^]+$/u;
const TWO_PARTS = /\d[\s)]*[+\-*/^][\s(+-]*\d/u;
/** What is less is an amount; what is negative shows by its minus that it was calculated. */
const LEAST_CALLED = 1e7;
/** Out of cells, amounts are calculated too: below ten digits it is one. */
const LEAST_OF_CELLS = 1e9;
const DIGITS_AS_TEXT = /^\+?(?:[ ()-]*\d){10,15}$/u;
/** Rows in which headings are looked for. */
const ROWS_OF_HEADINGS = 10;
const MOST_SHOWN = 120;

/**
 * Marks what formulas left in the cells: a sum is written as the sum it was, since its result may look like a
 * number that can be called; a formula without a result is written as that, never as a blank. `untouched` tells that the
 * program that wrote the workbook worked nothing out.
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
  // Such programs write a zero into every one of them; beside any other result a zero is a zero.
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

/** Columns headed as ids: whoever counts them up calls nobody. */
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

/** Without the plus that a spreadsheet does not need, so that what is written is no number with a country code. */
function bare(formula: string): string {
  return formula.replace(/^[=+\s]+/u, '');
}

/** An empty text is a result: it is what many formulas give where there is nothing to say. */
function isEmpty({ t, v }: CellObject): boolean {
  return t === 'z' || v === undefined || (typeof v === 'number' && Number.isNaN(v));
}

function isNothing(cell: CellObject): boolean {
  return isEmpty(cell) || cell.v === 0 || cell.v === '' || cell.v === NOT_COMPUTED;
}

function write(cell: CellObject, text: string): void {
  Object.assign(cell, { t: 's', v: text, w: text });
}
