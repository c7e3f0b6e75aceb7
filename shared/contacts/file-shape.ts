import type { Encoding } from '../csv/encoding.ts';
import type { LetterDoubt } from '../csv/letter-doubt.ts';
import type { Delimiter } from '../csv/detect-delimiter.ts';
import type { ColumnVerdict, NumberPolicy } from '../columns/column-verdict.ts';
import type { SpokenAs } from '../template/spoken-forms.ts';
import type { VariableChoices } from '../template/text-variables.ts';

/** What a file turned out to be, from its beginning. */
export interface FileShape {
  /** Windows-1252 when the beginning of the file is not UTF-8; each cell is decoded by what it holds all the same. */
  readonly encoding: Encoding;
  /** Why letters may read wrong; null where nothing speaks for it. */
  readonly letterDoubt: LetterDoubt | null;
  /** Every line stands in quotes as a whole; its cells are those within. */
  readonly linesInQuotes: boolean;
  readonly delimiter: Delimiter;
  readonly header: boolean;
  /** `Column A` and so on where the file has none. */
  readonly headings: string[];
  /** From 0. */
  readonly numberColumn: number;
  readonly verdict: ColumnVerdict;
  /** The column with the calling code, or the country, of each row's number, from 0; null where there is none. */
  readonly callingCodeColumn: number | null;
  /** Further columns with phone numbers, in the order they are gone through, from 0. */
  readonly moreColumns: readonly number[];
  /** The same as `callingCodeColumn` for each of them, in their order. Left out where the one is that of all. */
  readonly moreCodeColumns?: readonly (number | null)[];
  readonly numbers: NumberPolicy;
  /** Of a list of people not to be called: columns that hold numbers and are not read, from 0. */
  readonly unreadColumns?: readonly number[];
  /** Rows without a value in one of these are left out, from 0. */
  readonly requiredColumns: readonly number[];
  /** What says how far each person is, from 0; left out where no column does. */
  readonly statusColumn?: number;
  /** Lines above the rows that are no rows: titles, blank lines, the headings, and a line that names the delimiter. */
  readonly linesAbove: number;
  /** The first rows that are not blank. */
  readonly samples: string[][];
}

/** Where the numbers are, when the user says so. */
export interface ColumnChoice {
  /** The file lists people who are not to be called: every telephone counts, and most of all one whose heading says so. */
  readonly isNotToCall?: boolean;
  /** A heading, in any case and spacing, or a position from 1. */
  readonly number?: string | number;
  readonly header?: boolean;
  /** The column of the calling code or country, said like `number`; null for none, even if one was found. */
  readonly callingCode?: string | number | null;
  /** Further columns with numbers, in order; an empty list for none. Left out: those that were found. */
  readonly more?: (string | number)[];
  /** What becomes of the numbers in them. Left out: only the first counts, but in a bare list of numbers all do. */
  readonly numbers?: NumberPolicy;
  /** Columns without whose value a row is left out, each said like `number`. */
  readonly required?: (string | number)[];
  /** The column that says how far each person is, said like `number`; null for none. Left out: one that is headed so. */
  readonly status?: string | number | null;
  /** By variable: what is said where a row has no value. */
  readonly fallbacks?: Readonly<Record<string, string>>;
  /** By variable: a date or an amount that is said in words of the text's language. */
  readonly spoken?: Readonly<Record<string, SpokenAs>>;
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
