import { ByteWindow } from './byte-window.ts';
import { BATCH_RECORDS, NO_CELL, RecordBatch } from './record-batch.ts';
import type { RecordLengths } from './record-lengths.ts';
import type { OnRecords } from './record-reader.ts';

const LF = 0x0a;
const CR = 0x0d;
/** As much as the reader copies at a time. */
const SLICE_BYTES = 64 * 1024;

/**
 * Splits bytes that a `RecordReader` has read to their end into the same records, by their lengths, without looking at
 * each byte. No wanted cell is found: whoever needs one asks for the ranges.
 */
export class RecordReplay {
  readonly #lengths: RecordLengths;
  readonly #onRecords: OnRecords;
  readonly #batch: RecordBatch;
  readonly #window = new ByteWindow(SLICE_BYTES);
  /** Where the next record begins, and how many came before. */
  #start = 0;
  #place = 0;
  #skipLf = false;
  #stopped = false;

  constructor(delimiter: number, lengths: RecordLengths, onRecords: OnRecords) {
    this.#lengths = lengths;
    this.#onRecords = onRecords;
    this.#batch = new RecordBatch(delimiter);
  }

  /** Never a fault: a file that has one is not read again. */
  push(bytes: Uint8Array): undefined {
    for (let from = 0; from < bytes.length && !this.#stopped; from += SLICE_BYTES) {
      this.#start -= this.#window.append(bytes.subarray(from, from + SLICE_BYTES), this.#start);
      this.#split();
    }
  }

  finish(): undefined {
    const { filled } = this.#window;
    // Only the last record may lack its line end.
    const isLast = this.#place === this.#lengths.count - 1 && this.#start + this.#lengths.of(this.#place) === filled;
    if (isLast && !this.#stopped) this.#close(filled);
    this.#flush();
    const isWhole = this.#place === this.#lengths.count && this.#start >= filled;
    if (!isWhole && !this.#stopped) throw new Error('The bytes are not those that were read before.');
    this.#stopped = true;
  }

  #split(): void {
    const { bytes, filled } = this.#window;
    while (!this.#stopped) {
      if (this.#skipLf && this.#start < filled) {
        this.#skipLf = false;
        if (bytes[this.#start] === LF) this.#start++;
      }
      const end = this.#start + this.#lengths.of(this.#place);
      if (this.#place === this.#lengths.count || end >= filled) break;
      const stop = bytes[end];
      if (stop !== LF && stop !== CR) throw new Error('The bytes are not those that were read before.');
      this.#skipLf = stop === CR;
      this.#close(end);
    }
    this.#flush();
  }

  #close(end: number): void {
    this.#batch.add(this.#start, end, NO_CELL, 0);
    this.#start = end + 1;
    this.#place++;
    if (this.#batch.count === BATCH_RECORDS) this.#flush();
  }

  #flush(): void {
    const batch = this.#batch;
    if (batch.count === 0) return;
    batch.bytes = this.#window.bytes;
    if (!this.#onRecords(batch)) this.#stopped = true;
    batch.firstLine += batch.count;
    batch.count = 0;
  }
}
