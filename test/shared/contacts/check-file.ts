import { createContactCheck } from '../../../shared/contacts/check-contacts.ts';
import type { CheckSettings, CheckSummary } from '../../../shared/contacts/check-contacts.ts';
import type { FileFault } from '../../../shared/contacts/file-fault.ts';
import type { RowIssue } from '../../../shared/contacts/issue.ts';
import type { Result } from '../../../shared/result.ts';

export interface CheckedFile {
  readonly result: Result<CheckSummary, FileFault>;
  /** As `[line, number]`. */
  readonly accepted: [number, number][];
  readonly issues: RowIssue[];
  /** The cells of every row, by line. */
  readonly rows: Map<number, string[]>;
}

/** Runs a whole file through the check, in pieces of `pieceBytes`, and collects everything it reports. */
export function checkFile(
  content: string | Uint8Array,
  settings: Partial<CheckSettings> = {},
  pieceBytes: number = Number.POSITIVE_INFINITY,
): CheckedFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const accepted: [number, number][] = [];
  const issues: RowIssue[] = [];
  const rows = new Map<number, string[]>();
  const check = createContactCheck(
    { country: 'IN', ...settings },
    {
      accepted(number, line, row) {
        accepted.push([line, number]);
        rows.set(line, row.cells());
      },
      issue(issue, row) {
        issues.push(issue);
        rows.set(issue.line, row.cells());
      },
    },
  );
  for (let from = 0; from < bytes.length; from += Math.min(pieceBytes, bytes.length)) {
    check.push(bytes.subarray(from, from + pieceBytes));
  }
  return { result: check.finish(), accepted, issues, rows };
}

/** The summary of the check; fails if the file is not readable. */
export function summaryOf(file: CheckedFile): CheckSummary {
  if (!file.result.ok) throw new Error(`Not read: ${JSON.stringify(file.result.error)}`);
  return file.result.value;
}
