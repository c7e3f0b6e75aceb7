import { ByteWindow } from './byte-window.ts';
import { BATCH_RECORDS, NO_CELL, RecordBatch } from './record-batch.ts';
import { breachOf } from './record-limits.ts';
import type { RecordLimits } from './record-limits.ts';
import type { RecordFault } from './record-fault.ts';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
/** How much is copied into the window at a time: large enough to cost nothing, small enough to stay in the cache. */
const SLICE_BYTES = 64 * 1024;
/** The window grows to twice a slice with the first whole one: the many small readings need no such room. */
const FIRST_WINDOW_BYTES = 1024;

const AT_CELL_START = 0;
const IN_PLAIN = 1;
const IN_QUOTES = 2;
const AFTER_QUOTE = 3;
/** Behind the cell that is asked for: only the record's end matters, and quotes that may hide it. */
const IN_REST = 4;

/** Takes a batch of records; `false` stops the reading for good. */
export type OnRecords = (batch: RecordBatch) => boolean;

/**
 * Cuts UTF-8 (or any ASCII-shaped) bytes into records: RFC 4180, and what spreadsheets and people add to it. LF, CRLF and
 * CR all end a record; a quote counts only where a cell starts; text after a closing quote is kept. Every record is handed
 * over, blank ones included, with the cell of one column found. However the bytes are cut, the records and the fault are
 * the same. Memory: one record and a slice.
 */
export class RecordReader {
  readonly #delimiter: number;
  readonly #column: number;
  readonly #limits: RecordLimits;
  readonly #onRecords: OnRecords;
  readonly #isStop = new Uint8Array(256);
  readonly #isRestStop = new Uint8Array(256);
  /** No record shorter than this can breach a limit. */
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

  /** Answers whether to go on. */
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

  /** Too long a row is named before what is wrong in it beyond the limit, so that the cut of the bytes shows nowhere. */
  #failAt(at: number): void {
    const isTooLong = at - this.#recordStart > this.#limits.rowBytes;
    const breach = isTooLong
      ? breachOf(this.#window.bytes, this.#recordStart, at, this.#delimiter, this.#limits, this.#line())
      : undefined;
    this.#fail(breach ?? { code: 'unclosed_quote', line: this.#line() });
  }

  /** A quote that spans lines and then closes amid text has swallowed rows: better said than done. */
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
