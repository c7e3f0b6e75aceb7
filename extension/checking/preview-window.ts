import type { RowIssue } from '../../shared/contacts/issue.ts';
import type { CheckSink, RowCells } from '../../shared/contacts/cells/check-sink.ts';
import { toE164 } from '../../shared/phone/judge-number.ts';
import { fillText, missingVariables, shortenedVariables } from '../../shared/template/text-variables.ts';
import type { BoundText } from '../../shared/template/text-variables.ts';
import type { AbsentRow, PreviewPage, PreviewRow, PreviewWant } from './check-messages.ts';

/** Rows on each side of the wanted one, so that stepping to the next or previous needs no new reading. */
const ROWS_BESIDE = 20;
/** Cells are decoded only within this many lines of the wanted one. */
const LINES_NEAR = 500;
const CELLS_SHOWN = 6;
const MAX_CELL_CHARS = 120;

/** Receives every row of a check and keeps those around the wanted one. */
export class PreviewWindow implements CheckSink {
  /** The last called row so far; 0 before the first. */
  lastLine = 0;
  #rows: PreviewRow[] = [];
  #at = -1;
  #passed = 0;
  #cut = false;
  #issue: RowIssue | null = null;
  readonly #want: PreviewWant;
  readonly #bound: BoundText;
  readonly #headings: readonly string[];

  constructor(want: PreviewWant, bound: BoundText, headings: readonly string[]) {
    this.#want = want;
    this.#bound = bound;
    this.#headings = headings;
  }

  /** Whether all that is needed has been read. */
  get isFull(): boolean {
    return this.#cut;
  }

  accepted(number: number, line: number, row: RowCells): void {
    this.lastLine = line;
    if (this.#at >= 0 && this.#rows.length - this.#at > ROWS_BESIDE) {
      this.#cut = true;
      return;
    }
    if (this.#want.at === 'line' && line < this.#want.line - LINES_NEAR) {
      this.#passed += 1;
      return;
    }
    const read = this.#read(number, line, row.cells());
    this.#rows.push(read);
    if (this.#at >= 0) return;
    if (this.#isWanted(read)) this.#at = this.#rows.length - 1;
    else if (this.#rows.length > ROWS_BESIDE) {
      this.#rows.shift();
      this.#passed += 1;
    }
  }

  issue(issue: RowIssue): void {
    if (this.#want.at === 'line' && issue.line === this.#want.line) this.#issue ??= issue;
  }

  /** If nobody is called on the wanted line, the rows around it: the next one called, or otherwise the last. */
  page(): PreviewPage {
    const at = this.#at === -1 && this.#want.at === 'line' ? this.#rows.length - 1 : this.#at;
    const rows = at === -1 ? [] : this.#rows;
    return { rows, at, isFirst: this.#passed === 0, isLast: !this.#cut, absent: this.#absent(rows[at]) };
  }

  #absent(shown: PreviewRow | undefined): AbsentRow | null {
    if (this.#want.at !== 'line' || this.#want.exactly !== true || shown?.line === this.#want.line) return null;
    return { line: this.#want.line, issue: this.#issue };
  }

  #isWanted({ line, missing }: PreviewRow): boolean {
    return this.#want.at === 'line' ? line >= this.#want.line : missing.includes(this.#want.variable);
  }

  #read(number: number, line: number, cells: readonly string[]): PreviewRow {
    const parts = fillText(this.#bound, cells);
    const missing = missingVariables(this.#bound, cells);
    const shortened = shortenedVariables(this.#bound, cells);
    const shown = this.#headings.slice(0, CELLS_SHOWN).map((heading, column) => ({
      heading,
      value: (cells[column] ?? '').slice(0, MAX_CELL_CHARS).toWellFormed(),
    }));
    return { line, number: toE164(number), parts, missing, shortened, cells: shown };
  }
}
