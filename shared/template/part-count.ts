import type { CheckSink, RowCells } from '../contacts/cells/check-sink.ts';
import type { RowIssue } from '../contacts/issue.ts';
import { countMessageParts } from './message-parts.ts';
import { fillText } from './text-variables.ts';
import type { BoundText } from './text-variables.ts';

/**
 * Between a check and its sink: counts the parts of everybody's message with their own values, because that is what is
 * billed.
 */
export class PartCount implements CheckSink {
  parts = 0;
  readonly #bound: BoundText;
  readonly #sink: CheckSink;
  /** Parts of a text that is the same for everybody; null if each has their own. */
  readonly #same: number | null;

  constructor(bound: BoundText, sink: CheckSink) {
    this.#bound = bound;
    this.#sink = sink;
    this.#same = bound.variables.length === 0 ? this.#partsOf([]) : null;
  }

  accepted(number: number, line: number, row: RowCells): void {
    this.parts += this.#same ?? this.#partsOf(row.cells());
    this.#sink.accepted(number, line, row);
  }

  issue(issue: RowIssue, row: RowCells): void {
    this.#sink.issue(issue, row);
  }

  #partsOf(cells: readonly string[]): number {
    const filled = fillText(this.#bound, cells).map((part) => (part.kind === 'text' ? part.text : part.value));
    return countMessageParts(filled.join(''));
  }
}
