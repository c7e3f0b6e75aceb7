import type { Encoding } from '../csv/encoding.ts';
import type { Delimiter } from '../csv/detect-delimiter.ts';
import type { VariableChoices } from '../template/text-variables.ts';

/** What a file turned out to be, from its beginning. */
export interface FileShape {
  /** Windows-1252 when the beginning of the file is not UTF-8; each cell is decoded by what it holds all the same. */
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly header: boolean;
  /** `Column A` and so on where the file has none. */
  readonly headings: string[];
  /** From 0. */
  readonly numberColumn: number;
  /** The first rows that are not blank. */
  readonly samples: string[][];
}

/** Where the numbers are, when the user says so. */
export interface ColumnChoice {
  /** A heading, in any case and spacing, or a position from 1. */
  readonly number?: string | number;
  readonly header?: boolean;
  /** Variables of the text whose column is not headed like them. */
  readonly variables?: VariableChoices;
}

/** 0 is `Column A`, 26 is `Column AA`, as spreadsheets name them. */
export function columnName(index: number): string {
  let letters = '';
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `Column ${letters}`;
}
