import { cellRanges, cellText } from './cell-ranges.ts';

/** Enough to read memory ahead, few enough to stay in the cache. */
export const BATCH_RECORDS = 512;
/** The record has no such cell. */
export const NO_CELL = -1;

/**
 * Records as byte ranges of the reader's window, each with the range of one wanted cell. It is refilled for each batch,
 * so it is valid only during the call that passes it.
 */
export class RecordBatch {
  bytes: Uint8Array = new Uint8Array(0);
  count = 0;
  /** Number of the first record, from 1. */
  firstLine = 1;
  readonly starts: Int32Array = new Int32Array(BATCH_RECORDS);
  readonly ends: Int32Array = new Int32Array(BATCH_RECORDS);
  readonly cellStarts: Int32Array = new Int32Array(BATCH_RECORDS);
  readonly cellEnds: Int32Array = new Int32Array(BATCH_RECORDS);
  readonly delimiter: number;

  constructor(delimiter: number) {
    this.delimiter = delimiter;
  }

  add(start: number, end: number, cellStart: number, cellEnd: number): void {
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.cellStarts[this.count] = cellStart;
    this.cellEnds[this.count] = cellEnd;
    this.count++;
  }

  /** The text of the wanted cell, empty if the record has none; at most `maxBytes` are read. */
  cell(index: number, maxBytes: number = Number.POSITIVE_INFINITY): string {
    const start = this.cellStarts[index] ?? NO_CELL;
    return start === NO_CELL ? '' : cellText(this.bytes, start, Math.min(this.cellEnds[index] ?? 0, start + maxBytes));
  }

  /** Where the first `most` cells are in `bytes`, as pairs `[start, end]`. */
  ranges(index: number, most?: number): number[] {
    return cellRanges(this.bytes, this.starts[index] ?? 0, this.ends[index] ?? 0, this.delimiter, most);
  }

  /** The texts of all cells. */
  cells(index: number): string[] {
    const ranges = this.ranges(index);
    const texts: string[] = [];
    for (let at = 0; at < ranges.length; at += 2)
      texts.push(cellText(this.bytes, ranges[at] ?? 0, ranges[at + 1] ?? 0));
    return texts;
  }
}
