import type { MarkSense } from './mark-headings.ts';
import { isPlainYes, markWord, saysNotToCall } from './mark-words.ts';

/**
 * Whether a cell says that its row's person must not be called. What nobody can read in a column that says so leaves
 * the person out.
 */
export function leavesOut(cell: string, sense: MarkSense): boolean {
  if (sense === 'words') return saysNotToCall(cell);
  if (sense === 'other') return saysNotToCall(cell) || isPlainYes(cell);
  const word = markWord(cell);
  if (word === 'asked') return true;
  if (sense === 'may_mark') return word === 'yes';
  return sense === 'marks' ? word === 'yes' || word === 'other' : word === 'no';
}
