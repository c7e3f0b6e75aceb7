import { cellEnd, cellText } from '../../csv/cell-ranges.ts';
import { NO_CELL } from '../../csv/record-batch.ts';
import type { RecordBatch } from '../../csv/record-batch.ts';
import { MAX_STATUS_CHARS, MAX_STATUSES_REMEMBERED } from '../../list-limits.ts';

const NO_BYTES = new Uint8Array();

/**
 * What the cells of one column are read as. Each text is judged once and then recognised by its bytes, because a
 * million rows have about twenty different statuses.
 */
export class CellReader {
  readonly #column: number;
  readonly #numberColumn: number;
  readonly #judge: (text: string) => number;
  readonly #known = new Map<number, { readonly written: Uint8Array; readonly read: number }>();

  constructor(column: number, numberColumn: number, judge: (text: string) => number) {
    this.#column = column;
    this.#numberColumn = numberColumn;
    this.#judge = judge;
  }

  /** A record without the cell counts as one with an empty cell. */
  read(batch: RecordBatch, index: number): number {
    const start = this.#startOf(batch, index);
    if (start === NO_CELL) return this.#of(NO_BYTES, 0, 0);
    return this.#of(batch.bytes, start, cellEnd(batch.bytes, start, batch.ends[index] ?? 0, batch.delimiter));
  }

  /** The reader has already found the number, so a cell behind it is searched from there. */
  #startOf(batch: RecordBatch, index: number): number {
    const { bytes, delimiter } = batch;
    const end = batch.ends[index] ?? 0;
    const isBehind = this.#column > this.#numberColumn && (batch.cellStarts[index] ?? NO_CELL) !== NO_CELL;
    let at = isBehind ? (batch.cellEnds[index] ?? 0) : (batch.starts[index] ?? 0);
    if (isBehind && at++ >= end) return NO_CELL;
    for (let left = isBehind ? this.#column - this.#numberColumn - 1 : this.#column; left > 0; left -= 1) {
      at = cellEnd(bytes, at, end, delimiter);
      if (at++ >= end) return NO_CELL;
    }
    return at;
  }

  #of(bytes: Uint8Array, start: number, end: number): number {
    let key = 0x811c_9dc5;
    for (let at = start; at < end; at += 1) key = Math.imul(key ^ (bytes[at] ?? 0), 0x0100_0193);
    const known = this.#known.get(key);
    if (known !== undefined && isWritten(known.written, bytes, start, end)) return known.read;
    const read = this.#judge(cellText(bytes, start, end));
    // Once there are so many, they are remarks, of which hardly any comes again.
    const isKept = end - start <= MAX_STATUS_CHARS && this.#known.size < MAX_STATUSES_REMEMBERED;
    if (isKept) this.#known.set(key, { written: bytes.slice(start, end), read });
    return read;
  }
}

function isWritten(written: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (written.length !== end - start) return false;
  for (let at = 0; at < written.length; at += 1) if (written[at] !== bytes[start + at]) return false;
  return true;
}
