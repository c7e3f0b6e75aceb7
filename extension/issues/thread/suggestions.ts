import { suggestNumber, SUGGESTION_KINDS } from '../../../shared/contacts/suggest-number.ts';
import type { SuggestionKind } from '../../../shared/contacts/suggest-number.ts';
import type { IssueCode } from '../../../shared/contacts/issue.ts';
import type { IssueLog } from './issue-log.ts';

const UNKNOWN = -1;
const NONE = 0;
const NOTHING = [NONE, 0] as const;
/** Values to remember, because files repeat some very often: "NA", "0000000000". */
const MAX_REMEMBERED = 2_000;

/** Rows that are not refused for their number, so no other is suggested. */
const NOT_FOR_THE_NUMBER: ReadonlySet<IssueCode> = new Set([
  'duplicate',
  'blank',
  'suppressed',
  'do_not_call',
  'total_row',
  'note_row',
  'called_recently',
]);

/** The suggested number of every row, computed once and at the latest when asked for. */
export class Suggestions {
  readonly #log: IssueLog;
  readonly #country: string;
  readonly #numbers: Float64Array;
  readonly #kinds: Uint8Array;
  readonly #known = new Map<string, readonly [number: number, kind: number]>();
  #next = 0;

  constructor(log: IssueLog, country: string) {
    this.#log = log;
    this.#country = country;
    this.#numbers = new Float64Array(log.count).fill(UNKNOWN);
    this.#kinds = new Uint8Array(log.count);
  }

  /** How many rows have been computed, from the first on. */
  get workedOut(): number {
    return this.#next;
  }

  get isComplete(): boolean {
    return this.#next >= this.#numbers.length;
  }

  /** E.164 digits; 0 if nothing is suggested. */
  at(index: number): number {
    const known = this.#numbers[index] ?? NONE;
    if (known !== UNKNOWN) return known;
    const [number, kind] = this.#suggest(index);
    this.#numbers[index] = number;
    this.#kinds[index] = kind;
    return number;
  }

  /** The kind of suggestion; null if there is none. */
  kindAt(index: number): SuggestionKind | null {
    return this.at(index) === NONE ? null : (SUGGESTION_KINDS[this.#kinds[index] ?? 0] ?? null);
  }

  /** Computes some more rows, in file order. */
  workOut(rows: number): void {
    const end = Math.min(this.#next + rows, this.#numbers.length);
    while (this.#next < end) this.at(this.#next++);
  }

  #suggest(index: number): readonly [number: number, kind: number] {
    if (NOT_FOR_THE_NUMBER.has(this.#log.codeAt(index)) || this.#log.cellLineAt(index) === 0) return NOTHING;
    const value = this.#log.valueAt(index);
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const suggestion = suggestNumber(value, this.#country);
    const found =
      suggestion === null ? NOTHING : ([Number(suggestion.number), SUGGESTION_KINDS.indexOf(suggestion.kind)] as const);
    if (this.#known.size >= MAX_REMEMBERED) this.#known.clear();
    this.#known.set(value, found);
    return found;
  }
}
