import { MAX_ISSUE_VALUE_CHARS } from '../limits.ts';
import { toE164 } from '../phone/judge-number.ts';
import { mayBeComputed } from './cells/total-row.ts';
import { judgeValue } from './judge-value.ts';
import type { IssueCode } from './issue.ts';
import { binOf } from './bins.ts';
import type { RowCounts } from './bins.ts';

/** What the check will say about a corrected row. `inPlaceOf`: the later line that becomes a duplicate of this one. */
export type Verdict =
  | { readonly is: 'accepted'; readonly number: number; readonly inPlaceOf?: number }
  | { readonly is: 'refused'; readonly code: IssueCode; readonly firstLine?: number };

export interface CheckedBefore {
  readonly country: string;
  readonly callDuplicates: boolean;
  readonly rows: Readonly<RowCounts>;
  /** The line on which the unchanged file has this number accepted; 0 if on none. */
  readonly lineOf: (number: number) => number;
}

interface Corrected {
  readonly value: string;
  readonly was: IssueCode;
  /** 0 if the value is not a number; then `code` says why. */
  readonly number: number;
  readonly code: IssueCode;
}

/**
 * New values for rows that were not accepted, and what a check of the corrected file will say, computed without
 * checking it again. The check accepts the first line of a number, so a corrected line may take the place of a later
 * one. Accepted rows are never corrected: the line on which a number was first accepted stays its line.
 */
export class Corrections {
  readonly #before: CheckedBefore;
  readonly #rows: RowCounts;
  readonly #corrected = new Map<number, Corrected>();
  /** For each number, the corrected lines that now hold it, ascending. */
  readonly #lines = new Map<number, number[]>();
  /** For each accepted line, the corrected line that now comes before it with the same number. */
  readonly #displaced = new Map<number, number>();

  constructor(before: CheckedBefore) {
    this.#before = before;
    this.#rows = { ...before.rows };
  }

  get size(): number {
    return this.#corrected.size;
  }

  /** The counts that a check of the corrected file will give. */
  get rows(): Readonly<RowCounts> {
    return this.#rows;
  }

  /** `was` is what the check said about the unchanged row. */
  set(line: number, value: string, was: IssueCode): void {
    const text = cleanValue(value);
    if (was === 'total_row' && mayBeComputed(text)) {
      this.#put(line, { value: text, was, number: 0, code: was });
      return;
    }
    const judged = judgeValue(text, this.#before.country);
    this.#put(line, { value: text, was, number: judged.ok ? judged.value : 0, code: judged.ok ? was : judged.error });
  }

  /** The same for a value that is known to be a number, such as a suggestion. `number` is E.164 digits. */
  setNumber(line: number, number: number, was: IssueCode): void {
    this.#put(line, { value: toE164(number), was, number, code: was });
  }

  remove(line: number): void {
    const corrected = this.#corrected.get(line);
    if (corrected === undefined) return;
    this.#corrected.delete(line);
    this.#rows[binOf(corrected.was)]++;
    if (corrected.number === 0) this.#rows[binOf(corrected.code)]--;
    else this.#change(corrected.number, (lines) => lines.splice(placeOf(lines, line), 1));
  }

  valueOf(line: number): string | undefined {
    return this.#corrected.get(line)?.value;
  }

  /** Undefined for a line that was not corrected. */
  verdictOf(line: number): Verdict | undefined {
    const corrected = this.#corrected.get(line);
    if (corrected === undefined) return undefined;
    const { number, code } = corrected;
    if (number === 0) return { is: 'refused', code };
    if (this.#before.callDuplicates) return { is: 'accepted', number };
    const before = this.#before.lineOf(number);
    const first = this.#lines.get(number)?.[0] ?? line;
    const winner = before !== 0 && before < first ? before : first;
    if (winner !== line) return { is: 'refused', code: 'duplicate', firstLine: winner };
    return before === 0 ? { is: 'accepted', number } : { is: 'accepted', number, inPlaceOf: before };
  }

  /** The line that counts as first now: `firstLine`, or a corrected line that took its place. */
  firstLineNow(firstLine: number): number {
    return this.#displaced.get(firstLine) ?? firstLine;
  }

  /** Ascending by line, as `correctFile` needs them. */
  inOrder(): [line: number, value: string][] {
    return Array.from(this.#corrected, ([line, { value }]): [number, string] => [line, value]).sort(
      ([left], [right]) => left - right,
    );
  }

  #put(line: number, corrected: Corrected): void {
    this.remove(line);
    this.#corrected.set(line, corrected);
    this.#rows[binOf(corrected.was)]--;
    if (corrected.number === 0) this.#rows[binOf(corrected.code)]++;
    else this.#change(corrected.number, (lines) => lines.splice(placeOf(lines, line), 0, line));
  }

  /** Counts a number's rows again after its corrected lines change. */
  #change(number: number, change: (lines: number[]) => unknown): void {
    const lines = this.#lines.get(number) ?? [];
    this.#count(number, lines, -1);
    change(lines);
    this.#count(number, lines, 1);
    if (lines.length === 0) this.#lines.delete(number);
    else this.#lines.set(number, lines);
  }

  #count(number: number, lines: readonly number[], sign: 1 | -1): void {
    const [first] = lines;
    if (first === undefined) return;
    if (this.#before.callDuplicates) {
      this.#rows.accepted += sign * lines.length;
      return;
    }
    const before = this.#before.lineOf(number);
    const isNew = before === 0;
    // If the number was already accepted, one row stays accepted and was counted before.
    this.#rows.accepted += isNew ? sign : 0;
    this.#rows.duplicate += sign * (lines.length - (isNew ? 1 : 0));
    if (isNew || first > before) return;
    if (sign === 1) this.#displaced.set(before, first);
    else this.#displaced.delete(before);
  }
}

/**
 * The position of `line`, or where to insert it. A binary search, because a file may hold one number a million times.
 */
function placeOf(lines: readonly number[], line: number): number {
  let from = 0;
  let to = lines.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((lines[middle] ?? 0) < line) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The value on one line, cut to the length that is shown. */
function cleanValue(value: string): string {
  return value
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, MAX_ISSUE_VALUE_CHARS)
    .toWellFormed();
}
