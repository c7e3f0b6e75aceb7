import type { CsvRecord } from '../csv/csv-record.ts';
import { MAX_ISSUE_VALUE_CHARS } from '../limits.ts';
import { cleanNumber, MAX_NUMBER_CHARS } from '../phone/clean-number.ts';
import { readNumber, NOTHING_WRITTEN, UNDECIDED } from '../phone/read-number.ts';
import { numberTableOf } from '../phone/number-table.ts';
import type { WrittenDigits } from '../phone/number-table.ts';
import { judgeNumber } from '../phone/judge-number.ts';
import type { IssueCode, RowIssue } from './issue.ts';
import { createNumberSet } from './number-set.ts';

/** A row's cells, decoded only when asked for, and only during the call that hands them over. */
export interface RowCells {
  cells(): string[];
}

export interface CheckSink {
  /** `number` is the E.164 number's digits as an integer, below 2^53. */
  accepted(number: number, line: number, row: RowCells): void;
  issue(issue: RowIssue, row: RowCells): void;
}

export interface RowCounts {
  total: number;
  accepted: number;
  duplicate: number;
  invalid: number;
  blank: number;
}

export interface RowCheck {
  readonly rows: RowCounts;
  readonly issues: Partial<Record<IssueCode, number>>;
  check(record: CsvRecord): void;
}

const QUOTE = 0x22;
/** A character of a number takes four bytes at most; what is longer is judged by its beginning. */
const MAX_NUMBER_BYTES = MAX_NUMBER_CHARS * 4;
/** Refusals remembered: files repeat "NA" and "0000000000", and each costs a full reading by the phone library. */
const MAX_REMEMBERED = 500;

/** Puts every row it is given into exactly one bin, and tells the sink. */
export function createRowCheck(column: number, country: string, callDuplicates: boolean, sink: CheckSink): RowCheck {
  const rows: RowCounts = { total: 0, accepted: 0, duplicate: 0, invalid: 0, blank: 0 };
  const issues: Partial<Record<IssueCode, number>> = {};
  const seen = createNumberSet();
  const table = numberTableOf(country);
  const digits: WrittenDigits = { value: 0, count: 0, leadingZeros: 0, plus: false };
  const refusals = new Map<string, IssueCode>();

  function refuse(record: CsvRecord, text: string, code: IssueCode, firstLine?: number): void {
    rows[code === 'duplicate' || code === 'blank' ? code : 'invalid']++;
    issues[code] = (issues[code] ?? 0) + 1;
    const value = text.slice(0, MAX_ISSUE_VALUE_CHARS).toWellFormed();
    const issue = { line: record.line, value, code };
    sink.issue(firstLine === undefined ? issue : { ...issue, firstLine }, record);
  }

  function accept(record: CsvRecord, number: number): void {
    const firstLine = callDuplicates ? 0 : seen.add(number, record.line);
    if (firstLine > 0) {
      refuse(record, textOf(record), 'duplicate', firstLine);
      return;
    }
    rows.accepted++;
    sink.accepted(number, record.line, record);
  }

  function textOf(record: CsvRecord): string {
    return record.cell(column, MAX_NUMBER_BYTES);
  }

  function readBytes(record: CsvRecord): number {
    if (column >= record.count) return NOTHING_WRITTEN;
    if (table === undefined) return UNDECIDED;
    let start = record.startOf(column);
    let end = record.endOf(column);
    if (record.bytes[start] === QUOTE && start < end) {
      // Quotes within are no digits, so that only the outer two need taking off.
      if (end - start < 2 || record.bytes[end - 1] !== QUOTE) return UNDECIDED;
      start++;
      end--;
    }
    return readNumber(record.bytes, start, end, table, digits);
  }

  function judgeText(record: CsvRecord): void {
    const text = textOf(record);
    const known = refusals.get(text);
    if (known !== undefined) {
      refuse(record, text, known);
      return;
    }
    const verdict = judgeNumber(text, country);
    if (verdict.ok) {
      accept(record, Number(verdict.value));
      return;
    }
    const code = cleanNumber(text) === '' ? 'blank' : verdict.error.code;
    if (refusals.size >= MAX_REMEMBERED) refusals.clear();
    refusals.set(text, code);
    refuse(record, text, code);
  }

  return {
    rows,
    issues,
    check(record) {
      rows.total++;
      const number = readBytes(record);
      if (number > NOTHING_WRITTEN) accept(record, number);
      else if (number === NOTHING_WRITTEN) refuse(record, textOf(record), 'blank');
      else judgeText(record);
    },
  };
}
