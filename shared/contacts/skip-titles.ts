import { rankHeading } from './column-headings.ts';
import { isHeading, MIN_SHARE_NAMED, shareOfNumbers } from './find-number-column.ts';

/** How far down headings are looked for; reports put a title, a date and a note above them. */
const MAX_TITLES = 10;

type Cells = readonly string[];

/**
 * How many of the first records are a title above the headings, such as "Leads of November". Only a record with more cells
 * than all above it is taken for headings, and only where it names a column of numbers: else a row could vanish.
 */
export function countTitles(records: readonly Cells[], country: string): number {
  let fullest = 0;
  for (let index = 0; index <= Math.min(MAX_TITLES, records.length - 1); index++) {
    const cells = records[index] ?? [];
    const filled = countFilled(cells);
    if (index > 0 && filled > fullest && isBelowTitles(records, index, country)) return index;
    fullest = Math.max(fullest, filled);
  }
  return 0;
}

function isBelowTitles(records: readonly Cells[], index: number, country: string): boolean {
  const above = records.slice(0, index);
  const below = records.slice(index + 1);
  return (records[index] ?? []).some((heading, column) => {
    const rank = rankHeading(heading);
    return (
      rank > 0 &&
      isHeading(heading, country) &&
      above.every((cells) => mayBeTitle(cells, column, rank, country)) &&
      shareOfNumbers(below, column, country) >= MIN_SHARE_NAMED
    );
  });
}

/** Without a number in the column, nor a better name for it: "Contact list" is a title above "Mobile", a header is not. */
function mayBeTitle(cells: Cells, column: number, rank: number, country: string): boolean {
  const cell = cells[column]?.trim() ?? '';
  if (cell === '') return true;
  const own = rankHeading(cell);
  return isHeading(cell, country) && (own <= 0 || (own < rank && countFilled(cells) === 1));
}

function countFilled(cells: Cells): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}
