import { cellRanges } from './cell-ranges.ts';
import type { RecordFault } from './record-fault.ts';

const QUOTE = 0x22;

export interface RecordLimits {
  readonly columns: number;
  readonly cellBytes: number;
  readonly rowBytes: number;
}

/**
 * The first limit that the record at `bytes[start, end)` exceeds, if any. Of a row that is too long only the bytes up
 * to the limit are examined, so that the answer does not depend on how much of it has arrived.
 */
export function breachOf(
  bytes: Uint8Array,
  start: number,
  end: number,
  delimiter: number,
  limits: RecordLimits,
  line: number,
): RecordFault | undefined {
  const isTooLong = end - start > limits.rowBytes;
  const ranges = cellRanges(bytes, start, isTooLong ? start + limits.rowBytes + 1 : end, delimiter);
  for (let at = 0; at < ranges.length; at += 2) {
    const cellStart = ranges[at] ?? 0;
    if ((ranges[at + 1] ?? 0) - cellStart <= limits.cellBytes) continue;
    // An unclosed quote is the usual cause, and the line where it opened helps most.
    if (bytes[cellStart] === QUOTE) return { code: 'unclosed_quote', line };
    return { code: 'cell_too_long', line, limitBytes: limits.cellBytes };
  }
  if (ranges.length > limits.columns * 2) return { code: 'too_many_columns', line, limit: limits.columns };
  return isTooLong ? { code: 'row_too_long', line, limitBytes: limits.rowBytes } : undefined;
}
