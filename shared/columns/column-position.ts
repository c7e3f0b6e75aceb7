import { columnName } from '../contacts/file-shape.ts';
import { headingWords } from './heading-words.ts';

/** The column a person names by its heading, in any case and spacing; -1 when none is headed so. */
export function headedColumn(wanted: string | number, headings: readonly string[]): number {
  if (typeof wanted === 'number') return -1;
  const exact = headings.findIndex((heading) => heading.trim() === wanted.trim());
  if (exact !== -1) return exact;
  const key = headingWords(wanted).join(' ');
  return key === '' ? -1 : headings.findIndex((heading) => headingWords(heading).join(' ') === key);
}

/** A position from 1, in digits or as `Column B`, when it lies within the file. */
export function positionWithin(wanted: string | number, width: number): number | undefined {
  if (typeof wanted === 'string' && !/^\s*\d{1,5}\s*$/u.test(wanted)) {
    for (let column = 0; column < width; column++) {
      if (columnName(column).toLowerCase() === wanted.trim().toLowerCase()) return column;
    }
    return undefined;
  }
  const position = Number(wanted);
  return Number.isInteger(position) && position >= 1 && position <= width ? position - 1 : undefined;
}

/** By heading first, then by position. */
export function columnOf(wanted: string | number, headings: readonly string[], width: number): number | undefined {
  const headed = headedColumn(wanted, headings);
  return headed >= 0 ? headed : positionWithin(wanted, width);
}
