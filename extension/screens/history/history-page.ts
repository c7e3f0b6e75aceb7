import { DEFAULT_PAGE_SIZE } from '../../../shared/limits.ts';
import { statesOf } from '../../state/history-query.ts';
import type { HistoryQuery } from '../../state/history-query.ts';

export const HISTORY_A_PAGE = DEFAULT_PAGE_SIZE / 2;

/** The request to the Worker, which searches, filters by state and counts. */
export function historyQuery({ search, group, offset }: HistoryQuery): {
  search: string;
  state: string;
  offset: number;
  limit: number;
} {
  return { search, state: group === '' ? '' : statesOf(group).join(','), offset, limit: HISTORY_A_PAGE };
}
