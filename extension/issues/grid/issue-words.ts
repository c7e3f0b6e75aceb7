import { formatCount } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';
import type { IssueRow } from '../thread/issue-model.ts';
import { reasonOf } from '../reasons.ts';

interface RowWords {
  readonly isAccepted: boolean;
  readonly message: string;
  /** Empty if there is nothing to do. */
  readonly fix: string;
}

/** What the check says about a row as it is now. */
export function rowWords({ code, firstLine, value, correction }: IssueRow): RowWords {
  const verdict = correction?.verdict;
  if (verdict?.is === 'accepted') {
    const { inPlaceOf } = verdict;
    const message = inPlaceOf === undefined ? words.issues.accepted : words.issues.inPlaceOf(inPlaceOf);
    return { isAccepted: true, message, fix: '' };
  }
  const first = verdict === undefined ? firstLine : verdict.firstLine;
  const line = first === undefined ? '' : formatCount(first);
  return {
    isAccepted: false,
    ...reasonOf(words.issues.reasons, verdict?.code ?? code, line, correction?.value ?? value),
  };
}
