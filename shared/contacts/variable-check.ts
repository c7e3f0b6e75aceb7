import { spokenValue } from '../template/text-variables.ts';
import type { BoundVariable } from '../template/text-variables.ts';
import { listRow } from './list-row.ts';
import type { RowIssue } from './issue.ts';
import type { CheckSink, RowCells } from './row-check.ts';

export type CheckedVariable = BoundVariable & { readonly missing: number };

/** Stands between a check and its sink, and looks at what a text with variables needs of every accepted row. */
export class VariableCheck implements CheckSink {
  longestRowBytes = 0;
  readonly #variables: readonly BoundVariable[];
  readonly #missing: number[];
  readonly #sink: CheckSink;

  constructor(variables: readonly BoundVariable[], sink: CheckSink) {
    this.#variables = variables;
    this.#missing = variables.map(() => 0);
    this.#sink = sink;
  }

  get variables(): CheckedVariable[] {
    return this.#variables.map((variable, at) => ({ ...variable, missing: this.#missing[at] ?? 0 }));
  }

  accepted(number: number, line: number, row: RowCells): void {
    const cells = row.cells();
    for (const [at, { column }] of this.#variables.entries()) {
      if (spokenValue(cells[column]) === '') this.#missing[at] = (this.#missing[at] ?? 0) + 1;
    }
    // A character takes three bytes at most for each of its UTF-16 units: measured only where it may be the longest.
    const text = listRow(number, this.#variables, cells);
    if (text.length * 3 > this.longestRowBytes) {
      this.longestRowBytes = Math.max(this.longestRowBytes, new TextEncoder().encode(text).length);
    }
    this.#sink.accepted(number, line, row);
  }

  issue(issue: RowIssue, row: RowCells): void {
    this.#sink.issue(issue, row);
  }
}
