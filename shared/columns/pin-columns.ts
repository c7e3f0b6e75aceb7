import type { ColumnChoice, FileShape } from '../contacts/file-shape.ts';

type Found = Pick<
  FileShape,
  | 'header'
  | 'numberColumn'
  | 'callingCodeColumn'
  | 'moreColumns'
  | 'numbers'
  | 'requiredColumns'
  | 'doNotCall'
  | 'leavesOutNotes'
>;

/** The columns of a checked file, all stated explicitly, so that every later reading finds the same rows. */
export function pinColumns(shape: Found): ColumnChoice {
  const { header, numberColumn, callingCodeColumn, moreColumns, numbers, requiredColumns, doNotCall } = shape;
  const { leavesOutNotes = false } = shape;
  return {
    number: numberColumn + 1,
    header,
    callingCode: callingCodeColumn === null ? null : callingCodeColumn + 1,
    more: moreColumns.map((column) => column + 1),
    numbers,
    required: requiredColumns.map((column) => column + 1),
    // An earlier version left nobody out by such a column, nor for being a total or a note: then no later reading does,
    // or everybody below would have the result of somebody else.
    doNotCall: (doNotCall?.columns ?? []).map((column) => column + 1),
    leavesOutNotes,
  };
}
