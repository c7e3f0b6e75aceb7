import type { CheckSink, RowCells } from '../../shared/contacts/row-check.ts';
import { fillText } from '../../shared/template/text-variables.ts';
import type { BoundText } from '../../shared/template/text-variables.ts';
import { messageParts } from '../../shared/template/message-parts.ts';

/** Counts the parts of everybody's message, each with their own values in it: that is what is billed. */
export class PartCount implements CheckSink {
  parts = 0;
  readonly #bound: BoundText;
  /** Of a text that is the same for everybody; null where each has their own. */
  readonly #same: number | null;

  constructor(bound: BoundText) {
    this.#bound = bound;
    this.#same = bound.variables.length === 0 ? this.#partsOf([]) : null;
  }

  accepted(_number: number, _line: number, row: RowCells): void {
    this.parts += this.#same ?? this.#partsOf(row.cells());
  }

  issue(): void {}

  #partsOf(cells: readonly string[]): number {
    const filled = fillText(this.#bound, cells).map((part) => (part.kind === 'text' ? part.text : part.value));
    return messageParts(filled.join('')).parts;
  }
}
