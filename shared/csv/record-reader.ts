import { CsvRecord } from './csv-record.ts';
import type { RecordFault } from './record-fault.ts';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
/** How much is copied into the window at a time: large enough to cost nothing, small enough to stay in the cache. */
const SLICE_BYTES = 64 * 1024;

const AT_CELL_START = 0;
const IN_PLAIN = 1;
const IN_QUOTES = 2;
const AFTER_QUOTE = 3;

export interface RecordLimits {
  readonly columns: number;
  readonly cellBytes: number;
  readonly rowBytes: number;
}

export interface RecordReader {
  /** Any cut of the bytes gives the same records and the same fault. */
  push(bytes: Uint8Array): RecordFault | undefined;
  finish(): RecordFault | undefined;
}

/**
 * Cuts UTF-8 (or any ASCII-shaped) bytes into records: RFC 4180, and what spreadsheets and people add to it. LF, CRLF and
 * CR all end a record; a quote counts only where a cell starts; text after a closing quote is kept. Every record is handed
 * to `onRecord`, blank ones included; `false` from it stops the reading for good. Memory: one record and a slice.
 */
export function createRecordReader(
  delimiter: number,
  limits: RecordLimits,
  onRecord: (record: CsvRecord) => boolean,
): RecordReader {
  const isStop = new Uint8Array(256);
  isStop[delimiter] = 1;
  isStop[LF] = 1;
  isStop[CR] = 1;
  const record = new CsvRecord();
  let window = new Uint8Array(SLICE_BYTES * 2);
  let filled = 0;
  let position = 0;
  let recordStart = 0;
  let cellStart = 0;
  let state = AT_CELL_START;
  let isQuoted = false;
  let skipLf = false;
  let stopped = false;
  let fault: RecordFault | undefined;

  function fail(reason: RecordFault): false {
    fault = reason;
    stopped = true;
    return false;
  }

  function tooLong(): false {
    const line = record.line + 1;
    // A quote that is never closed is the usual cause, and where it opened is what helps.
    return fail(
      isQuoted ? { code: 'unclosed_quote', line } : { code: 'cell_too_long', line, limitBytes: limits.cellBytes },
    );
  }

  function closeCell(end: number): boolean {
    if (end - cellStart > limits.cellBytes) return tooLong();
    if (record.count >= limits.columns) {
      return fail({ code: 'too_many_columns', line: record.line + 1, limit: limits.columns });
    }
    record.add(end - recordStart);
    return true;
  }

  function closeRecord(next: number): boolean {
    record.bytes = window;
    record.base = recordStart;
    record.line++;
    stopped = !onRecord(record);
    record.count = 0;
    recordStart = next;
    return !stopped;
  }

  /** A quote that spans lines and then closes amid text has swallowed rows: better said than done. */
  function spansLines(end: number): boolean {
    for (let index = cellStart; index < end; index++) if (window[index] === LF || window[index] === CR) return true;
    return false;
  }

  function scan(): void {
    const bytes = window;
    const end = filled;
    let index = position;
    while (index < end) {
      if (state === AT_CELL_START) {
        const first = bytes[index];
        if (skipLf) {
          skipLf = false;
          if (first === LF) {
            index++;
            recordStart = index;
            cellStart = index;
            continue;
          }
        }
        if (cellStart - recordStart > limits.rowBytes) {
          fail({ code: 'row_too_long', line: record.line + 1, limitBytes: limits.rowBytes });
          return;
        }
        isQuoted = first === QUOTE;
        state = isQuoted ? IN_QUOTES : IN_PLAIN;
        if (isQuoted) index++;
      }
      if (state === IN_PLAIN) {
        while (index < end && isStop[bytes[index] ?? 0] === 0) index++;
        if (index === end) break;
        if (!closeCell(index)) return;
        const stop = bytes[index];
        index++;
        state = AT_CELL_START;
        if (stop !== delimiter) {
          skipLf = stop === CR;
          if (!closeRecord(index)) return;
        }
        cellStart = index;
      } else if (state === IN_QUOTES) {
        while (index < end && bytes[index] !== QUOTE) index++;
        if (index === end) break;
        index++;
        state = AFTER_QUOTE;
      } else {
        const next = bytes[index] ?? 0;
        if (next === QUOTE) {
          state = IN_QUOTES;
          index++;
        } else {
          state = IN_PLAIN;
          if (isStop[next] === 0 && spansLines(index)) {
            fail({ code: 'unclosed_quote', line: record.line + 1 });
            return;
          }
        }
      }
    }
    position = index;
    if (state !== AT_CELL_START && end - cellStart > limits.cellBytes) tooLong();
  }

  function makeRoom(bytes: number): void {
    if (filled + bytes <= window.length) return;
    const kept = filled - recordStart;
    // Half of it stays free, so that a long record fed byte by byte is not moved for every byte.
    if ((kept + bytes) * 2 > window.length) {
      const larger = new Uint8Array((kept + bytes) * 2);
      larger.set(window.subarray(recordStart, filled));
      window = larger;
    } else window.copyWithin(0, recordStart, filled);
    position -= recordStart;
    cellStart -= recordStart;
    filled = kept;
    recordStart = 0;
  }

  return {
    push(bytes) {
      for (let from = 0; from < bytes.length; from += SLICE_BYTES) {
        if (stopped) break;
        const slice = bytes.subarray(from, from + SLICE_BYTES);
        makeRoom(slice.length);
        window.set(slice, filled);
        filled += slice.length;
        scan();
      }
      return fault;
    },
    finish() {
      if (stopped) return fault;
      stopped = true;
      if (state === IN_QUOTES) fail({ code: 'unclosed_quote', line: record.line + 1 });
      else if (state !== AT_CELL_START || record.count > 0) {
        if (state === AT_CELL_START) isQuoted = false;
        if (closeCell(filled)) closeRecord(filled);
        stopped = true;
      }
      return fault;
    },
  };
}
