import type { IssueCode } from './issue.ts';

/** Where a row ends in the check. Every row is in exactly one bin, and this is the only list of them. */
type Bin = 'accepted' | 'duplicate' | 'invalid' | 'blank' | 'suppressed' | 'called_recently';

/** `suppressed`: by the team's list, or by what the file itself says. `total` is the sum of the others. */
export type RowCounts = Record<Bin | 'total', number>;

export function noRows(): RowCounts {
  return { total: 0, accepted: 0, duplicate: 0, invalid: 0, blank: 0, suppressed: 0, called_recently: 0 };
}

const OF_ONE_CODE: readonly Bin[] = ['duplicate', 'blank', 'suppressed', 'called_recently'];

export function binOf(code: IssueCode): Bin {
  if (code === 'do_not_call') return 'suppressed';
  return OF_ONE_CODE.find((bin) => bin === code) ?? 'invalid';
}
