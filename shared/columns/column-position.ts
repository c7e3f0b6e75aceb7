import { columnName } from '../contacts/file-shape.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { headingWords } from './heading-words.ts';
import { namedColumns, placesOf } from './named-columns.ts';
import type { NamedColumn } from './named-columns.ts';

export type ColumnFault =
  | { readonly code: 'column_not_found'; readonly wanted: string | number }
  | { readonly code: 'column_ambiguous'; readonly wanted: string | number; readonly columns: readonly NamedColumn[] };

/**
 * The columns that a person may mean by a heading: first those with exactly that heading, otherwise in any case and
 * spacing. If there are several, none is preferred: taking the first might call the wrong people.
 */
export function headedColumns(wanted: string | number, headings: readonly string[]): number[] {
  if (typeof wanted === 'number') return [];
  const key = headingWords(wanted).join(' ');
  const exact = placesOf(headings, (heading) => heading.trim() === wanted.trim());
  if (exact.length > 0 || key === '') return exact;
  return placesOf(headings, (heading) => headingWords(heading).join(' ') === key);
}

/** A position from 1, as digits or as `Column B`, if the file has that column. */
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

/** Looks for a heading first, then for a position. */
export function columnOf(
  wanted: string | number,
  headings: readonly string[],
  width: number,
): Result<number, ColumnFault> {
  const headed = headedColumns(wanted, headings);
  if (headed.length > 1) return err({ code: 'column_ambiguous', wanted, columns: namedColumns(headed, headings) });
  const column = headed[0] ?? positionWithin(wanted, width);
  return column === undefined ? err({ code: 'column_not_found', wanted }) : ok(column);
}

/** Several columns, as `columnOf` finds each. */
export function columnsOf(
  asked: readonly (string | number)[],
  headings: readonly string[],
  width: number,
): Result<number[], ColumnFault> {
  const columns: number[] = [];
  for (const wanted of asked) {
    const column = columnOf(wanted, headings, width);
    if (!column.ok) return column;
    columns.push(column.value);
  }
  return ok(columns);
}
