import type { Encoding } from '../csv/encoding.ts';
import { DELIMITERS, detectDelimiter } from '../csv/detect-delimiter.ts';
import type { Delimiter } from '../csv/detect-delimiter.ts';
import { textKind } from '../csv/file-kind.ts';
import type { RecordFault } from '../csv/record-fault.ts';
import type { RecordLimits } from '../csv/record-limits.ts';
import { RecordReader } from '../csv/record-reader.ts';
import { MAX_ISSUE_VALUE_CHARS } from '../limits.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { FileFault } from './file-fault.ts';
import { columnName } from './file-shape.ts';
import type { ColumnChoice, FileShape } from './file-shape.ts';
import { findNumberColumn } from './find-number-column.ts';
import { countTitles } from './skip-titles.ts';

const RECORDS_SNIFFED = 100;
const SAMPLE_ROWS = 5;
/** Excel's own way to name the delimiter, which it writes and reads as a first line. */
const SEPARATOR_LINE = /^"?sep=([^"\r\n])"?(?:\r\n|\r|\n|$)/iu;

export interface Sniffed {
  readonly shape: FileShape;
  /** The first line that is a row: what is above it is no row. */
  readonly firstRow: number;
}

/**
 * The shape of a file by its beginning, in UTF-8 without its mark. `complete` tells that the file ends there.
 * Nothing about the rest of the file is promised.
 */
export function sniffFile(
  head: Uint8Array,
  complete: boolean,
  encoding: Encoding,
  settings: { readonly country: string; readonly columns?: ColumnChoice },
  limits: RecordLimits,
): Result<Sniffed, FileFault> {
  const columns = settings.columns ?? {};
  const kind = textKind(head);
  if (kind !== undefined) {
    return err(kind === 'unknown' ? { code: 'not_a_text_file' } : { code: 'not_a_text_file', looksLike: kind });
  }
  const told = SEPARATOR_LINE.exec(String.fromCharCode(...head.subarray(0, 10)));
  const rest = told === null ? head : head.subarray(told[0].length);
  const delimiter = DELIMITERS.find((known) => known === told?.[1]) ?? detectDelimiter(rest, complete, limits);
  const { records, widest, fault } = readRecords(rest, complete, delimiter, limits);
  const skipped = told === null ? 0 : 1;
  if (records.length === 0 && fault !== undefined) return err({ ...fault, line: fault.line + skipped });
  if (records.length === 0 && complete) return err({ code: 'empty_file' });
  const all = records.map((record) => record.cells);
  const titles = columns.header === false ? 0 : countTitles(all, settings.country);
  const texts = all.slice(titles);
  const found = findNumberColumn(texts, widest, columns, settings.country);
  const first = records[titles];
  const width = texts.reduce((most, cells) => Math.max(most, cells.length), 0);
  if (found === undefined || first === undefined) {
    const headings = toHeadings(first?.cells ?? [], width, columns.header ?? true);
    const wanted = columns.number;
    return err(
      wanted === undefined ? { code: 'no_number_column', headings } : { code: 'column_not_found', wanted, headings },
    );
  }
  const rows = found.header ? texts.slice(1) : texts;
  const shape: FileShape = {
    encoding,
    delimiter,
    header: found.header,
    headings: toHeadings(first.cells, Math.max(width, found.column + 1), found.header),
    numberColumn: found.column,
    verdict: { why: columns.number === undefined ? 'heading' : 'told', doubt: null, other: null, candidates: [] },
    callingCodeColumn: null,
    moreColumns: [],
    numbers: columns.numbers ?? 'first',
    linesAbove: skipped + (found.header ? first.line : 0),
    samples: rows.slice(0, SAMPLE_ROWS).map((cells) => cells.map((cell) => cell.slice(0, MAX_ISSUE_VALUE_CHARS))),
  };
  return ok({ shape, firstRow: skipped + (found.header ? first.line + 1 : 1) });
}

interface TextRecord {
  readonly line: number;
  readonly cells: string[];
}

interface Head {
  readonly records: TextRecord[];
  /** Cells of the widest record, the empty ones to the right included. */
  readonly widest: number;
  /** Why reading stopped; never for want of the bytes that follow. */
  readonly fault: RecordFault | undefined;
}

/** The first records that hold anything, without their empty cells to the right. */
function readRecords(head: Uint8Array, complete: boolean, delimiter: Delimiter, limits: RecordLimits): Head {
  const records: TextRecord[] = [];
  let widest = 0;
  const reader = new RecordReader(delimiter.charCodeAt(0), 0, limits, (batch) => {
    for (let index = 0; index < batch.count && records.length < RECORDS_SNIFFED; index++) {
      const cells = batch.cells(index);
      widest = Math.max(widest, cells.length);
      while (cells.length > 0 && cells.at(-1)?.trim() === '') cells.pop();
      if (cells.length > 0) records.push({ line: batch.firstLine + index, cells });
    }
    return records.length < RECORDS_SNIFFED;
  });
  const fault = reader.push(head);
  // A record that is cut off shows less than it holds, but is better than none.
  const last = complete || records.length === 0 ? reader.finish() : undefined;
  return { records, widest, fault: complete ? last : fault };
}

function toHeadings(first: readonly string[], width: number, header: boolean): string[] {
  return Array.from({ length: width }, (_, column) => {
    const heading = header ? (first[column]?.trim() ?? '') : '';
    return heading === '' ? columnName(column) : heading.slice(0, MAX_ISSUE_VALUE_CHARS);
  });
}
