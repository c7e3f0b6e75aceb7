import type { IssueCode } from './issue.ts';

/** Where a row ends in the check: every row in exactly one. Whoever adds a bin adds it here. */
type Bin = 'accepted' | 'duplicate' | 'invalid' | 'blank';

/** `total` is the sum of the others. */
export type RowCounts = Record<Bin | 'total', number>;

export function noRows(): RowCounts {
  return { total: 0, accepted: 0, duplicate: 0, invalid: 0, blank: 0 };
}

export function binOf(code: IssueCode): Bin {
  return code === 'duplicate' || code === 'blank' ? code : 'invalid';
}
