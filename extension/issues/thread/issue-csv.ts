import { guardFormula } from '../../../shared/csv/guard-formula.ts';
import type { RowIssue } from '../../../shared/contacts/issue.ts';
import type { IssueModel } from './issue-model.ts';
import { reasonOf } from '../reasons.ts';
import type { Reasons } from '../reasons.ts';

/**
 * The words of the file, which the thread does not have. `headings`: for the line, the value, the reason and the
 * suggestion.
 */
export interface IssueCsvWords {
  readonly headings: readonly [line: string, value: string, reason: string, suggestion: string];
  readonly reasons: Reasons;
}

const ENDING = '\r\n';
const PIECE_CHARS = 256 * 1024;

/**
 * The rows that are still not accepted, as CSV: the line, by which each is recognised when it comes back; the file's
 * own columns with corrections; then the original value, the reason, and the suggestion.
 */
export function createIssueCsv(book: IssueModel, columns: number, numberColumn: number, words: IssueCsvWords) {
  const pieces: string[] = ['\uFEFF']; // makes Excel read UTF-8
  let text = '';
  function write(cells: readonly string[]): void {
    text += cells.map(toCsvCell).join(',') + ENDING;
    if (text.length < PIECE_CHARS) return;
    pieces.push(text);
    text = '';
  }
  return {
    heading(headings: readonly string[]): void {
      const [line, ...added] = words.headings;
      write([line, ...headings, ...added]);
    },
    add({ line, value, code, firstLine }: RowIssue, cells: readonly string[]): void {
      const verdict = book.corrections.verdictOf(line);
      if (verdict?.is === 'accepted') return;
      // A row may be shorter or longer than the headings; the added cells must be under their own headings.
      const own = Array.from({ length: columns }, (_, column) => cells[column] ?? '');
      own[numberColumn] = book.corrections.valueOf(line) ?? own[numberColumn] ?? '';
      const first = verdict === undefined ? firstLine && book.corrections.firstLineNow(firstLine) : verdict.firstLine;
      const { message, fix } = reasonOf(
        words.reasons,
        verdict?.code ?? code,
        String(first ?? ''),
        own[numberColumn] ?? '',
      );
      write([String(line), ...own, value, `${message} ${fix}`, book.suggestionFor(line) ?? '']);
    },
    finish(): Blob {
      return new Blob([...pieces, text], { type: 'text/csv' });
    },
  };
}

/** A cell that a spreadsheet would run as a formula gets a leading apostrophe, which means "this is text". */
function toCsvCell(text: string): string {
  const safe = guardFormula(text, true);
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
