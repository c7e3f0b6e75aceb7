import type { Encoding } from '../csv/encoding.ts';
import type { LetterDoubt } from '../csv/letter-doubt.ts';
import type { Delimiter } from '../csv/detect-delimiter.ts';
import type { DoNotCall } from '../columns/do-not-call/find-do-not-call.ts';
import type { ColumnVerdict, NumberPolicy } from '../columns/column-verdict.ts';
import type { SpokenAs } from '../template/spoken-forms.ts';
import type { VariableChoices } from '../template/text-variables.ts';

/** What the beginning of a file shows about it. */
export interface FileShape {
  /** Windows-1252 if the file's beginning is not UTF-8; still, each cell is decoded by its own bytes. */
  readonly encoding: Encoding;
  /** Why letters may be read wrong; null if nothing suggests it. */
  readonly letterDoubt: LetterDoubt | null;
  /** Every line is in quotes as a whole; the cells are inside. */
  readonly linesInQuotes: boolean;
  readonly delimiter: Delimiter;
  readonly header: boolean;
  /** The headings, or `Column A` and so on if the file has none. */
  readonly headings: string[];
  /** From 0. */
  readonly numberColumn: number;
  readonly verdict: ColumnVerdict;
  /** The column with each number's calling code or country, from 0; null if there is none. */
  readonly callingCodeColumn: number | null;
  /** Further columns with phone numbers, in the order in which they are tried, from 0. */
  readonly moreColumns: readonly number[];
  /** The calling-code column of each of those, in the same order. Left out if `callingCodeColumn` applies to all. */
  readonly moreCodeColumns?: readonly (number | null)[];
  readonly numbers: NumberPolicy;
  /** For a list of people not to be called: columns with numbers that are not read, from 0. */
  readonly unreadColumns?: readonly number[];
  /** Rows without a value in one of these are left out, from 0. */
  readonly requiredColumns: readonly number[];
  /** The column that says how far each person is, from 0; left out if there is none. */
  readonly statusColumn?: number;
  /** The columns that say who must not be called; left out if there are none. */
  readonly doNotCall?: DoNotCall;
  /** Totals and notes on the list are left out. Not set in a file that an earlier version checked: it called them. */
  readonly leavesOutNotes?: boolean;
  /** Lines above the rows that are not rows: titles, blank lines, the headings, and a line that names the delimiter. */
  readonly linesAbove: number;
  /** The first rows that are not blank. */
  readonly samples: string[][];
}

/** A person's choice of columns. */
export interface ColumnChoice {
  /**
   * The file lists people who must not be called: every telephone counts, above all one whose heading says "do not
   * call".
   */
  readonly isNotToCall?: boolean;
  /** A heading, in any case and spacing, or a position from 1. */
  readonly number?: string | number;
  readonly header?: boolean;
  /** The column of the calling code or country, given like `number`; null for none, even if one was found. */
  readonly callingCode?: string | number | null;
  /** Further columns with numbers, in order; an empty list for none. If left out, those that were found are used. */
  readonly more?: (string | number)[];
  /** How their numbers are used. If left out, only the first counts, but in a bare list of numbers all count. */
  readonly numbers?: NumberPolicy;
  /** Rows without a value in one of these columns are left out. Given like `number`. */
  readonly required?: (string | number)[];
  /**
   * The column that says how far each person is, given like `number`; null for none. If left out, the one found by its
   * heading is used.
   */
  readonly status?: string | number | null;
  /**
   * The columns that say who must not be called, given like `number`; an empty list for none. If left out, those found
   * by their headings and cells are used.
   */
  readonly doNotCall?: (string | number)[];
  /** Whether totals and notes on the list are left out. They are, unless the file lists people not to be called. */
  readonly leavesOutNotes?: boolean;
  /** By variable: what is said if a row has no value. */
  readonly fallbacks?: Readonly<Record<string, string>>;
  /** By variable: whether a value is said in words as a date or an amount, in the text's language. */
  readonly spoken?: Readonly<Record<string, SpokenAs>>;
  /** Columns for variables whose name is not a heading. */
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
