import { MAX_MORE_COLUMNS } from '../list-limits.ts';
import type { JudgedColumn } from './choose-column.ts';

/**
 * Whether somebody pasted a plain list of numbers, on one line or broken anywhere. If every line has the same number of
 * cells, they are columns, and one may be ids: `7100000113,9876543210`.
 */
export function isListOfNumbers(
  judged: readonly JudgedColumn[],
  rows: readonly (readonly string[])[],
  headings: readonly string[],
): boolean {
  // One heading at the beginning may stand for all numbers; a heading above another column belongs to that column.
  if (headings.some((heading, column) => column > 0 && heading.trim() !== '')) return false;
  const filled = judged.filter(({ values }) => values.filled > 0);
  if (filled.length < 2 || filled.length > MAX_MORE_COLUMNS) return false;
  if (rows.some((cells) => cells.some((cell) => /\p{L}/u.test(cell)))) return false;
  const isWhole = (cells: readonly string[]): boolean =>
    filled.every(({ column }) => (cells[column] ?? '').trim() !== '');
  // In a list that was broken into lines, only the last line is shorter.
  const isBroken = rows.length === 1 || (rows.slice(0, -1).every(isWhole) && !rows.slice(-1).every(isWhole));
  return (
    isBroken &&
    filled.every(({ values }) => {
      const { numbers, filled: cells, follows, repeats, isSeries } = values;
      return numbers === cells && !follows && !repeats && !isSeries;
    })
  );
}
