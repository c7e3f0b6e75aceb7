import { toE164 } from '../../../shared/phone/judge-number.ts';
import type { CellJudge } from '../../../shared/contacts/cell-judge.ts';
import type { Outcome } from '../../../shared/protocol/outcomes.ts';

/** Outcomes that mean the person was not reached at this number, so that another of their numbers may be tried. */
const UNREACHED: ReadonlySet<Outcome> = new Set(['busy', 'no_answer', 'failed', 'dnd', 'invalid']);

export interface PhoneColumns {
  readonly numberColumn: number;
  readonly moreColumns: readonly number[];
  readonly callingCodeColumn: number | null;
}

/**
 * A row's cells with its numbers (as E.164) moved on by one: the next number goes into the number column, the one that
 * was called goes last, so that each is tried before one is called again. A phone cell without a number is emptied: it
 * was refused together with its calling code, and the new row is read without that column. `called`: E.164 digits.
 */
export function turnNumbers(
  cells: readonly string[],
  columns: PhoneColumns,
  called: { readonly number: number; readonly outcome: Outcome | null },
  judge: CellJudge,
): string[] {
  const places = [columns.numberColumn, ...columns.moreColumns];
  const found = places
    .map((column) => ({ column, number: numberIn(cells, column, columns.callingCodeColumn, judge) }))
    .filter(({ number }) => number > 0);
  const numbers = [...new Set(found.map(({ number }) => number))];
  const at = Math.max(0, numbers.indexOf(called.number));
  const from = called.outcome !== null && UNREACHED.has(called.outcome) ? at + 1 : at;
  const turned = numbers.map((_, i) => numbers[(from + i) % numbers.length] ?? 0);
  // The first place always holds a number, whichever column it came from.
  const slots = found.some(({ column }) => column === columns.numberColumn)
    ? found.map(({ column }) => column)
    : [columns.numberColumn, ...found.map(({ column }) => column)];
  return Array.from({ length: Math.max(cells.length, ...places.map((column) => column + 1)) }, (_, column) => {
    if (!places.includes(column)) return cells[column] ?? '';
    const number = turned[slots.indexOf(column)];
    return number === undefined ? '' : toE164(number);
  });
}

const encoder = new TextEncoder();

function numberIn(cells: readonly string[], column: number, code: number | null, judge: CellJudge): number {
  const cell = encoder.encode(cells[column] ?? '');
  if (code === null) return judge.read(cell, 0, cell.length);
  const codeCell = encoder.encode(cells[code] ?? '');
  const both = new Uint8Array(cell.length + codeCell.length);
  both.set(cell);
  both.set(codeCell, cell.length);
  return judge.readWithCode(both, 0, cell.length, cell.length, both.length);
}
