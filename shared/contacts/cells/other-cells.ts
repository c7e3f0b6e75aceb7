import { cellText } from '../../csv/cell-ranges.ts';
import type { RecordBatch } from '../../csv/record-batch.ts';
import { spokenValue } from '../../template/spoken-value.ts';
import { MAX_NUMBER_BYTES } from '../cell-judge.ts';

/** Whether a cell has nothing to say in a text. */
export function isEmpty(bytes: Uint8Array, ranges: readonly number[], column: number): boolean {
  const start = ranges[column * 2];
  return start === undefined || spokenValue(cellText(bytes, start, ranges[column * 2 + 1] ?? start)) === '';
}

/** The text of another cell than the batch was asked for, up to the length of a number. */
export function cellOf(batch: RecordBatch, index: number, column: number): string {
  const ranges = batch.ranges(index, column + 1);
  const start = ranges[column * 2] ?? 0;
  return cellText(batch.bytes, start, Math.min(ranges[column * 2 + 1] ?? start, start + MAX_NUMBER_BYTES));
}
