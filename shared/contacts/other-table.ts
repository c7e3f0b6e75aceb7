import { senseOf } from '../columns/column-headings.ts';
import type { IssueCode } from './issue.ts';
import { isMissing } from '../columns/missing-words.ts';

/** Headings found again amid the rows: those of another table, whose rows were read as this one's. */
export interface OtherTable {
  readonly line: number;
  readonly headings: readonly string[];
}

const MOST_TOLD = 5;
/** Rows looked at: each is decoded whole. */
const MOST_LOOKED_AT = 500;
const WORDS = new Set<IssueCode>(['not_a_number', 'letters', 'blank', 'calling_code_unclear']);

/** Looks through the rows that were refused for the headings of another table. */
export class TableWatch {
  readonly found: OtherTable[] = [];
  readonly #headings: string;
  #looked = 0;

  constructor(headings: readonly string[]) {
    this.#headings = keyOf(headings);
  }

  see(line: number, code: IssueCode, cells: () => readonly string[]): void {
    if (!WORDS.has(code) || this.found.length === MOST_TOLD || this.#looked === MOST_LOOKED_AT) return;
    this.#looked++;
    const row = cells();
    const filled = row.filter((cell) => !isMissing(cell));
    if (filled.length < 2 || keyOf(row) === this.#headings) return;
    const areWords = filled.every((cell) => !/\p{Nd}{4}/u.test(cell) && cell.length < 40);
    if (areWords && filled.some((cell) => senseOf(cell).isStrong)) this.found.push({ line, headings: row });
  }
}

function keyOf(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.trim().toLowerCase())
    .join('\n')
    .trimEnd();
}
