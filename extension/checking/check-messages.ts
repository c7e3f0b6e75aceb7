import type { CheckSettings, CheckSummary, FileShape } from '../../shared/contacts/check-contacts.ts';
import type { RowIssue } from '../../shared/contacts/issue.ts';
import type { FileFault } from '../../shared/contacts/file-fault.ts';
import type { SpokenPart } from '../../shared/template/text-variables.ts';

/** What the page asks of the checking thread; each thread does one thing and is then ended. */
export type CheckJob =
  /** `isMessage`: the parts of every message are counted. `gathers`: the numbers are wanted as well. */
  | {
      readonly job: 'check';
      readonly file: Blob;
      readonly settings: CheckSettings;
      readonly isMessage: boolean;
      readonly gathers: boolean;
    }
  | { readonly job: 'sniff'; readonly file: Blob; readonly settings: SniffSettings }
  /** Puts corrections in place: what is sent of the file. */
  | { readonly job: 'correct'; readonly file: Blob; readonly settings: SniffSettings; readonly corrections: LineValues }
  | { readonly job: 'preview'; readonly file: Blob; readonly settings: CheckSettings; readonly want: PreviewWant };

/** New values of number cells, by line, rising. */
export type LineValues = readonly (readonly [line: number, value: string])[];

export type SniffSettings = Pick<CheckSettings, 'country' | 'columns'>;

/** The columns of a file by its beginning. */
export interface FileColumns extends Omit<FileShape, 'numberColumn'> {
  /** From 0; null when none looks like numbers. */
  readonly numberColumn: number | null;
  /** The row of the headings as the spreadsheet counts, below titles and blank lines; null where there are none. */
  readonly headingRow: number | null;
}

/** `line`: the first row to be called at or after it. `missing`: the first without a value for that variable. */
export type PreviewWant =
  /** `exactly`: somebody asked for that row and no other; else one near it will do. */
  | { readonly at: 'line'; readonly line: number; readonly exactly?: boolean }
  | { readonly at: 'missing'; readonly variable: string };

/** What one person hears or reads. `cells` are the first of their own columns, to know them by. */
export interface PreviewRow {
  readonly line: number;
  /** E.164 */
  readonly number: string;
  readonly parts: readonly SpokenPart[];
  readonly missing: readonly string[];
  /** Of these only the beginning is said. */
  readonly shortened: readonly string[];
  readonly cells: readonly { readonly heading: string; readonly value: string }[];
}

/** Rows in file order around the one wanted, which is `rows[at]`; no rows when there is none. */
/** A row that was asked for and is nobody's who is called: why it is left out; null where it holds no contact at all. */
export interface AbsentRow {
  readonly line: number;
  readonly issue: RowIssue | null;
}

export interface PreviewPage {
  readonly rows: readonly PreviewRow[];
  readonly at: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Then `at` is the next one called, or else the last. */
  readonly absent: AbsentRow | null;
}

export interface CheckedFile {
  readonly summary: CheckSummary;
  /** Of all messages, with everybody's own values; null where none are sent. */
  readonly parts: number | null;
}

export type CheckMessage =
  | { readonly type: 'progress'; readonly bytes: number }
  | { readonly type: 'sniffed'; readonly columns: FileColumns }
  /** `numbers`: those accepted, packed, with marks where a column says how far people are; null where nobody wants them. */
  | { readonly type: 'checked'; readonly checked: CheckedFile; readonly numbers: Uint8Array<ArrayBuffer> | null }
  | { readonly type: 'corrected'; readonly file: Blob }
  | { readonly type: 'previewed'; readonly page: PreviewPage }
  | { readonly type: 'fault'; readonly fault: FileFault }
  /** The file could not be read from disk: moved, deleted or changed since it was chosen. */
  | { readonly type: 'unreadable' };
