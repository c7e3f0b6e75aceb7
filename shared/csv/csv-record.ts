import { decodeText } from './decode-text.ts';

const QUOTE = 0x22;

export const PLAIN = 0;
/** Its outer quotes are cut off already, and nothing inside needs undoing. */
export const QUOTED = 1;
/** From its opening quote on, as written: holds doubled quotes, or text after the closing quote. */
export const ESCAPED = 2;

/** One record as byte ranges of the reader's window: filled again for each record, so valid only while it is handed over. */
export class CsvRecord {
  bytes: Uint8Array = new Uint8Array(0);
  /** Ordinal, from 1. */
  line = 0;
  count = 0;
  /** Where the record starts in `bytes`; cell offsets count from here. */
  base = 0;
  starts: Int32Array = new Int32Array(64);
  ends: Int32Array = new Int32Array(64);
  kinds: Uint8Array = new Uint8Array(64);

  add(start: number, end: number, kind: number): void {
    if (this.count === this.starts.length) this.#grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.kinds[this.count] = kind;
    this.count++;
  }

  isEmpty(): boolean {
    return this.count === 0 || (this.count === 1 && this.starts[0] === this.ends[0]);
  }

  /** The text of a cell, empty where the record has no such cell; at most `maxBytes` of it are read. */
  cell(index: number, maxBytes: number = Number.POSITIVE_INFINITY): string {
    if (index >= this.count) return '';
    const start = this.base + (this.starts[index] ?? 0);
    const end = Math.min(this.base + (this.ends[index] ?? 0), start + maxBytes);
    if (this.kinds[index] !== ESCAPED) return decodeText(this.bytes, start, end);
    const plain = unquote(this.bytes.subarray(start, end));
    return decodeText(plain, 0, plain.length);
  }

  cells(): string[] {
    return Array.from({ length: this.count }, (_, index) => this.cell(index));
  }

  #grow(): void {
    const size = this.starts.length * 2;
    const [starts, ends, kinds] = [new Int32Array(size), new Int32Array(size), new Uint8Array(size)];
    starts.set(this.starts);
    ends.set(this.ends);
    kinds.set(this.kinds);
    [this.starts, this.ends, this.kinds] = [starts, ends, kinds];
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
