import { MIN_SHARE_NAMED } from './choose-column.ts';
import { rankHeading } from './column-headings.ts';
import { columnValues } from './column-values.ts';
import { holdsNumber, isHeading } from './is-heading.ts';

/** How many lines down headings are looked for; reports put a title, a date and a note above them. */
const MAX_TITLES = 10;
const LETTER = /\p{L}/u;

type Cells = readonly string[];

export interface Headings {
  /** The record that holds the headings, if there is one; those before it are titles. */
  readonly at: number;
  /** Records before it that hold a number: not titles, but rows in the wrong place. */
  readonly misplaced: readonly number[];
}

/**
 * Finds the headings. Titles such as "Leads of November" may stand above them, but a row that could be called must not
 * be taken for a title. A later record counts as headings only if it has more cells than all above and names a column
 * of numbers; otherwise the first record is used.
 */
export function findHeadings(records: readonly Cells[], country: string): Headings {
  let fullest = 0;
  for (let at = 0; at <= Math.min(MAX_TITLES, records.length - 1); at++) {
    const cells = records[at] ?? [];
    const filled = countFilled(cells);
    if (at > 0 && filled > fullest && isBelowTitles(records, at, country)) {
      const misplaced = records
        .slice(0, at)
        .flatMap((above, index) => (above.some((cell) => holdsNumber(cell, country)) ? [index] : []));
      return { at, misplaced };
    }
    fullest = Math.max(fullest, filled);
  }
  return { at: 0, misplaced: [] };
}

function isBelowTitles(records: readonly Cells[], at: number, country: string): boolean {
  const above = records.slice(0, at);
  const below = records.slice(at + 1);
  return (records[at] ?? []).some((heading, column) => {
    const rank = rankHeading(heading);
    return (
      rank > 0 &&
      isHeading(heading, country) &&
      above.every((cells) => mayBeTitle(cells, column, rank, country)) &&
      columnValues(below, column, country).share >= MIN_SHARE_NAMED
    );
  });
}

/**
 * Whether a record can be a title: it has no number in the column and no better name for it. "Contact list" above
 * "Mobile" is a title; another table's headings are not.
 */
function mayBeTitle(cells: Cells, column: number, rank: number, country: string): boolean {
  const isAlone = countFilled(cells) === 1;
  return cells.every((cell, at) => {
    if (cell.trim() === '') return true;
    if (at === column && !isHeading(cell, country) && !isAlone) return false;
    // A number alone in its record is a row of a list without headings.
    if (isAlone && !LETTER.test(cell) && holdsNumber(cell, country)) return false;
    const own = rankHeading(cell);
    return own <= 0 || own < rank;
  });
}

function countFilled(cells: Cells): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}
