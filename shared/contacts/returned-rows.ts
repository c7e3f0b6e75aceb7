import { RecordReader } from '../csv/record-reader.ts';
import type { Transcoder } from '../csv/transcoder.ts';
import { MAX_CELL_BYTES, MAX_COLUMNS, MAX_ROW_BYTES, SNIFF_BYTES } from '../limits.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { FileFault } from './file-fault.ts';
import { sniffHead } from './sniff-head.ts';

/** Why a file of corrected rows cannot be put back. */
export type ReturnedFault =
  | { readonly code: 'no_line_column' }
  | { readonly code: 'number_heading_gone'; readonly wanted: string }
  | { readonly code: 'unreadable_return'; readonly fault: FileFault };

/** What is known of the file that the rows were taken from. */
export interface ReturnsTo {
  readonly country: string;
  readonly headings: readonly string[];
  /** From 0. */
  readonly numberColumn: number;
  /** Possible headings of the line column, in every language in which the file may have been written. */
  readonly lineHeadings: readonly string[];
}

const LIMITS = { columns: MAX_COLUMNS, cellBytes: MAX_CELL_BYTES, rowBytes: MAX_ROW_BYTES };

export interface ReturnedRows {
  push(bytes: Uint8Array): Result<void, ReturnedFault>;
  finish(): Result<{ readonly rows: number; readonly withoutLine: number }, ReturnedFault>;
}

/**
 * Reads a file of rows that were not accepted, after a person corrected it: passes each line number and the new content
 * of its number cell to the sink. Columns may be moved or deleted, but the line and number columns are found by their
 * headings.
 */
export function createReturnedRows(to: ReturnsTo, sink: (line: number, value: string) => void): ReturnedRows {
  let head = new Uint8Array(0);
  let transcoder: Transcoder | undefined;
  let reader: RecordReader | undefined;
  let fault: ReturnedFault | undefined;
  const counts = { rows: 0, withoutLine: 0 };

  function start(complete: boolean): void {
    const settings = { country: to.country, columns: { number: 1, header: true } };
    const sniffed = sniffHead(head, complete, settings, LIMITS);
    if (!sniffed.ok) {
      fault = { code: 'unreadable_return', fault: sniffed.error };
      return;
    }
    const { shape, firstRow, text } = sniffed.value;
    const found = findColumns(shape.headings, to);
    if (!found.ok) {
      fault = found.error;
      return;
    }
    transcoder = sniffed.value.transcoder;
    const { line, number } = found.value;
    reader = new RecordReader(shape.delimiter.charCodeAt(0), number, LIMITS, (batch) => {
      for (let index = Math.max(0, firstRow - batch.firstLine); index < batch.count; index++) {
        const cells = batch.cells(index);
        if (cells.every((cell) => cell.trim() === '')) continue;
        counts.rows++;
        const at = lineOf(cells[line] ?? '');
        if (at === undefined) counts.withoutLine++;
        else sink(at, withoutGuard(cells[number] ?? ''));
      }
      return true;
    });
    read(text);
  }
  function read(text: Uint8Array): void {
    const broken = reader?.push(text);
    if (broken !== undefined) fault = { code: 'unreadable_return', fault: broken };
  }
  return {
    push(bytes) {
      if (fault !== undefined) return err(fault);
      if (reader !== undefined) read(transcoder?.push(bytes) ?? bytes);
      else {
        const both = new Uint8Array(head.length + bytes.length);
        both.set(head);
        both.set(bytes, head.length);
        head = both;
        if (head.length > SNIFF_BYTES) start(false);
      }
      return fault === undefined ? ok(undefined) : err(fault);
    },
    finish() {
      if (fault === undefined && reader === undefined) start(true);
      if (fault === undefined && transcoder !== undefined) read(transcoder.finish());
      const broken = fault === undefined ? reader?.finish() : undefined;
      if (broken !== undefined) fault = { code: 'unreadable_return', fault: broken };
      return fault === undefined ? ok(counts) : err(fault);
    },
  };
}

function findColumns(
  headings: readonly string[],
  { headings: before, numberColumn, lineHeadings }: ReturnsTo,
): Result<{ line: number; number: number }, ReturnedFault> {
  const names = headings.map((heading) => heading.trim().toLowerCase());
  const line = names.findIndex((name) => lineHeadings.some((known) => known.toLowerCase() === name));
  if (line === -1) return err({ code: 'no_line_column' });
  const wanted = before[numberColumn] ?? '';
  const name = wanted.trim().toLowerCase();
  // Headings may repeat; if no column was moved, the number column is where it was written.
  const number = names[line + 1 + numberColumn] === name ? line + 1 + numberColumn : names.indexOf(name);
  return number === -1 ? err({ code: 'number_heading_gone', wanted }) : ok({ line, number });
}

/** Reads `12`, and what spreadsheets make of it: `12.0`, `1,248`. */
function lineOf(text: string): number | undefined {
  const digits = /^\s*([\d,]{1,12})(?:\.0+)?\s*$/u.exec(text)?.[1]?.replaceAll(',', '') ?? '';
  const line = Number(digits);
  return digits !== '' && Number.isSafeInteger(line) && line > 0 ? line : undefined;
}

/** Removes the apostrophe that keeps a spreadsheet from reading a number with a plus as a formula. */
function withoutGuard(text: string): string {
  return /^'[=+\-@]/u.test(text) ? text.slice(1) : text;
}
