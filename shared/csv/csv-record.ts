import { decodeText } from './decode-text.ts';

const QUOTE = 0x22;

/** One record as it stands in the reader's window: filled anew for each record, so valid only while it is handed over. */
export class CsvRecord {
  bytes: Uint8Array = new Uint8Array(0);
  /** Ordinal, from 1. */
  line = 0;
  count = 0;
  /** Where the record starts in `bytes`; `ends` counts from here. */
  base = 0;
  /** Where each cell ends; the next one starts a byte later. */
  ends: Int32Array = new Int32Array(64);

  add(end: number): void {
    if (this.count === this.ends.length) {
      const larger = new Int32Array(this.ends.length * 2);
      larger.set(this.ends);
      this.ends = larger;
    }
    this.ends[this.count] = end;
    this.count++;
  }

  isEmpty(): boolean {
    return this.count === 0 || (this.count === 1 && this.ends[0] === 0);
  }

  /** Where a cell starts in `bytes`, its quotes included. */
  startOf(index: number): number {
    return index === 0 ? this.base : this.base + (this.ends[index - 1] ?? 0) + 1;
  }

  endOf(index: number): number {
    return this.base + (this.ends[index] ?? 0);
  }

  /** The text of a cell, empty where the record has no such cell; at most `maxBytes` of it are read. */
  cell(index: number, maxBytes: number = Number.POSITIVE_INFINITY): string {
    if (index >= this.count) return '';
    const start = this.startOf(index);
    const end = Math.min(this.endOf(index), start + maxBytes);
    if (end === start || this.bytes[start] !== QUOTE) return decodeText(this.bytes, start, end);
    const plain = unquote(this.bytes.subarray(start, end));
    return decodeText(plain, 0, plain.length);
  }

  cells(): string[] {
    return Array.from({ length: this.count }, (_, index) => this.cell(index));
  }
}

/** Undoes RFC 4180 quoting; what follows the closing quote is kept as it stands, as spreadsheets keep it. */
function unquote(written: Uint8Array): Uint8Array {
  const plain = new Uint8Array(written.length);
  let length = 0;
  let inQuotes = true;
  for (let index = 1; index < written.length; index++) {
    const byte = written[index] ?? 0;
    if (inQuotes && byte === QUOTE) {
      if (written[index + 1] === QUOTE) index++;
      else {
        inQuotes = false;
        continue;
      }
    }
    plain[length++] = byte;
  }
  return plain.subarray(0, length);
}
