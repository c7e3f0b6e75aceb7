import { ISSUE_CODES } from '../../../shared/contacts/issue.ts';
import type { IssueCode, RowIssue } from '../../../shared/contacts/issue.ts';

const FIRST_ROWS = 1 << 10;
const FIRST_BYTES = 1 << 14;
/** A bit in a reason's byte: correcting the row's number cell would not make the row valid. */
const BESIDE = 0x80;
/** Characters kept of a name; more never fits beside its row. */
const NAME_CHARS = 60;
/** A UTF-16 unit takes three bytes at most. */
const BYTES_A_UNIT = 3;

/**
 * Rows that were not accepted, in file order: about 17 bytes each plus value and name; an object per row would take ten
 * times that.
 */
export class IssueLog {
  #lines = new Uint32Array(FIRST_ROWS);
  #firstLines = new Uint32Array(FIRST_ROWS);
  #codes = new Uint8Array(FIRST_ROWS);
  #ends = new Uint32Array(FIRST_ROWS);
  #values = new Uint8Array(FIRST_BYTES);
  #names = new Uint8Array(FIRST_BYTES);
  #nameEnds = new Uint32Array(FIRST_ROWS);
  #encoder = new TextEncoder();
  #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /**
   * Lines must be added in ascending order; a line occurs as often as it has number columns. `name` is the person's
   * name.
   */
  add({ line, value, code, firstLine = 0, column, lacks }: RowIssue, name = ''): void {
    const at = this.#count;
    if (at === this.#lines.length) this.#growRows();
    const start = this.#start(at);
    while (start + value.length * BYTES_A_UNIT > this.#values.length) this.#values = larger(this.#values);
    this.#lines[at] = line;
    this.#firstLines[at] = firstLine;
    this.#codes[at] = ISSUE_CODES.indexOf(code) | (column === undefined && lacks === undefined ? 0 : BESIDE);
    this.#ends[at] = start + this.#encoder.encodeInto(value, this.#values.subarray(start)).written;
    this.#addName(at, name.slice(0, NAME_CHARS).toWellFormed());
    this.#count++;
  }

  get hasNames(): boolean {
    return this.#nameStart(this.#count) > 0;
  }

  lineAt(at: number): number {
    return this.#lines[at] ?? 0;
  }

  /** The line, if this is its number cell and may be corrected; 0 for a cell of a further column. */
  cellLineAt(at: number): number {
    return ((this.#codes[at] ?? 0) & BESIDE) === 0 ? this.lineAt(at) : 0;
  }

  /** The earlier line that a duplicate repeats; otherwise 0. */
  firstLineAt(at: number): number {
    return this.#firstLines[at] ?? 0;
  }

  codeAt(at: number): IssueCode {
    return ISSUE_CODES[(this.#codes[at] ?? 0) & ~BESIDE] ?? 'blank';
  }

  valueAt(at: number): string {
    return this.#decoder.decode(this.#values.subarray(this.#start(at), this.#ends[at]));
  }

  /** The person's name; empty if the file does not say. */
  nameAt(at: number): string {
    return this.#decoder.decode(this.#names.subarray(this.#nameStart(at), this.#nameEnds[at]));
  }

  /** The place of a line, or where it would be inserted. */
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

  /** The place of a line's number cell; -1 if the line is not in the log. */
  indexOf(line: number): number {
    for (let place = this.placeOf(line); place < this.#count && this.lineAt(place) === line; place++) {
      if (this.cellLineAt(place) === line) return place;
    }
    return -1;
  }

  #start(at: number): number {
    return at === 0 ? 0 : (this.#ends[at - 1] ?? 0);
  }

  #addName(at: number, name: string): void {
    const start = this.#nameStart(at);
    while (start + name.length * BYTES_A_UNIT > this.#names.length) this.#names = larger(this.#names);
    this.#nameEnds[at] = start + this.#encoder.encodeInto(name, this.#names.subarray(start)).written;
  }

  #nameStart(at: number): number {
    return at === 0 ? 0 : (this.#nameEnds[at - 1] ?? 0);
  }

  #growRows(): void {
    this.#lines = larger(this.#lines);
    this.#firstLines = larger(this.#firstLines);
    this.#codes = larger(this.#codes);
    this.#ends = larger(this.#ends);
    this.#nameEnds = larger(this.#nameEnds);
  }
}

function larger<T extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(array: T): T;
function larger(array: Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>) {
  const grown = array instanceof Uint8Array ? new Uint8Array(array.length * 2) : new Uint32Array(array.length * 2);
  grown.set(array);
  return grown;
}
