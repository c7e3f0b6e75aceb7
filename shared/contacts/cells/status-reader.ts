import { cellEnd, cellText } from '../../csv/cell-ranges.ts';
import { NO_CELL } from '../../csv/record-batch.ts';
import type { RecordBatch } from '../../csv/record-batch.ts';
import { MAX_STATUS_CHARS, MAX_STATUSES_REMEMBERED } from '../../list-limits.ts';
import type { FileShape } from '../file-shape.ts';
import { statusMark } from './status-mark.ts';

const NO_BYTES = new Uint8Array();

/**
 * The marks of what stands in one column, each text's worked out once: a million rows say some twenty things, which are told
 * by their bytes. Costs nothing where no column is told.
 */
export class StatusReader {
  readonly #column: number | undefined;
  readonly #numberColumn: number;
  readonly #known = new Map<number, { readonly written: Uint8Array; readonly mark: number }>();

  constructor({ statusColumn, numberColumn }: Pick<FileShape, 'statusColumn' | 'numberColumn'>) {
    this.#column = statusColumn;
    this.#numberColumn = numberColumn;
  }

  /** Of a record; 0 where no column says it. A record without the cell says as much as an empty one. */
  mark(batch: RecordBatch, index: number): number {
    if (this.#column === undefined) return 0;
    const start = this.#startOf(batch, index, this.#column);
    if (start === NO_CELL) return this.#of(NO_BYTES, 0, 0);
    return this.#of(batch.bytes, start, cellEnd(batch.bytes, start, batch.ends[index] ?? 0, batch.delimiter));
  }

  /** The reader has found the number already: what stands behind it is looked for from there. */
  #startOf(batch: RecordBatch, index: number, column: number): number {
    const { bytes, delimiter } = batch;
    const end = batch.ends[index] ?? 0;
    const isBehind = column > this.#numberColumn && (batch.cellStarts[index] ?? NO_CELL) !== NO_CELL;
    let at = isBehind ? (batch.cellEnds[index] ?? 0) : (batch.starts[index] ?? 0);
    if (isBehind && at++ >= end) return NO_CELL;
    for (let left = isBehind ? column - this.#numberColumn - 1 : column; left > 0; left -= 1) {
      at = cellEnd(bytes, at, end, delimiter);
      if (at++ >= end) return NO_CELL;
    }
    return at;
  }

  #of(bytes: Uint8Array, start: number, end: number): number {
    let key = 0x811c_9dc5;
    for (let at = start; at < end; at += 1) key = Math.imul(key ^ (bytes[at] ?? 0), 0x0100_0193);
    const known = this.#known.get(key);
    if (known !== undefined && isWritten(known.written, bytes, start, end)) return known.mark;
    const mark = statusMark(cellText(bytes, start, end));
    if (this.#known.size >= MAX_STATUSES_REMEMBERED) this.#known.clear();
    if (end - start <= MAX_STATUS_CHARS) this.#known.set(key, { written: bytes.slice(start, end), mark });
    return mark;
  }
}

function isWritten(written: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (written.length !== end - start) return false;
  for (let at = 0; at < written.length; at += 1) if (written[at] !== bytes[start + at]) return false;
  return true;
}
