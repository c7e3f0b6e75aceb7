import { cellText } from '../csv/cell-ranges.ts';
import { spokenForm } from '../template/spoken-forms.ts';
import { isShortened, spokenValue } from '../template/spoken-value.ts';
import type { BoundVariable } from '../template/text-variables.ts';
import type { RowIssue } from './issue.ts';
import { listCell } from './list-row.ts';
import { NOT_PLAIN, plainLength } from './plain-length.ts';
import type { CheckSink, RowCells } from './cells/check-sink.ts';

/** `missing`: rows to be called without a value; `shortened`: rows whose value is too long to be sent whole. */
export type CheckedVariable = BoundVariable & { readonly missing: number; readonly shortened: number };

const LINE_END_BYTES = 2;

/** Between a check and its sink: examines every accepted row for what a text with variables needs. */
export class VariableCheck implements CheckSink {
  longestRowBytes = 0;
  readonly #variables: readonly BoundVariable[];
  readonly #columns: readonly number[];
  readonly #width: number;
  readonly #missing: number[];
  readonly #shortened: number[];
  readonly #fallbackBytes: readonly number[];
  readonly #sink: CheckSink;
  readonly #encoder = new TextEncoder();

  constructor(variables: readonly BoundVariable[], sink: CheckSink) {
    this.#variables = variables;
    this.#columns = variables.map(({ column }) => column);
    this.#width = Math.max(0, ...this.#columns) + 1;
    this.#missing = variables.map(() => 0);
    this.#shortened = variables.map(() => 0);
    this.#fallbackBytes = variables.map(({ fallback }) => this.#bytesOf(fallback));
    this.#sink = sink;
  }

  get variables(): CheckedVariable[] {
    return this.#variables.map((variable, at) => ({
      ...variable,
      missing: this.#missing[at] ?? 0,
      shortened: this.#shortened[at] ?? 0,
    }));
  }

  accepted(number: number, line: number, row: RowCells): void {
    const ranges = row.ranges(this.#width);
    let rowBytes = 1 + digitsOf(number) + LINE_END_BYTES;
    for (let at = 0; at < this.#columns.length; at++) {
      const cell = (this.#columns[at] ?? 0) * 2;
      const bytes = this.#listBytes(at, row.bytes, ranges[cell] ?? 0, ranges[cell + 1] ?? 0);
      if (bytes === 0) this.#missing[at] = (this.#missing[at] ?? 0) + 1;
      rowBytes += 1 + (bytes === 0 ? (this.#fallbackBytes[at] ?? 0) : bytes);
    }
    if (rowBytes > this.longestRowBytes) this.longestRowBytes = rowBytes;
    this.#sink.accepted(number, line, row);
  }

  issue(issue: RowIssue, row: RowCells): void {
    this.#sink.issue(issue, row);
  }

  /** Bytes of a cell in a list file; 0 if it has no value. */
  #listBytes(at: number, bytes: Uint8Array, start: number, end: number): number {
    const plain = plainLength(bytes, start, end);
    const spoken = this.#variables[at]?.spoken ?? null;
    if (plain === 0 || (plain !== NOT_PLAIN && spoken === null)) return plain;
    const cell = cellText(bytes, start, end);
    if (isShortened(cell)) this.#shortened[at] = (this.#shortened[at] ?? 0) + 1;
    const value = spokenValue(cell);
    return this.#bytesOf(value === '' || spoken === null ? value : spokenForm(value, spoken));
  }

  #bytesOf(value: string): number {
    return this.#encoder.encode(listCell(value)).length;
  }
}

/** Counts by comparing, because making a text of every number would take as long as everything else. */
function digitsOf(number: number): number {
  let digits = 1;
  for (let least = 10; number >= least; least *= 10) digits++;
  return digits;
}
