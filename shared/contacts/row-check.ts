import { BATCH_RECORDS, NO_CELL } from '../csv/record-batch.ts';
import type { RecordBatch } from '../csv/record-batch.ts';
import { MAX_ISSUE_VALUE_CHARS } from '../limits.ts';
import { cleanNumber, MAX_NUMBER_CHARS } from '../phone/clean-number.ts';
import { judgeNumber } from '../phone/judge-number.ts';
import { numberTableOf } from '../phone/number-table.ts';
import type { NumberTable, WrittenDigits } from '../phone/number-table.ts';
import { NOTHING_WRITTEN, readNumber, UNDECIDED } from '../phone/read-number.ts';
import { binOf, noRows } from './bins.ts';
import type { RowCounts } from './bins.ts';
import type { IssueCode, RowIssue } from './issue.ts';
import { NumberSet } from './number-set.ts';

/** A row's cells, decoded only when asked for, and only during the call that hands them over. */
export interface RowCells {
  cells(): string[];
  /** Where its first `most` cells lie in `bytes`, as `[start, end]` in turn. */
  ranges(most: number): number[];
  readonly bytes: Uint8Array;
}

export interface CheckSink {
  /** `number` is the E.164 number's digits as an integer, below 2^53. */
  accepted(number: number, line: number, row: RowCells): void;
  issue(issue: RowIssue, row: RowCells): void;
}

const QUOTE = 0x22;
/** A character of a number takes four bytes at most; what is longer is judged by its beginning. */
const MAX_NUMBER_BYTES = MAX_NUMBER_CHARS * 4;
/** Refusals remembered: files repeat "NA" and "0000000000", and each costs a full reading by the phone library. */
const MAX_REMEMBERED = 500;

/** Puts every row it is given into exactly one bin, and tells the sink. */
export class RowCheck {
  readonly rows: RowCounts = noRows();
  readonly issues: Partial<Record<IssueCode, number>> = {};
  readonly #country: string;
  readonly #callDuplicates: boolean;
  readonly #sink: CheckSink;
  readonly #seen = new NumberSet();
  readonly #table: NumberTable | undefined;
  readonly #digits: WrittenDigits = { value: 0, count: 0, leadingZeros: 0, plus: false };
  readonly #refusals = new Map<string, IssueCode>();
  /** Of the batch at hand, row by row: the number, or zero and the reason. */
  readonly #numbers = new Float64Array(BATCH_RECORDS);
  readonly #reasons = Array.from({ length: BATCH_RECORDS }, (): IssueCode => 'blank');

  constructor(country: string, callDuplicates: boolean, sink: CheckSink) {
    this.#country = country;
    this.#callDuplicates = callDuplicates;
    this.#sink = sink;
    this.#table = numberTableOf(country);
  }

  /** Judges the records `[from, to)` of a batch, in order. */
  check(batch: RecordBatch, from: number, to: number): void {
    const count = to - from;
    const numbers = this.#numbers;
    for (let at = 0; at < count; at++) {
      const number = this.#readBytes(batch, from + at);
      numbers[at] = number === UNDECIDED ? this.#judge(batch, from + at, at) : number;
      if (number === NOTHING_WRITTEN) this.#reasons[at] = 'blank';
    }
    const firstLines = this.#callDuplicates ? undefined : this.#seen.addAll(numbers, count, batch.firstLine + from);
    let index = from;
    const row: RowCells = {
      cells: () => batch.cells(index),
      ranges: (most) => batch.ranges(index, most),
      bytes: batch.bytes,
    };
    for (let at = 0; at < count; at++) {
      index = from + at;
      const number = numbers[at] ?? 0;
      const firstLine = firstLines?.[at] ?? 0;
      if (number === 0) this.#refuse(batch, index, row, this.#reasons[at] ?? 'blank', 0);
      else if (firstLine > 0) this.#refuse(batch, index, row, 'duplicate', firstLine);
      else {
        this.rows.accepted++;
        this.#sink.accepted(number, batch.firstLine + index, row);
      }
    }
    this.rows.total += count;
  }

  #readBytes({ bytes, cellStarts, cellEnds }: RecordBatch, index: number): number {
    let start = cellStarts[index] ?? NO_CELL;
    let end = cellEnds[index] ?? 0;
    if (start === NO_CELL || start === end) return NOTHING_WRITTEN;
    if (this.#table === undefined) return UNDECIDED;
    if (bytes[start] === QUOTE) {
      // Quotes within are no digits, so that only the outer two need taking off.
      if (end - start < 2 || bytes[end - 1] !== QUOTE) return UNDECIDED;
      start++;
      end--;
    }
    return readNumber(bytes, start, end, this.#table, this.#digits);
  }

  /** The number, or zero once the reason is noted. */
  #judge(batch: RecordBatch, index: number, at: number): number {
    const text = batch.cell(index, MAX_NUMBER_BYTES);
    let reason = this.#refusals.get(text);
    if (reason === undefined) {
      const verdict = judgeNumber(text, this.#country);
      if (verdict.ok) return Number(verdict.value);
      reason = cleanNumber(text) === '' ? 'blank' : verdict.error.code;
      if (this.#refusals.size >= MAX_REMEMBERED) this.#refusals.clear();
      this.#refusals.set(text, reason);
    }
    this.#reasons[at] = reason;
    return 0;
  }

  #refuse(batch: RecordBatch, index: number, row: RowCells, code: IssueCode, firstLine: number): void {
    this.rows[binOf(code)]++;
    this.issues[code] = (this.issues[code] ?? 0) + 1;
    const value = batch.cell(index, MAX_NUMBER_BYTES).slice(0, MAX_ISSUE_VALUE_CHARS).toWellFormed();
    const issue = { line: batch.firstLine + index, value, code };
    this.#sink.issue(firstLine === 0 ? issue : { ...issue, firstLine }, row);
  }
}
