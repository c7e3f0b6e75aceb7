import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../../shared/limits.ts';
import type { ImportSummary } from '../../shared/protocol/import.ts';
import { isInGroup } from './history-look.ts';
import type { HistoryLook } from './history-look.ts';

const SHOWN = DEFAULT_PAGE_SIZE / 2;

/** What the Worker is asked for. It searches but does not sort by state: for a group as many as it gives are looked through. */
export function historyQuery({ search, group, offset }: HistoryLook): {
  search: string;
  offset: number;
  limit: number;
} {
  return group === '' ? { search, offset, limit: SHOWN } : { search, offset: 0, limit: MAX_PAGE_SIZE };
}

export interface HistoryPage {
  readonly items: readonly ImportSummary[];
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
  /** Imports that were not looked through for the group: older than those that were. */
  readonly unseen: number;
}

/** The part of an answer that is shown. */
export function historyPage(
  look: HistoryLook,
  answer: { readonly items: readonly ImportSummary[]; readonly total: number },
): HistoryPage {
  const { group, offset } = look;
  const shared = { offset, limit: SHOWN };
  if (group === '') return { ...shared, items: answer.items, total: answer.total, unseen: 0 };
  const fitting = answer.items.filter((item) => isInGroup(item, group));
  return {
    ...shared,
    items: fitting.slice(offset, offset + SHOWN),
    total: fitting.length,
    unseen: Math.max(0, answer.total - answer.items.length),
  };
}
