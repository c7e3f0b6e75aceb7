import { DESCRIBED, rankHeading } from '../column-headings.ts';
import { holdsNumber } from '../is-heading.ts';
import { MAX_DO_NOT_CALL_COLUMNS } from '../../list-limits.ts';
import { headingWords } from '../heading-words.ts';
import { markSense } from './mark-headings.ts';
import { markWord, saysNotToCall } from './mark-words.ts';
import type { MarkWord } from './mark-words.ts';

/** The columns of a file that say who must not be called, from 0. */
export interface DoNotCall {
  readonly columns: readonly number[];
  /** One of them whose cells may mean something else, so that a person has to confirm it; null if there is none. */
  readonly unsure: number | null;
}

const ROWS_JUDGED = 400;
const COLUMNS_JUDGED = 200;
/** Of the filled cells of "Call? (Y/N)", this share must be a yes or a no; otherwise it is about something else. */
const MOST = 0.5;

/** Columns in `taken` hold numbers to call. */
export function findDoNotCall(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  taken: readonly number[],
  country: string,
): DoNotCall {
  const judged = rows.slice(0, ROWS_JUDGED);
  const width = judged.reduce((most, cells) => Math.max(most, cells.length), headings.length);
  const columns: number[] = [];
  let unsure: number | null = null;
  for (let column = 0; column < Math.min(width, COLUMNS_JUDGED); column++) {
    if (taken.includes(column) || columns.length === MAX_DO_NOT_CALL_COLUMNS) continue;
    const found = judgeColumn(
      headings[column] ?? '',
      judged.map((cells) => cells[column] ?? ''),
      country,
    );
    if (found === 'none') continue;
    columns.push(column);
    if (found === 'unsure') unsure ??= column;
  }
  return { columns, unsure };
}

function judgeColumn(heading: string, cells: readonly string[], country: string): 'sure' | 'unsure' | 'none' {
  const sense = markSense(heading);
  if (sense === 'words') return 'sure';
  if (sense === 'other') return cells.some((cell) => saysNotToCall(cell)) ? 'sure' : 'none';
  const said = cells.map((cell) => markWord(cell));
  const has = (word: MarkWord): boolean => said.includes(word);
  if (sense === 'marks') {
    // Numbers below such a heading are a list of their own, and a name or a count is no mark.
    const holdsNumbers = cells.some((cell) => holdsNumber(cell, country));
    // "DND Phone" beside "Non-DND Phone": another telephone of the same person.
    if (holdsNumbers && rankHeading(heading) > DESCRIBED) return 'none';
    const isOther = cells.some((cell, at) => said[at] === 'other' && !isCross(cell));
    return isOther || holdsNumbers ? 'unsure' : 'sure';
  }
  const filled = said.filter((word) => word !== 'empty');
  const read = filled.filter((word) => word !== 'other');
  const isBare = headingWords(heading).join(' ') === 'call';
  if (read.length === 0 || read.length < filled.length * (isBare ? 1 : MOST)) return has('asked') ? 'sure' : 'none';
  if (sense === 'may_mark') return 'sure';
  if (sense === 'may_allow') return has('no') || has('empty') ? 'unsure' : 'sure';
  // Where only some are said to be called, nobody knows what an empty cell means; "Call" may count calls.
  const isCount = isBare && cells.every((cell) => !/\p{L}/u.test(cell));
  return has('other') || isCount || (has('yes') && has('empty') && !has('no')) ? 'unsure' : 'sure';
}

/** A cross in such a column marks a person, like a tick. */
function isCross(cell: string): boolean {
  return /^x{1,3}$/iu.test(cell.trim());
}
