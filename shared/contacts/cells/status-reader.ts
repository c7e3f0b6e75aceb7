import type { RecordBatch } from '../../csv/record-batch.ts';
import type { FileShape } from '../file-shape.ts';
import { CellReader } from './cell-reader.ts';
import { statusMark } from './status-mark.ts';

/** The marks of the status column's cells. Costs nothing if there is no such column. */
export class StatusReader {
  readonly #cells: CellReader | null;

  constructor({ statusColumn, numberColumn }: Pick<FileShape, 'statusColumn' | 'numberColumn'>) {
    this.#cells = statusColumn === undefined ? null : new CellReader(statusColumn, numberColumn, statusMark);
  }

  /** The mark of a record; 0 if no column gives a status. */
  mark(batch: RecordBatch, index: number): number {
    return this.#cells?.read(batch, index) ?? 0;
  }
}
