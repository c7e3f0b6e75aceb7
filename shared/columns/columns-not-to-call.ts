import { DESCRIBED } from './column-headings.ts';
import type { JudgedColumn } from './choose-column.ts';
import { columnValues } from './column-values.ts';

const MIN_SHARE_UNNAMED = 0.5;
/** A column with a smaller share of numbers holds something else. */
const MIN_SHARE_UNREAD = 0.3;
const COLUMNS_LOOKED_AT = 200;

/**
 * In a list of people not to be called: the other columns with telephones, because somebody with several must not be
 * called on any. A warning in a heading ("DND Mobile") is the reason for such a list. Only telephones of the caller's
 * own side are left out.
 */
export function telephonesNotToCall(judged: readonly JudgedColumn[], numberColumn: number): number[] {
  return judged
    .filter(({ column, sense, values }) => {
      if (column === numberColumn || sense.avoid === 'own_side' || sense.isOtherNumber) return false;
      if (sense.rank > DESCRIBED && (sense.isStrong || sense.avoid !== null)) return values.numbers > 0;
      return values.share >= MIN_SHARE_UNNAMED && !values.repeats;
    })
    .map(({ column }) => column);
}

/** Columns that hold numbers but are not read; the person who sent the list must know. */
export function unreadColumns(
  rows: readonly (readonly string[])[],
  read: readonly number[],
  width: number,
  country: string,
): number[] {
  return Array.from({ length: Math.min(width, COLUMNS_LOOKED_AT) }, (_, column) => column).filter(
    (column) => !read.includes(column) && columnValues(rows, column, country).share >= MIN_SHARE_UNREAD,
  );
}
