import { leavesOut } from '../../columns/do-not-call/leaves-out.ts';
import { markSense } from '../../columns/do-not-call/mark-headings.ts';
import type { RecordBatch } from '../../csv/record-batch.ts';
import type { FileShape } from '../file-shape.ts';
import { CellReader } from './cell-reader.ts';

/** How many rows a column leaves out. */
export interface LeftOutByColumn {
  /** From 0. */
  readonly column: number;
  readonly rows: number;
}

/**
 * Who must not be called by what the file says beside the number. Somebody who asked for it in one row is not called on
 * that number in any other: later rows are left out at once, and `calledBefore` names the numbers of earlier ones, for
 * a second reading.
 */
export class DoNotCallReader {
  /** Numbers that were accepted above a row that says not to call them. */
  readonly calledBefore = new Set<number>();
  /** Every number that a row says not to call. */
  readonly numbers: Set<number>;
  readonly #columns: readonly { readonly column: number; readonly cells: CellReader; rows: number }[];

  constructor(
    {
      header,
      headings,
      numberColumn,
      doNotCall,
    }: Pick<FileShape, 'header' | 'headings' | 'numberColumn' | 'doNotCall'>,
    asked: readonly number[],
  ) {
    this.numbers = new Set(asked);
    this.#columns = (doNotCall?.columns ?? []).map((column) => {
      const sense = markSense(header ? (headings[column] ?? '') : '');
      return {
        column,
        cells: new CellReader(column, numberColumn, (text) => Number(leavesOut(text, sense))),
        rows: 0,
      };
    });
  }

  /** Whether nobody can be left out. */
  get isIdle(): boolean {
    return this.#columns.length === 0 && this.numbers.size === 0;
  }

  get leftOut(): LeftOutByColumn[] {
    return this.#columns.flatMap(({ column, rows }) => (rows === 0 ? [] : [{ column, rows }]));
  }

  /** Whether the row itself says so. `number` is 0 if it has none that can be called. */
  isMarked(batch: RecordBatch, index: number): boolean {
    return this.#columns.some(({ cells }) => cells.read(batch, index) === 1);
  }

  /** Whether a row with this number is left out. `mayBeAbove`: a row above may have been accepted with it. */
  leavesOut(batch: RecordBatch, index: number, number: number, mayBeAbove: boolean): boolean {
    const by = this.#columns.find(({ cells }) => cells.read(batch, index) === 1);
    if (by === undefined) return this.numbers.has(number);
    by.rows++;
    this.note(number, mayBeAbove);
    return true;
  }

  /** Takes a number that must not be called. */
  note(number: number, mayBeAbove: boolean): void {
    if (mayBeAbove && !this.numbers.has(number)) this.calledBefore.add(number);
    this.numbers.add(number);
  }
}
