import { createRecordReader } from '../../../shared/csv/record-reader.ts';
import type { RecordLimits } from '../../../shared/csv/record-reader.ts';
import type { RecordFault } from '../../../shared/csv/record-fault.ts';

const LIMITS: RecordLimits = { columns: 100, cellBytes: 1000, rowBytes: 10_000 };

export interface AllRecords {
  readonly records: string[][];
  readonly fault: RecordFault | undefined;
}

/** Every record of a text or of bytes, pushed in pieces of `pieceBytes`. */
export function readAll(
  content: string | Uint8Array,
  { delimiter = ',', limits = {}, pieceBytes = Number.POSITIVE_INFINITY }: ReadSettings = {},
): AllRecords {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const records: string[][] = [];
  const reader = createRecordReader(delimiter.charCodeAt(0), { ...LIMITS, ...limits }, (record) => {
    if (record.line !== records.length + 1) throw new Error(`Line ${record.line} after ${records.length}`);
    records.push(record.cells());
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
  readonly limits?: Partial<RecordLimits>;
  readonly pieceBytes?: number;
}
