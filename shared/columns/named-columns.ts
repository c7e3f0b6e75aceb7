import { columnName } from '../contacts/file-shape.ts';

/**
 * A column to choose from: its position (from 1) and the spreadsheet's letter for it, because a heading alone may not
 * identify it.
 */
export interface NamedColumn {
  readonly column: number;
  readonly name: string;
  readonly heading: string;
}

export function namedColumns(columns: readonly number[], headings: readonly string[]): NamedColumn[] {
  return columns.map((at) => ({ column: at + 1, name: columnName(at), heading: headings[at] ?? '' }));
}

/** The positions (from 0) of the headings that fit. */
export function placesOf(headings: readonly string[], fits: (heading: string) => boolean): number[] {
  return headings.flatMap((heading, at) => (fits(heading) ? [at] : []));
}
