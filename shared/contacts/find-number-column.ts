import { judgeNumber } from '../phone/judge-number.ts';
import { headingWords, NEVER, rankHeading } from './column-headings.ts';
import { columnName } from './file-shape.ts';
import type { ColumnChoice } from './file-shape.ts';

/** Cells judged for a column, and columns judged: each can cost a full reading by the phone library. */
const CELLS_JUDGED = 25;
const COLUMNS_JUDGED = 200;
/** A column whose heading fits needs fewer numbers to be it than one that is told by its numbers alone. */
export const MIN_SHARE_NAMED = 0.1;
const MIN_SHARE_UNNAMED = 0.3;
const DAMAGED = new Set(['excel_exponent', 'excel_truncated', 'several_numbers']);

export interface NumberColumn {
  readonly column: number;
  readonly header: boolean;
}

/**
 * Which column holds the numbers, and whether the first record is a header: by the user's word, else by the heading, else
 * by what the cells hold. `records` are the first ones that are not blank, a title above the headings left out. Undefined when no column is found.
 */
export function findNumberColumn(
  records: readonly (readonly string[])[],
  width: number,
  choice: ColumnChoice,
  country: string,
): NumberColumn | undefined {
  const first = records[0] ?? [];
  if (choice.number !== undefined) {
    const named = choice.header === false ? -1 : positionOf(choice.number, first);
    const column = named >= 0 ? named : positionWithin(choice.number, width);
    if (column === undefined) return undefined;
    return { column, header: choice.header ?? (named >= 0 || isHeading(first[column] ?? '', country)) };
  }
  const ranks = Array.from({ length: width }, (_, column) =>
    choice.header === false ? 0 : rankHeading(first[column] ?? ''),
  );
  const shares = ranks.map((rank, column) =>
    rank === NEVER || column >= COLUMNS_JUDGED ? 0 : shareOfNumbers(records, column, country),
  );
  const share = (column: number): number => shares[column] ?? 0;
  const rank = (column: number): number => ranks[column] ?? 0;
  const columns = ranks.map((_, column) => column);
  const named = columns.filter((column) => rank(column) > 0);
  const column =
    best(
      named.filter((column) => share(column) >= MIN_SHARE_NAMED),
      (column) => rank(column) + share(column) / 2,
    ) ??
    best(
      columns.filter((column) => share(column) >= MIN_SHARE_UNNAMED),
      share,
    ) ??
    best(named, rank);
  if (column === undefined) return undefined;
  return { column, header: choice.header ?? isHeading(first[column] ?? '', country) };
}

/** The first of the columns with the highest score. */
function best(columns: readonly number[], score: (column: number) => number): number | undefined {
  let found: number | undefined;
  for (const column of columns) if (found === undefined || score(column) > score(found)) found = column;
  return found;
}

function positionOf(wanted: string | number, headings: readonly string[]): number {
  if (typeof wanted === 'number') return -1;
  const key = headingWords(wanted).join(' ');
  return headings.findIndex(
    (heading) => heading.trim() === wanted.trim() || (key !== '' && headingWords(heading).join(' ') === key),
  );
}

/** A position from 1, in digits or as `Column B`, when it lies within the file. */
function positionWithin(wanted: string | number, width: number): number | undefined {
  if (typeof wanted === 'string' && !/^\s*\d{1,5}\s*$/u.test(wanted)) {
    for (let column = 0; column < width; column++) {
      if (columnName(column).toLowerCase() === wanted.trim().toLowerCase()) return column;
    }
    return undefined;
  }
  const position = Number(wanted);
  return Number.isInteger(position) && position >= 1 && position <= width ? position - 1 : undefined;
}

/** A number, even a spoiled one, is a row; words and nothing are a heading. */
export function isHeading(cell: string, country: string): boolean {
  const verdict = judgeNumber(cell, country);
  if (verdict.ok) return false;
  if (cell.replaceAll(/\D/gu, '').length >= 7) return false;
  return verdict.error.code === 'not_a_number' || verdict.error.code === 'letters';
}

/** Of the filled cells of a column, how many are numbers; of the first ones at least. */
export function shareOfNumbers(records: readonly (readonly string[])[], column: number, country: string): number {
  let judged = 0;
  let numbers = 0;
  for (const cells of records) {
    const cell = cells[column]?.trim() ?? '';
    if (cell === '') continue;
    if (judged === CELLS_JUDGED) break;
    judged++;
    if (!/\p{Nd}/u.test(cell)) continue;
    const verdict = judgeNumber(cell, country);
    if (verdict.ok) numbers++;
    else if (DAMAGED.has(verdict.error.code)) numbers += 0.5;
  }
  return judged === 0 ? 0 : numbers / judged;
}
