import type { CsvRecord } from '../csv/csv-record.ts';
import { MAX_ISSUE_VALUE_CHARS } from '../limits.ts';
import { cleanNumber, MAX_NUMBER_CHARS } from '../phone/clean-number.ts';
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

/** A character of a number takes four bytes at most; what is longer is judged by its beginning. */
const MAX_NUMBER_BYTES = MAX_NUMBER_CHARS * 4;

/** Puts every row it is given into exactly one bin, and tells the sink. */
export function createRowCheck(column: number, country: string, callDuplicates: boolean, sink: CheckSink): RowCheck {
  const rows: RowCounts = { total: 0, accepted: 0, duplicate: 0, invalid: 0, blank: 0 };
  const issues: Partial<Record<IssueCode, number>> = {};
  const seen = createNumberSet();

  function refuse(record: CsvRecord, text: string, code: IssueCode, firstLine?: number): void {
    issues[code] = (issues[code] ?? 0) + 1;
    const value = text.slice(0, MAX_ISSUE_VALUE_CHARS);
    const issue = { line: record.line, value, code };
    sink.issue(firstLine === undefined ? issue : { ...issue, firstLine }, record);
  }

  return {
    rows,
    issues,
    check(record) {
      rows.total++;
      const text = record.cell(column, MAX_NUMBER_BYTES);
      if (cleanNumber(text) === '') {
        rows.blank++;
        refuse(record, text, 'blank');
        return;
      }
      const verdict = judgeNumber(text, country);
      if (!verdict.ok) {
        rows.invalid++;
        refuse(record, text, verdict.error.code);
        return;
      }
      const number = Number(verdict.value);
      const firstLine = callDuplicates ? 0 : seen.add(number, record.line);
      if (firstLine > 0) {
        rows.duplicate++;
        refuse(record, text, 'duplicate', firstLine);
        return;
      }
      rows.accepted++;
      sink.accepted(number, record.line, record);
    },
  };
}
