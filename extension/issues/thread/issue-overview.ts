import type { CheckSummary } from '../../../shared/contacts/check-contacts.ts';
import type { IssueCode } from '../../../shared/contacts/issue.ts';
import type { RowCounts } from '../../../shared/contacts/bins.ts';
import type { IssueSource } from './issue-view.ts';

export interface IssueOverview {
  /** As the check of the corrected file will count them. */
  readonly rows: Readonly<RowCounts>;
  /** Rows by why they are not accepted, now. */
  readonly codes: Partial<Record<IssueCode, number>>;
  readonly total: number;
  readonly corrected: number;
  readonly mended: number;
  /** Rows not corrected for which something is suggested. */
  readonly suggested: number;
  /** False while more suggestions may turn up. */
  readonly suggestionsComplete: boolean;
  /** Rows the last change touched; 0 when there is nothing to undo. */
  readonly undoable: number;
}

/** What there is of what, now. `before` counts the codes of the file as it is. */
export function overviewOf(
  { log, corrections, suggestions }: IssueSource,
  before: CheckSummary['issues'],
  undoable: number,
): IssueOverview {
  const codes: Partial<Record<IssueCode, number>> = { ...before };
  const add = (code: IssueCode, by: 1 | -1): void => void (codes[code] = (codes[code] ?? 0) + by);
  let mended = 0;
  for (const [line] of corrections.inOrder()) {
    const verdict = corrections.verdictOf(line);
    add(log.codeAt(log.indexOf(line)), -1);
    if (verdict?.is === 'refused') add(verdict.code, 1);
    else mended++;
  }
  let suggested = 0;
  for (let at = 0; at < suggestions.workedOut; at++) {
    if (suggestions.at(at) !== 0 && corrections.valueOf(log.lineAt(at)) === undefined) suggested++;
  }
  return {
    rows: { ...corrections.rows },
    codes,
    total: log.count,
    corrected: corrections.size,
    mended,
    suggested,
    suggestionsComplete: suggestions.isComplete,
    undoable,
  };
}
