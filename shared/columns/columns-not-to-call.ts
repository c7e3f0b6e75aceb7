import { DESCRIBED } from './column-headings.ts';
import type { JudgedColumn } from './choose-column.ts';
import { columnValues } from './column-values.ts';

const MIN_SHARE_UNNAMED = 0.5;
/** A column of which fewer cells are numbers holds something else. */
const MIN_SHARE_UNREAD = 0.3;
const COLUMNS_LOOKED_AT = 200;

/**
 * Of a list of people not to be called, the other columns with telephones: of somebody with several none is called. A
 * warning in a heading ("DND Mobile") is why the list was made; only a telephone of the own side is nobody's of them.
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

/** Columns that hold numbers all the same, and are passed over: whoever sent the list has to know. */
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
