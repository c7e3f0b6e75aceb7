import type { CheckSettings, CheckSummary, FileShape } from '../../shared/contacts/check-contacts.ts';
import type { RowIssue } from '../../shared/contacts/issue.ts';
import type { FileFault } from '../../shared/contacts/file-fault.ts';
import type { SpokenPart } from '../../shared/template/text-variables.ts';

/** Jobs that the page gives a checking thread, which does one at a time. */
export type CheckJob =
  /** `isMessage`: count the parts of every message. `gathers`: the numbers are wanted too. */
  | {
      readonly job: 'check';
      readonly file: Blob;
      readonly settings: CheckSettings;
      readonly isMessage: boolean;
      readonly gathers: boolean;
    }
  | { readonly job: 'sniff'; readonly file: Blob; readonly settings: SniffSettings }
  /** Inserts corrections and gives the file that is sent. */
  | { readonly job: 'correct'; readonly file: Blob; readonly settings: SniffSettings; readonly corrections: LineValues }
  | { readonly job: 'preview'; readonly file: Blob; readonly settings: CheckSettings; readonly want: PreviewWant };

/** New values of number cells, ascending by line. */
export type LineValues = readonly (readonly [line: number, value: string])[];

export type SniffSettings = Pick<CheckSettings, 'country' | 'columns'>;

/** The columns of a file, judged by its beginning. */
export interface FileColumns extends Omit<FileShape, 'numberColumn'> {
  /** From 0; null if no column looks like numbers. */
  readonly numberColumn: number | null;
  /** The spreadsheet row of the headings, below titles and blank lines; null if there are none. */
  readonly headingRow: number | null;
}

/** `line`: the first called row at or after it. `missing`: the first row without a value for that variable. */
export type PreviewWant =
  /** `exactly`: somebody asked for exactly this row; otherwise one near it will do. */
  | { readonly at: 'line'; readonly line: number; readonly exactly?: boolean }
  | { readonly at: 'missing'; readonly variable: string };

/** What one person hears or reads. `cells` are their first columns, so that one can tell who it is. */
export interface PreviewRow {
  readonly line: number;
  /** E.164 */
  readonly number: string;
  readonly parts: readonly SpokenPart[];
  readonly missing: readonly string[];
  /** Variables whose value is too long, so that only its beginning is said. */
  readonly shortened: readonly string[];
  readonly cells: readonly { readonly heading: string; readonly value: string }[];
}

/** Rows in file order around the one wanted, which is `rows[at]`; no rows when there is none. */
/** A requested row that is not called, and why; null if it holds no contact at all. */
export interface AbsentRow {
  readonly line: number;
  readonly issue: RowIssue | null;
}

export interface PreviewPage {
  readonly rows: readonly PreviewRow[];
  readonly at: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Set if the requested row is not called; then `at` is the next called row, or otherwise the last. */
  readonly absent: AbsentRow | null;
}

export interface CheckedFile {
  readonly summary: CheckSummary;
  /** SMS parts of all messages with everybody's own values; null if none are sent. */
  readonly parts: number | null;
}

export type CheckMessage =
  | { readonly type: 'progress'; readonly bytes: number }
  | { readonly type: 'sniffed'; readonly columns: FileColumns }
  /**
   * `numbers`: the accepted numbers, packed, with marks if a column says how far people are; null if nobody wants them.
   */
  | { readonly type: 'checked'; readonly checked: CheckedFile; readonly numbers: Uint8Array<ArrayBuffer> | null }
  | { readonly type: 'corrected'; readonly file: Blob }
  | { readonly type: 'previewed'; readonly page: PreviewPage }
  | { readonly type: 'fault'; readonly fault: FileFault }
  /** The file could not be read from disk: moved, deleted or changed since it was chosen. */
  | { readonly type: 'unreadable' };
