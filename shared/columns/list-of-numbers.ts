import { MAX_MORE_COLUMNS } from '../list-limits.ts';
import type { JudgedColumn } from './choose-column.ts';

/**
 * Whether somebody pasted a list of people to call: nothing but numbers, on one line or on lines that break anywhere. Where
 * every line is as long as the others they are columns, of which one may be ids: `7100000113,9876543210`.
 */
export function isListOfNumbers(
  judged: readonly JudgedColumn[],
  rows: readonly (readonly string[])[],
  headings: readonly string[],
): boolean {
  // One heading may stand for all of them, at the beginning of its line; above another column it is that column's.
  if (headings.some((heading, column) => column > 0 && heading.trim() !== '')) return false;
  const filled = judged.filter(({ values }) => values.filled > 0);
  if (filled.length < 2 || filled.length > MAX_MORE_COLUMNS) return false;
  if (rows.some((cells) => cells.some((cell) => /\p{L}/u.test(cell)))) return false;
  const isWhole = (cells: readonly string[]): boolean =>
    filled.every(({ column }) => (cells[column] ?? '').trim() !== '');
  // Only the last line of a list that was broken is shorter than the others.
  const isBroken = rows.length === 1 || (rows.slice(0, -1).every(isWhole) && !rows.slice(-1).every(isWhole));
  return (
    isBroken &&
    filled.every(({ values }) => {
      const { numbers, filled: cells, follows, repeats, isSeries } = values;
      return numbers === cells && !follows && !repeats && !isSeries;
    })
  );
}
