import { cellText } from '../csv/cell-ranges.ts';
import { NO_CELL } from '../csv/record-batch.ts';
import { callingCodeOf, countryOfCell } from '../phone/calling-codes.ts';
import { cleanNumber, cleanPlainText, MAX_NUMBER_CHARS, toPlainText } from '../phone/clean-number.ts';
import { judgeCleaned } from '../phone/judge-number.ts';
import { numberTableOf } from '../phone/number-table.ts';
import type { NumberTable, WrittenDigits } from '../phone/number-table.ts';
import { NOTHING_WRITTEN, readNumber, UNDECIDED } from '../phone/read-number.ts';
import type { IssueCode } from './issue.ts';
import { isMissing } from '../columns/missing-words.ts';

const QUOTE = 0x22;
/** A character of a number takes at most four bytes; of a longer cell only the beginning is judged. */
export const MAX_NUMBER_BYTES = MAX_NUMBER_CHARS * 4;
/**
 * How many refusals are remembered: files repeat "NA" and "0000000000", and each costs a full reading by the phone
 * library.
 */
const MAX_REMEMBERED = 500;
const MAX_CODES_REMEMBERED = 500;
const UNKNOWN = '';

/** Reads number cells as bytes: gives the number, or why it cannot be called. */
export class CellJudge {
  /** Why the last cell was refused. */
  reason: IssueCode = 'blank';
  readonly #country: string;
  readonly #table: NumberTable | undefined;
  readonly #digits: WrittenDigits = { value: 0, count: 0, leadingZeros: 0, plus: false };
  readonly #refusals = new Map<string, IssueCode>();
  /** What cells of a calling-code column mean: a country, UNKNOWN, or undefined for the file's own country. */
  readonly #countries = new Map<string, string | undefined>();

  constructor(country: string) {
    this.#country = country;
    this.#table = numberTableOf(country);
  }

  /** The E.164 digits as an integer; 0 if refused, and then `reason` says why. */
  read(bytes: Uint8Array, start: number, end: number): number {
    const number = this.#readBytes(bytes, start, end);
    if (number > 0) return number;
    if (number === NOTHING_WRITTEN) {
      this.reason = 'blank';
      return 0;
    }
    return this.#judge(textOf(bytes, start, end), this.#country);
  }

  /**
   * The same, when a cell beside it gives the number's country. A number that contains its own country code is
   * believed; any other must not be read as one of the file's country against that cell.
   */
  readWithCode(bytes: Uint8Array, start: number, end: number, codeStart: number, codeEnd: number): number {
    const country = codeStart === NO_CELL ? undefined : this.#countryOf(textOf(bytes, codeStart, codeEnd));
    if (country === undefined) return this.read(bytes, start, end);
    const text = textOf(bytes, start, end);
    if (country !== UNKNOWN) return this.#judge(text, country);
    if (cleanNumber(text) === '') this.reason = 'blank';
    else if (cleanNumber(text).startsWith('+')) return this.#judge(text, this.#country);
    else this.reason = 'calling_code_unclear';
    return 0;
  }

  #countryOf(text: string): string | undefined {
    if (this.#countries.has(text)) return this.#countries.get(text);
    const country = isMissing(text) ? this.#country : (countryOfCell(text) ?? UNKNOWN);
    const isOwn = country !== UNKNOWN && callingCodeOf(country) === callingCodeOf(this.#country);
    if (this.#countries.size >= MAX_CODES_REMEMBERED) this.#countries.clear();
    this.#countries.set(text, isOwn ? undefined : country);
    return isOwn ? undefined : country;
  }

  #readBytes(bytes: Uint8Array, start: number, end: number): number {
    if (start === NO_CELL || start === end) return NOTHING_WRITTEN;
    if (this.#table === undefined) return UNDECIDED;
    if (bytes[start] !== QUOTE) return readNumber(bytes, start, end, this.#table, this.#digits);
    // Quotes inside are not digits, so that only the outer two must be removed.
    if (end - start < 2 || bytes[end - 1] !== QUOTE) return UNDECIDED;
    return readNumber(bytes, start + 1, end - 1, this.#table, this.#digits);
  }

  #judge(text: string, country: string): number {
    const key = country === this.#country ? text : `${country}:${text}`;
    const known = this.#refusals.get(key);
    if (known === undefined) {
      const plain = toPlainText(text);
      const cleaned = cleanPlainText(plain);
      const verdict = judgeCleaned(plain, cleaned, country);
      if (verdict.ok) return Number(verdict.value);
      this.reason = cleaned === '' ? 'blank' : verdict.error.code;
      if (this.#refusals.size >= MAX_REMEMBERED) this.#refusals.clear();
      this.#refusals.set(key, this.reason);
    } else this.reason = known;
    return 0;
  }
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return start === NO_CELL ? '' : cellText(bytes, start, Math.min(end, start + MAX_NUMBER_BYTES));
}
