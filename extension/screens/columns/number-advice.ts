import type { FileColumns } from '../../checking/check-messages.ts';

type Candidate = FileColumns['verdict']['candidates'][number];

/**
 * The text below the number column: why it was chosen, if that is still true, and another column that may be used
 * instead.
 */
export function numberAdvice(
  { verdict, moreColumns, numbers }: Pick<FileColumns, 'verdict' | 'moreColumns' | 'numbers'>,
  column: number,
): { readonly saysWhy: boolean; readonly other: Candidate | undefined } {
  const others = verdict.candidates.filter((one) => one.column !== column);
  const isFalse = verdict.doubt === null && verdict.why === 'only_numbers' && others.length > 0;
  // In a bare list of numbers every column is called, so none is offered instead.
  const called = numbers === 'all' ? moreColumns : [];
  return { saysWhy: !isFalse, other: others.find((one) => !called.includes(one.column)) };
}
