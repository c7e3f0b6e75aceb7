import type { ColumnChoice, FileShape } from '../contacts/file-shape.ts';

type Found = Pick<
  FileShape,
  'header' | 'numberColumn' | 'callingCodeColumn' | 'moreColumns' | 'numbers' | 'requiredColumns' | 'doNotCall'
>;

/** The columns of a checked file, all stated explicitly, so that every later reading finds the same rows. */
export function pinColumns(shape: Found): ColumnChoice {
  const { header, numberColumn, callingCodeColumn, moreColumns, numbers, requiredColumns, doNotCall } = shape;
  return {
    number: numberColumn + 1,
    header,
    callingCode: callingCodeColumn === null ? null : callingCodeColumn + 1,
    more: moreColumns.map((column) => column + 1),
    numbers,
    required: requiredColumns.map((column) => column + 1),
    // A file checked by an earlier version left nobody out by such a column.
    doNotCall: (doNotCall?.columns ?? []).map((column) => column + 1),
  };
}
