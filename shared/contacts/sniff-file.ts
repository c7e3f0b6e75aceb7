import type { Encoding } from '../csv/encoding.ts';
import { DELIMITERS, detectDelimiter } from '../csv/detect-delimiter.ts';
import type { LetterDoubt } from '../csv/letter-doubt.ts';
import { textKind } from '../csv/file-kind.ts';
import type { RecordLimits } from '../csv/record-limits.ts';
import { MAX_ISSUE_VALUE_CHARS } from '../limits.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { FileFault } from './file-fault.ts';
import { columnName } from './file-shape.ts';
import type { LeftOut } from '../people/left-out.ts';
import type { ColumnChoice, FileShape } from './file-shape.ts';
import { findColumns } from '../columns/find-columns.ts';
import { findHeadings } from '../columns/find-headings.ts';
import { readHead, readPlace } from './sniff-records.ts';

const SAMPLE_ROWS = 5;
/** Excel's way to name the delimiter in the first line, which it writes and reads. */
const SEPARATOR_LINE = /^"?sep=([^"\r\n])"?(?:\r\n|\r|\n|$)/iu;

export interface Sniffed {
  readonly shape: FileShape;
  /** The first line that is a row; lines above it are not. */
  readonly firstRow: number;
  /** Lines above the headings that nevertheless hold a number. */
  readonly misplaced: readonly number[];
}

export interface SniffSettings {
  readonly country: string;
  readonly columns?: ColumnChoice;
  /** Left out if nobody was erased. Without headings, a file whose people were all erased is blank and still that file. */
  readonly erased?: LeftOut['erased'];
}

const BLANK = { line: 1, cells: [] };

/** The text to be examined, in UTF-8 without byte order mark. */
export interface SniffedText {
  readonly head: Uint8Array;
  /** Whether the file ends with the head. */
  readonly complete: boolean;
  /** Pieces of the rest, which begin and end anywhere. */
  readonly places: readonly Uint8Array[];
  readonly encoding: Encoding;
  readonly letterDoubt: LetterDoubt | null;
  readonly linesInQuotes: boolean;
}

/**
 * Judges a file's shape by its beginning, and its columns by rows from all over it. Promises nothing about other rows.
 */
export function sniffFile(
  text: SniffedText,
  settings: SniffSettings,
  limits: RecordLimits,
): Result<Sniffed, FileFault> {
  const { head, complete } = text;
  const columns = settings.columns ?? {};
  const kind = textKind(head);
  if (kind !== undefined) {
    return err(kind === 'unknown' ? { code: 'not_a_text_file' } : { code: 'not_a_text_file', looksLike: kind });
  }
  const told = SEPARATOR_LINE.exec(String.fromCharCode(...head.subarray(0, 10)));
  const rest = told === null ? head : head.subarray(told[0].length);
  const delimiter = DELIMITERS.find((known) => known === told?.[1]) ?? detectDelimiter(rest, complete, limits);
  const { records, widest, fault } = readHead(rest, complete, delimiter, limits);
  const skipped = told === null ? 0 : 1;
  if (records.length === 0 && fault !== undefined) return err({ ...fault, line: fault.line + skipped });
  if (records.length === 0 && settings.erased !== undefined) records.push(BLANK);
  if (records.length === 0 && complete) return err({ code: 'empty_file' });
  const all = records.map((record) => record.cells);
  const { at, misplaced } = columns.header === false ? { at: 0, misplaced: [] } : findHeadings(all, settings.country);
  const texts = all.slice(at);
  const elsewhere = text.places.flatMap((place) => readPlace(place, delimiter, limits));
  const found = findColumns({ records: texts, elsewhere, widest }, columns, settings.country);
  const first = records[at];
  const width = texts.reduce((most, cells) => Math.max(most, cells.length), 0);
  if (!found.ok || first === undefined) {
    const headings = toHeadings(first?.cells ?? [], width, columns.header ?? true);
    return err(found.ok ? { code: 'no_number_column', headings } : { ...found.error, headings });
  }
  const { header, numberColumn, ...others } = found.value;
  const rows = header ? texts.slice(1) : texts;
  const named = Math.max(width, numberColumn + 1);
  const headings = toHeadings(first.cells, named, header);
  const firstRow = skipped + (header ? first.line + 1 : 1);
  const shape: FileShape = {
    encoding: text.encoding,
    letterDoubt: text.letterDoubt,
    linesInQuotes: text.linesInQuotes,
    delimiter,
    header,
    headings,
    numberColumn,
    ...others,
    linesAbove: firstRow - 1 - misplaced.length,
    samples: rows.slice(0, SAMPLE_ROWS).map((cells) => cells.map((cell) => cell.slice(0, MAX_ISSUE_VALUE_CHARS))),
  };
  return ok({ shape, firstRow, misplaced: misplaced.map((index) => skipped + (records[index]?.line ?? 0)) });
}

function toHeadings(first: readonly string[], width: number, header: boolean): string[] {
  return Array.from({ length: width }, (_, column) => {
    const heading = header ? (first[column]?.trim() ?? '') : '';
    return heading === '' ? columnName(column) : heading.slice(0, MAX_ISSUE_VALUE_CHARS);
  });
}
