import { ISSUE_CODES } from '../../../shared/contacts/issue.ts';
import type { IssueSource } from './issue-view.ts';

export const ISSUE_SORTS = ['line', 'name', 'value', 'reason'] as const;
export type IssueSort = (typeof ISSUE_SORTS)[number];

/** Places in the log, sorted; equal rows, and empty ones at the end, keep the file's order. */
export function sortRows(source: IssueSource, places: Uint32Array, sort: IssueSort): Uint32Array {
  if (sort === 'line') return places;
  if (sort === 'reason') {
    const ranks = Array.from(places, (at) => reasonRank(source, at));
    return inOrder(places, (left, right) => (ranks[left] ?? 0) - (ranks[right] ?? 0));
  }
  const { log } = source;
  const keys = Array.from(places, (at) => (sort === 'name' ? log.nameAt(at) : log.valueAt(at)).trim().toLowerCase());
  return inOrder(places, (left, right) => compareKeys(keys[left] ?? '', keys[right] ?? ''));
}

/** Rows that are accepted now come last. */
function reasonRank({ log, corrections }: IssueSource, at: number): number {
  const verdict = corrections.verdictOf(log.cellLineAt(at));
  if (verdict?.is === 'accepted') return ISSUE_CODES.length;
  return ISSUE_CODES.indexOf(verdict?.code ?? log.codeAt(at));
}

function compareKeys(left: string, right: string): number {
  if (left === right) return 0;
  if (left === '' || right === '') return left === '' ? 1 : -1;
  return left < right ? -1 : 1;
}

function inOrder(places: Uint32Array, compare: (left: number, right: number) => number): Uint32Array {
  const order = Uint32Array.from(places.keys());
  order.sort((left, right) => compare(left, right) || left - right);
  return order.map((index) => places[index] ?? 0);
}
