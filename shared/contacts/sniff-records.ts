import { RecordReader } from '../csv/record-reader.ts';
import type { Delimiter } from '../csv/detect-delimiter.ts';
import type { RecordFault } from '../csv/record-fault.ts';
import type { RecordLimits } from '../csv/record-limits.ts';

const RECORDS_SNIFFED = 100;
/** Records read at each place in the middle of the file. */
const RECORDS_A_PLACE = 20;

interface TextRecord {
  readonly line: number;
  readonly cells: string[];
}

interface Head {
  readonly records: TextRecord[];
  /** Number of cells of the widest record, including empty ones on the right. */
  readonly widest: number;
  /** Why reading stopped; never because the following bytes are missing. */
  readonly fault: RecordFault | undefined;
}

/** The first records that hold anything, without empty cells on the right. */
export function readHead(head: Uint8Array, complete: boolean, delimiter: Delimiter, limits: RecordLimits): Head {
  const records: TextRecord[] = [];
  let widest = 0;
  const reader = new RecordReader(delimiter.charCodeAt(0), 0, limits, (batch) => {
    for (let index = 0; index < batch.count && records.length < RECORDS_SNIFFED; index++) {
      const cells = batch.cells(index);
      widest = Math.max(widest, cells.length);
      while (cells.length > 0 && cells.at(-1)?.trim() === '') cells.pop();
      if (cells.length > 0) records.push({ line: batch.firstLine + index, cells });
    }
    return records.length < RECORDS_SNIFFED;
  });
  const fault = reader.push(head);
  // A record that is cut off is incomplete, but better than none.
  const last = complete || records.length === 0 ? reader.finish() : undefined;
  return { records, widest, fault: complete ? last : fault };
}

/** The complete rows of a piece from the middle of the file, which begins and ends anywhere. */
export function readPlace(piece: Uint8Array, delimiter: Delimiter, limits: RecordLimits): string[][] {
  const start = piece.indexOf(LF) + 1;
  const rows: string[][] = [];
  const reader = new RecordReader(delimiter.charCodeAt(0), 0, limits, (batch) => {
    for (let index = 0; index < batch.count && rows.length < RECORDS_A_PLACE; index++) rows.push(batch.cells(index));
    return rows.length < RECORDS_A_PLACE;
  });
  reader.push(piece.subarray(start));
  return rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
}

const LF = 0x0a;
