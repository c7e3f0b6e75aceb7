import { columnName } from '../contacts/file-shape.ts';

/** A column to choose from: its place from 1, and as a spreadsheet names it, since its heading alone tells nobody which it is. */
export interface NamedColumn {
  readonly column: number;
  readonly name: string;
  readonly heading: string;
}

export function namedColumns(columns: readonly number[], headings: readonly string[]): NamedColumn[] {
  return columns.map((at) => ({ column: at + 1, name: columnName(at), heading: headings[at] ?? '' }));
}

/** Where the headings are that fit, from 0. */
export function placesOf(headings: readonly string[], fits: (heading: string) => boolean): number[] {
  return headings.flatMap((heading, at) => (fits(heading) ? [at] : []));
}
