import type { IssueCode } from '../../shared/contacts/issue.ts';

/**
 * Why a row is not accepted and what to do, by code. `{line}` stands for the row that a duplicate repeats, `{value}`
 * for the cell's content.
 */
export type Reasons = Readonly<Record<IssueCode, { readonly message: string; readonly fix: string }>>;

export function reasonOf(
  reasons: Reasons,
  code: IssueCode,
  firstLine: string,
  value: string,
): { readonly message: string; readonly fix: string } {
  const { message, fix } = reasons[code];
  return { message: message.replace('{line}', () => firstLine).replace('{value}', () => value.trim()), fix };
}
