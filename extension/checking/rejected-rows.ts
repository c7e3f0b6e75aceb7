import type { RowIssue } from '../../shared/contacts/issue.ts';
import { issueSentence } from '../../shared/contacts/issue-sentences.ts';

const ENDING = '\r\n';

/** The rows that will not be called, as CSV: the file's own columns first, then where, why and what to do. */
export function createRejectedRows() {
  const lines: string[] = [];
  return {
    add(issue: RowIssue, cells: readonly string[]): void {
      const { message, fix } = issueSentence(issue);
      lines.push(toCsvLine([...cells, String(issue.line), message, fix]));
    },
    /** `headings` are known only once the whole file is read. The mark in front makes Excel read UTF-8. */
    finish(headings: readonly string[], added: readonly string[]): string[] {
      return ['\uFEFF', toCsvLine([...headings, ...added]), ...lines];
    },
  };
}

function toCsvLine(cells: readonly string[]): string {
  return cells.map(toCsvCell).join(',') + ENDING;
}

/** A cell a spreadsheet would run as a formula gets an apostrophe in front, which it takes as "this is text". */
function toCsvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
