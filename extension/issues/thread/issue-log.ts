import { ISSUE_CODES } from '../../../shared/contacts/issue.ts';
import type { IssueCode, RowIssue } from '../../../shared/contacts/issue.ts';

const FIRST_ROWS = 1 << 10;
const FIRST_BYTES = 1 << 14;
/** A UTF-16 unit takes three bytes at most. */
const BYTES_A_UNIT = 3;

/** Rows that were not accepted, in file order: about 13 bytes each and their value, where an object is ten times that. */
export class IssueLog {
  #lines = new Uint32Array(FIRST_ROWS);
  #firstLines = new Uint32Array(FIRST_ROWS);
  #codes = new Uint8Array(FIRST_ROWS);
  #ends = new Uint32Array(FIRST_ROWS);
  #values = new Uint8Array(FIRST_BYTES);
  #encoder = new TextEncoder();
  #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Lines must rise. */
  add({ line, value, code, firstLine = 0 }: RowIssue): void {
    const at = this.#count;
    if (at === this.#lines.length) this.#growRows();
    const start = this.#start(at);
    while (start + value.length * BYTES_A_UNIT > this.#values.length) this.#values = larger(this.#values);
    this.#lines[at] = line;
    this.#firstLines[at] = firstLine;
    this.#codes[at] = ISSUE_CODES.indexOf(code);
    this.#ends[at] = start + this.#encoder.encodeInto(value, this.#values.subarray(start)).written;
    this.#count++;
  }

  lineAt(at: number): number {
    return this.#lines[at] ?? 0;
  }

  /** The earlier line of a duplicate; 0 for anything else. */
  firstLineAt(at: number): number {
    return this.#firstLines[at] ?? 0;
  }

  codeAt(at: number): IssueCode {
    return ISSUE_CODES[this.#codes[at] ?? 0] ?? 'blank';
  }

  valueAt(at: number): string {
    return this.#decoder.decode(this.#values.subarray(this.#start(at), this.#ends[at]));
  }

  /** The place of a line, or where it would be. */
  placeOf(line: number): number {
    let from = 0;
    let to = this.#count;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.lineAt(middle) < line) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** -1 for a line that is none of these. */
  indexOf(line: number): number {
    const place = this.placeOf(line);
    return place < this.#count && this.lineAt(place) === line ? place : -1;
  }

  #start(at: number): number {
    return at === 0 ? 0 : (this.#ends[at - 1] ?? 0);
  }

  #growRows(): void {
    this.#lines = larger(this.#lines);
    this.#firstLines = larger(this.#firstLines);
    this.#codes = larger(this.#codes);
    this.#ends = larger(this.#ends);
  }
}

function larger<T extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(array: T): T;
function larger(array: Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>) {
  const grown = array instanceof Uint8Array ? new Uint8Array(array.length * 2) : new Uint32Array(array.length * 2);
  grown.set(array);
  return grown;
}
