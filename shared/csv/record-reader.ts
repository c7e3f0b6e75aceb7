import { ByteWindow } from './byte-window.ts';
import { BATCH_RECORDS, NO_CELL, RecordBatch } from './record-batch.ts';
import { breachOf } from './record-limits.ts';
import type { RecordLimits } from './record-limits.ts';
import type { RecordFault } from './record-fault.ts';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
/** How much is copied into the window at a time: large enough to be cheap, small enough for the cache. */
const SLICE_BYTES = 64 * 1024;
/** The window grows to twice a slice with the first full slice; the many short readings need less. */
const FIRST_WINDOW_BYTES = 1024;

const AT_CELL_START = 0;
const IN_PLAIN = 1;
const IN_QUOTES = 2;
const AFTER_QUOTE = 3;
/** After the wanted cell, only the record's end matters, and quotes that may hide it. */
const IN_REST = 4;

/** Takes a batch of records; answering `false` stops the reading for good. */
export type OnRecords = (batch: RecordBatch) => boolean;

/**
 * Splits UTF-8 (or other ASCII-compatible) bytes into records: RFC 4180, and what spreadsheets and people add to it.
 * LF, CRLF and CR all end a record; a quote counts only at the start of a cell; text after a closing quote is kept.
 * Every record is passed on, even a blank one, with one wanted cell found. However the bytes are cut, records and fault
 * are the same. Memory: one record and a slice.
 */
export class RecordReader {
  readonly #delimiter: number;
  readonly #column: number;
  readonly #limits: RecordLimits;
  readonly #onRecords: OnRecords;
  readonly #isStop = new Uint8Array(256);
  readonly #isRestStop = new Uint8Array(256);
  /** A shorter record cannot exceed a limit. */
  readonly #harmlessBytes: number;
  readonly #batch: RecordBatch;
  readonly #window = new ByteWindow(FIRST_WINDOW_BYTES);
  #position = 0;
  #recordStart = 0;
  #quoteStart = 0;
  #cellStart = NO_CELL;
  #cellEnd = NO_CELL;
  #cell = 0;
  #state = AT_CELL_START;
  #skipLf = false;
  #stopped = false;
  #fault: RecordFault | undefined;

  constructor(delimiter: number, column: number, limits: RecordLimits, onRecords: OnRecords) {
    this.#delimiter = delimiter;
    this.#column = column;
    this.#limits = limits;
    this.#onRecords = onRecords;
    for (const stop of [delimiter, LF, CR]) this.#isStop[stop] = 1;
    for (const stop of [QUOTE, LF, CR]) this.#isRestStop[stop] = 1;
    this.#harmlessBytes = Math.min(limits.columns - 1, limits.cellBytes, limits.rowBytes);
    this.#batch = new RecordBatch(delimiter);
  }

  push(bytes: Uint8Array): RecordFault | undefined {
    for (let from = 0; from < bytes.length && !this.#stopped; from += SLICE_BYTES) {
      this.#rebase(this.#window.append(bytes.subarray(from, from + SLICE_BYTES), this.#recordStart));
      this.#scan();
    }
    return this.#fault;
  }

  finish(): RecordFault | undefined {
    if (this.#stopped) return this.#fault;
    const end = this.#window.filled;
    if (this.#state === IN_QUOTES) this.#failAt(end);
    else if (end > this.#recordStart) {
      if (this.#cell === this.#column) {
        if (this.#state === AT_CELL_START) this.#cellStart = end;
        this.#cellEnd = end;
      }
      if (this.#closeRecord(end)) this.#flush();
    }
    this.#stopped = true;
    return this.#fault;
  }

  #scan(): void {
    const { bytes } = this.#window;
    const end = this.#window.filled;
    const delimiter = this.#delimiter;
    const column = this.#column;
    const isStop = this.#isStop;
    const isRestStop = this.#isRestStop;
    let index = this.#position;
    let state = this.#state;
    let cell = this.#cell;
    while (index < end) {
      if (state === AT_CELL_START) {
        const first = bytes[index];
        if (this.#skipLf) {
          this.#skipLf = false;
          if (first === LF) {
            index++;
            this.#recordStart = index;
            continue;
          }
        }
        if (cell === column) this.#cellStart = index;
        if (first === QUOTE) {
          state = IN_QUOTES;
          this.#quoteStart = index;
          index++;
        } else state = IN_PLAIN;
      }
      if (state === IN_PLAIN) {
        while (index < end && isStop[bytes[index] ?? 0] === 0) index++;
        if (index === end) break;
        if (cell === column) this.#cellEnd = index;
        const stop = bytes[index];
        if (stop === delimiter) {
          state = cell === column ? IN_REST : AT_CELL_START;
          cell++;
        } else {
          this.#skipLf = stop === CR;
          if (!this.#closeRecord(index)) return;
          state = AT_CELL_START;
          cell = 0;
        }
        index++;
      } else if (state === IN_REST) {
        while (index < end && isRestStop[bytes[index] ?? 0] === 0) index++;
        if (index === end) break;
        const stop = bytes[index];
        if (stop !== QUOTE) {
          this.#skipLf = stop === CR;
          if (!this.#closeRecord(index)) return;
          state = AT_CELL_START;
          cell = 0;
        } else if (bytes[index - 1] === delimiter) {
          state = IN_QUOTES;
          this.#quoteStart = index;
        }
        index++;
      } else if (state === IN_QUOTES) {
        while (index < end && bytes[index] !== QUOTE) index++;
        if (index - this.#quoteStart > this.#limits.cellBytes) {
          this.#failAt(this.#quoteStart + this.#limits.cellBytes + 1);
          return;
        }
        if (index === end) break;
        index++;
        state = AFTER_QUOTE;
      } else if (bytes[index] === QUOTE) {
        state = IN_QUOTES;
        index++;
      } else {
        if (isStop[bytes[index] ?? 0] === 0 && this.#spansLines(index)) {
          this.#failAt(index);
          return;
        }
        state = cell > column ? IN_REST : IN_PLAIN;
      }
    }
    this.#position = index;
    this.#state = state;
    this.#cell = cell;
    this.#flush();
    if (!this.#stopped && end - this.#recordStart > this.#limits.rowBytes) this.#failAt(end);
  }

  /** Answers whether to continue. */
  #closeRecord(end: number): boolean {
    const batch = this.#batch;
    const start = this.#recordStart;
    if (end - start > this.#harmlessBytes) {
      const breach = breachOf(this.#window.bytes, start, end, this.#delimiter, this.#limits, this.#line());
      if (breach !== undefined) {
        this.#fail(breach);
        return false;
      }
    }
    batch.add(start, end, this.#cellStart, this.#cellEnd);
    if (batch.count === BATCH_RECORDS) this.#flush();
    this.#recordStart = end + 1;
    this.#cellStart = NO_CELL;
    return !this.#stopped;
  }

  #line(): number {
    return this.#batch.firstLine + this.#batch.count;
  }

  #flush(): void {
    const batch = this.#batch;
    if (batch.count === 0) return;
    batch.bytes = this.#window.bytes;
    if (!this.#onRecords(batch)) this.#stopped = true;
    batch.firstLine += batch.count;
    batch.count = 0;
  }

  #fail(reason: RecordFault): void {
    this.#flush();
    if (!this.#stopped) this.#fault = reason;
    this.#stopped = true;
  }

  /**
   * A row that is too long is reported before a fault beyond its limit, so that the result does not depend on how the
   * bytes are cut.
   */
  #failAt(at: number): void {
    const isTooLong = at - this.#recordStart > this.#limits.rowBytes;
    const breach = isTooLong
      ? breachOf(this.#window.bytes, this.#recordStart, at, this.#delimiter, this.#limits, this.#line())
      : undefined;
    this.#fail(breach ?? { code: 'unclosed_quote', line: this.#line() });
  }

  /**
   * A quote that spans lines and closes in the middle of text has swallowed rows: this is reported rather than
   * accepted.
   */
  #spansLines(end: number): boolean {
    const quoted = this.#window.bytes.subarray(this.#quoteStart, end);
    return quoted.includes(LF) || quoted.includes(CR);
  }

  #rebase(shift: number): void {
    this.#recordStart -= shift;
    this.#position -= shift;
    this.#quoteStart -= shift;
    this.#cellEnd -= shift;
    if (this.#cellStart !== NO_CELL) this.#cellStart -= shift;
  }
}
