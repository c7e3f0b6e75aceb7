import { senseOf } from '../columns/column-headings.ts';
import { headingWords } from '../columns/heading-words.ts';
import { isTellingHeading } from '../columns/is-heading.ts';
import { isMissing } from '../columns/missing-words.ts';
import { termSet } from '../phone/phone-words.ts';
import type { IssueCode } from './issue.ts';

/** Headings in the middle of the rows: those of another table, whose rows were read as this one's. */
export interface OtherTable {
  readonly line: number;
  readonly headings: readonly string[];
}

const MOST_TOLD = 5;
/** How many rows are examined; each is decoded as a whole. */
const MOST_LOOKED_AT = 5_000;
const WORDS = new Set<IssueCode>(['not_a_number', 'letters', 'blank', 'calling_code_unclear', 'too_short']);
const MAX_HEADING_CHARS = 40;
const MAX_HEADING_WORDS = 4;
/** From this rank on, a heading names people to call. */
const CONTACT_RANK = 5;
/** Words in headings of any table. */
const HEADING_WORDS = termSet(`
  product products stock item items supplier vendor dealer warehouse depot region zone team target role designation total
  sales revenue code sku units date day time status type category department branch agent employee staff city name price
  rate amount qty remarks details description category location bank plan package course batch route vehicle particulars
`);
const NEGATIONS = termSet('not nahi nahin nahee without नहीं');
/** Words that begin a remark for an unknown number, or one not to be called; such a cell is not a heading. */
const REMARKS = termSet(`
  no not na nil wrong later pending awaited soon same above ditto see ask busy off invalid given refused dnd call called
  closed expired unknown tbd नहीं बाद
`);

interface Running {
  readonly table: OtherTable;
  /** How many rows were accepted before it. */
  readonly accepted: number;
  /** Its heading for the number column names people to call, like this table's. */
  readonly isAlike: boolean;
  /** Its cells might be an ordinary row's; only rows that are called below make it a heading. */
  readonly isWeak: boolean;
}

/** Searches refused rows for the headings of another table. */
export class TableWatch {
  readonly found: OtherTable[] = [];
  readonly #headings: string;
  readonly #numberColumn: number;
  #looked = 0;
  #gapLine = -1;
  #running: Running | undefined;
  #calls = false;

  constructor(headings: readonly string[], numberColumn: number) {
    this.#headings = keyOf(headings);
    this.#numberColumn = numberColumn;
  }

  /** Takes a refused row; `accepted` rows came before it. */
  see(line: number, code: IssueCode, cells: () => readonly string[], accepted: number): void {
    if (!WORDS.has(code) || this.found.length === MOST_TOLD || this.#looked === MOST_LOOKED_AT) return;
    this.#looked++;
    const row = cells();
    const filled = row.filter((cell) => !isMissing(cell));
    const isBehindGap = this.#gapLine === line - 1;
    // A title may stand between the blank line and the headings.
    if (filled.length === 0 || (filled.length === 1 && isBehindGap)) this.#gapLine = line;
    if (filled.length < 2) return;
    if (keyOf(row) === this.#headings) {
      this.#close(accepted);
      return;
    }
    const running = this.#headingsIn(row, filled, isBehindGap);
    if (running === undefined) return;
    this.#close(accepted);
    this.#running = { ...running, table: { line, headings: row }, accepted };
    if (!running.isWeak) this.found.push(this.#running.table);
  }

  /** Whether rows of another table are called by a column that does not hold their telephones. */
  callsOthers(accepted: number): boolean {
    this.#close(accepted);
    return this.#calls;
  }

  #close(accepted: number): void {
    const running = this.#running;
    this.#running = undefined;
    if (running === undefined || running.isAlike || accepted === running.accepted) return;
    this.#calls = true;
    if (running.isWeak) this.found.push(running.table);
  }

  #headingsIn(
    row: readonly string[],
    filled: readonly string[],
    isBehindGap: boolean,
  ): Pick<Running, 'isAlike' | 'isWeak'> | undefined {
    if (!filled.every((cell) => !/\p{Nd}{4}/u.test(cell) && cell.length < MAX_HEADING_CHARS)) return undefined;
    const cell = row[this.#numberColumn] ?? '';
    const sense = senseOf(cell);
    const namesContacts = sense.rank >= CONTACT_RANK && sense.avoid === null;
    // A list without headings says nothing that another table could be like.
    const hasNone = this.#headings === '';
    const isAlike = namesContacts && !hasNone;
    const telling = filled.filter(isTelling).length;
    if (telling >= 2 || (isBehindGap && telling > 0 && isWords(cell))) return { isAlike, isWeak: false };
    // A telephone word alone may be a remark ("no mobile number"): it is reported, but nothing more.
    if (filled.some((other) => senseOf(other).isStrong && !isRemark(other)))
      return { isAlike: isAlike || (!isBehindGap && !(namesContacts && hasNone)), isWeak: false };
    return isBehindGap && filled.every(mayHead) && isWords(cell) ? { isAlike, isWeak: true } : undefined;
  }
}

function isTelling(cell: string): boolean {
  return !isRemark(cell) && (isTellingHeading(cell) || headingWords(cell).some((word) => HEADING_WORDS.has(word)));
}

function isWords(cell: string): boolean {
  return /\p{L}/u.test(cell) && !isMissing(cell) && !isRemark(cell);
}

function isRemark(cell: string): boolean {
  const words = headingWords(cell);
  return REMARKS.has(words[0] ?? '') || words.some((word) => NEGATIONS.has(word));
}

/** Whether a cell is a few words that begin like a heading. */
function mayHead(cell: string): boolean {
  const words = cell.trim().split(/\s+/u);
  return words.length <= MAX_HEADING_WORDS && /^(?!\p{Ll})\p{L}/u.test(cell.trim()) && !isRemark(cell);
}

function keyOf(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.trim().toLowerCase())
    .join('\n')
    .trimEnd();
}
