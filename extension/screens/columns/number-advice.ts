import type { FileColumns } from '../../checking/check-messages.ts';

type Candidate = FileColumns['verdict']['candidates'][number];

/** What is said below the column of numbers: why it was taken, where that is true, and one that may be taken in its place. */
export function numberAdvice(
  { verdict, moreColumns, numbers }: Pick<FileColumns, 'verdict' | 'moreColumns' | 'numbers'>,
  column: number,
): { readonly saysWhy: boolean; readonly other: Candidate | undefined } {
  const others = verdict.candidates.filter((one) => one.column !== column);
  const isFalse = verdict.doubt === null && verdict.why === 'only_numbers' && others.length > 0;
  // In a bare list of numbers each column is called as the first is: none is taken in its place.
  const called = numbers === 'all' ? moreColumns : [];
  return { saysWhy: !isFalse, other: others.find((one) => !called.includes(one.column)) };
}
