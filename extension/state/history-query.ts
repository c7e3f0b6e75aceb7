import type { ImportState } from '../../shared/protocol/import.ts';
import { readOffset } from './campaign-query.ts';

/** Groups of states to filter by. */
export const HISTORY_GROUPS = ['waiting', 'under_way', 'attention', 'finished', 'stopped'] as const;
export type HistoryGroup = (typeof HISTORY_GROUPS)[number];

/** How the list of imports is filtered; '' means every group. */
export interface HistoryQuery {
  readonly search: string;
  readonly group: HistoryGroup | '';
  readonly offset: number;
}

export const FIRST_HISTORY: HistoryQuery = { search: '', group: '', offset: 0 };

const STATES: Readonly<Record<HistoryGroup, readonly ImportState[]>> = {
  waiting: ['receiving', 'checked'],
  under_way: ['launching', 'running', 'paused', 'stopping'],
  attention: ['needs_attention', 'failed'],
  finished: ['finished'],
  stopped: ['stopped'],
};

export function statesOf(group: HistoryGroup): readonly ImportState[] {
  return STATES[group];
}

export function readHistoryLook(query: URLSearchParams): HistoryQuery {
  return {
    search: query.get('search') ?? '',
    group: HISTORY_GROUPS.find((group) => group === query.get('group')) ?? '',
    offset: readOffset(query),
  };
}

/** "?search=diwali&group=finished", or "" for the default. */
export function writeHistoryLook({ search, group, offset }: HistoryQuery): string {
  const query = new URLSearchParams();
  if (search !== '') query.set('search', search);
  if (group !== '') query.set('group', group);
  if (offset > 0) query.set('offset', String(offset));
  const written = query.toString();
  return written === '' ? '' : `?${written}`;
}
