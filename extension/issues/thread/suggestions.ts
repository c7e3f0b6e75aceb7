import { suggestNumber } from '../../../shared/contacts/suggest-number.ts';
import type { IssueLog } from './issue-log.ts';

const UNKNOWN = -1;
const NONE = 0;
/** What repeats in files repeats often: "NA", "0000000000". */
const MAX_REMEMBERED = 2_000;

/** The suggested number of every row, worked out once and at the latest when it is asked for. */
export class Suggestions {
  readonly #log: IssueLog;
  readonly #country: string;
  readonly #numbers: Float64Array;
  readonly #known = new Map<string, number>();
  #next = 0;

  constructor(log: IssueLog, country: string) {
    this.#log = log;
    this.#country = country;
    this.#numbers = new Float64Array(log.count).fill(UNKNOWN);
  }

  /** Rows worked out so far, from the first. */
  get workedOut(): number {
    return this.#next;
  }

  get isComplete(): boolean {
    return this.#next >= this.#numbers.length;
  }

  /** E.164 digits; 0 where nothing is suggested. */
  at(index: number): number {
    const known = this.#numbers[index] ?? NONE;
    if (known !== UNKNOWN) return known;
    const number = this.#suggest(index);
    this.#numbers[index] = number;
    return number;
  }

  /** Works out some more, in file order. */
  workOut(rows: number): void {
    const end = Math.min(this.#next + rows, this.#numbers.length);
    while (this.#next < end) this.at(this.#next++);
  }

  #suggest(index: number): number {
    const code = this.#log.codeAt(index);
    if (code === 'duplicate' || code === 'blank') return NONE;
    const value = this.#log.valueAt(index);
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const number = Number(suggestNumber(value, this.#country) ?? NONE);
    if (this.#known.size >= MAX_REMEMBERED) this.#known.clear();
    this.#known.set(value, number);
    return number;
  }
}
