import { cellRanges } from '../csv/cell-ranges.ts';
import type { Encoding } from '../csv/encoding.ts';
import { NO_CELL } from '../csv/record-batch.ts';
import type { RecordBatch } from '../csv/record-batch.ts';
import { RecordReader } from '../csv/record-reader.ts';
import { createTranscoder } from '../csv/transcoder.ts';
import { MAX_CELL_BYTES, MAX_COLUMNS, MAX_ROW_BYTES } from '../limits.ts';
import type { FileShape } from './file-shape.ts';

const CR = 0x0d;
const LF = 0x0a;
const UTF8_MARK = Uint8Array.of(0xef, 0xbb, 0xbf);
const LIMITS = { columns: MAX_COLUMNS, cellBytes: MAX_CELL_BYTES, rowBytes: MAX_ROW_BYTES };
/**
 * Values of these characters cannot be mistaken for a quote, delimiter or line end. An empty value is quoted too,
 * because an empty last line would not be a row.
 */
const PLAIN = /^[\d+ ().-]+$/u;

export interface FileCorrector {
  /** Takes the next bytes as stored; answers the bytes to write, which share no memory with the input. */
  push(bytes: Uint8Array): Uint8Array<ArrayBuffer>[];
  finish(): Uint8Array<ArrayBuffer>[];
}

/**
 * Puts new values into number cells of a checked file and leaves every other byte unchanged. UTF-16 is written as
 * UTF-8, and whole-line quotes are removed. `corrections` are `[line, value]` in ascending order, with the check's line
 * numbers. Memory: one record.
 */
export function createFileCorrector(
  shape: Pick<FileShape, 'encoding' | 'linesInQuotes' | 'delimiter' | 'numberColumn'>,
  corrections: readonly (readonly [line: number, value: string])[],
): FileCorrector {
  const isUtf16 = shape.encoding === 'utf-16le' || shape.encoding === 'utf-16be';
  const transcoder = createTranscoder(shape.encoding, shape.linesInQuotes);
  const writer = new CellWriter(shape.delimiter, shape.numberColumn, corrections);
  let start: Uint8Array | undefined = new Uint8Array(0);

  function take(text: Uint8Array): Uint8Array<ArrayBuffer>[] {
    return text.length === 0 ? [] : writer.push(text);
  }
  function begin(first: Uint8Array): Uint8Array<ArrayBuffer>[] {
    start = undefined;
    const mark = markBytes(first, shape.encoding);
    const text = first.subarray(mark);
    const out = take(transcoder?.push(text) ?? text);
    return mark > 0 || isUtf16 ? [UTF8_MARK, ...out] : out;
  }
  return {
    push(bytes) {
      if (start === undefined) return take(transcoder?.push(bytes) ?? bytes);
      start = joined(start, bytes);
      return start.length < UTF8_MARK.length ? [] : begin(start);
    },
    finish() {
      const first = start === undefined ? [] : begin(start);
      return [...first, ...take(transcoder?.finish() ?? new Uint8Array(0)), ...writer.finish()];
    },
  };
}

/** Finds the records again and where each is in the stream. */
class CellWriter {
  readonly #reader: RecordReader;
  readonly #delimiter: string;
  readonly #column: number;
  readonly #corrections: readonly (readonly [line: number, value: string])[];
  #next = 0;
  /** The bytes not written yet; all positions count from their beginning. */
  #held: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #written = 0;
  #position = 0;
  #afterCr = false;
  #out: Uint8Array<ArrayBuffer>[] = [];

  constructor(delimiter: string, column: number, corrections: readonly (readonly [line: number, value: string])[]) {
    this.#delimiter = delimiter;
    this.#column = column;
    this.#corrections = corrections;
    this.#reader = new RecordReader(delimiter.charCodeAt(0), column, LIMITS, (batch) => this.#take(batch));
  }

  push(text: Uint8Array): Uint8Array<ArrayBuffer>[] {
    this.#held = joined(this.#held, text);
    // A checked file has no fault. If one appears, the rest of the file is copied unchanged.
    if (this.#reader.push(text) !== undefined) this.#next = this.#corrections.length;
    // After the last correction nothing has to be found.
    return this.#release(this.#isDone ? this.#held.length : this.#position);
  }

  finish(): Uint8Array<ArrayBuffer>[] {
    this.#reader.finish();
    return this.#release(this.#held.length);
  }

  get #isDone(): boolean {
    return this.#next === this.#corrections.length;
  }

  #take(batch: RecordBatch): boolean {
    for (let index = 0; index < batch.count && !this.#isDone; index++) {
      const start = batch.starts[index] ?? 0;
      const end = batch.ends[index] ?? 0;
      if (this.#afterCr && this.#held[this.#position] === LF) this.#position++;
      const [line, value] = this.#corrections[this.#next] ?? [0, ''];
      if (line === batch.firstLine + index) {
        this.#correct(batch, index, value);
        this.#next++;
      }
      this.#position += end - start + 1;
      this.#afterCr = this.#held[this.#position - 1] === CR;
    }
    return !this.#isDone;
  }

  #correct(batch: RecordBatch, index: number, value: string): void {
    const start = batch.starts[index] ?? 0;
    const end = batch.ends[index] ?? 0;
    const cellStart = batch.cellStarts[index] ?? NO_CELL;
    const isThere = cellStart !== NO_CELL;
    const from = this.#position + (isThere ? cellStart : end) - start;
    const to = isThere ? this.#position + (batch.cellEnds[index] ?? 0) - start : from;
    const code = this.#delimiter.charCodeAt(0);
    const missing = isThere ? 0 : this.#column + 1 - cellRanges(batch.bytes, start, end, code).length / 2;
    this.#out.push(this.#held.slice(this.#written, from));
    this.#out.push(new Uint8Array(new TextEncoder().encode(this.#delimiter.repeat(missing) + toCell(value))));
    this.#written = to;
  }

  #release(upTo: number): Uint8Array<ArrayBuffer>[] {
    const out = [...this.#out, this.#held.slice(this.#written, upTo)].filter(({ length }) => length > 0);
    this.#held = this.#held.slice(upTo);
    this.#position = 0;
    this.#written = 0;
    this.#out = [];
    return out;
  }
}

function toCell(value: string): string {
  return PLAIN.test(value) ? value : `"${value.replaceAll('"', '""')}"`;
}

function markBytes(first: Uint8Array, encoding: Encoding): number {
  const [one, two, three] = first;
  if (encoding === 'utf-16le') return one === 0xff && two === 0xfe ? 2 : 0;
  if (encoding === 'utf-16be') return one === 0xfe && two === 0xff ? 2 : 0;
  return one === 0xef && two === 0xbb && three === 0xbf ? 3 : 0;
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}
