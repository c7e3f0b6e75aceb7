import { RecordReader } from '../../../shared/csv/record-reader.ts';
import { NO_CELL } from '../../../shared/csv/record-batch.ts';
import type { RecordLimits } from '../../../shared/csv/record-limits.ts';
import type { RecordFault } from '../../../shared/csv/record-fault.ts';

const LIMITS: RecordLimits = { columns: 100, cellBytes: 1000, rowBytes: 10_000 };

export interface AllRecords {
  readonly records: string[][];
  readonly fault: RecordFault | undefined;
}

/** Every record of a text or of bytes, pushed in pieces of `pieceBytes`. */
export function readAll(
  content: string | Uint8Array,
  { delimiter = ',', column = 0, limits = {}, pieceBytes = Number.POSITIVE_INFINITY }: ReadSettings = {},
): AllRecords {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const records: string[][] = [];
  const reader = new RecordReader(delimiter.charCodeAt(0), column, { ...LIMITS, ...limits }, (batch) => {
    if (batch.firstLine !== records.length + 1) throw new Error(`Line ${batch.firstLine} after ${records.length}`);
    for (let index = 0; index < batch.count; index++) {
      const cells = batch.cells(index);
      const hasCell = batch.cellStarts[index] !== NO_CELL;
      if (batch.cell(index) !== (cells[column] ?? '') || hasCell !== column < cells.length) {
        throw new Error(`Cell ${column} of ${JSON.stringify(cells)} is ${JSON.stringify(batch.cell(index))}`);
      }
      records.push(cells);
    }
    return true;
  });
  for (let from = 0; from < bytes.length; from += Math.min(pieceBytes, bytes.length)) {
    reader.push(bytes.subarray(from, from + pieceBytes));
  }
  const fault = reader.finish();
  return { records, fault };
}

interface ReadSettings {
  readonly delimiter?: string;
  /** The column of a cell found while reading; it is compared with the same cell of the whole record. */
  readonly column?: number;
  readonly limits?: Partial<RecordLimits>;
  readonly pieceBytes?: number;
}
