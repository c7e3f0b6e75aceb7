import { describe, expect, it } from 'vitest';
import { FIRST_HISTORY, HISTORY_GROUPS, statesOf } from '../../../../extension/state/history-query.ts';
import { historyQuery } from '../../../../extension/screens/history/history-page.ts';
import { IMPORT_STATES } from '../../../../shared/protocol/import.ts';

describe('historyQuery', () => {
  it('asks for any state, a page at a time', () => {
    const look = { ...FIRST_HISTORY, search: 'diwali', offset: 50 };
    expect(historyQuery(look)).toEqual({ search: 'diwali', state: '', offset: 50, limit: 25 });
  });

  it('asks for the states of one group, a page at a time', () => {
    const look = { ...FIRST_HISTORY, group: 'attention' as const, offset: 25 };
    expect(historyQuery(look)).toEqual({ search: '', state: 'needs_attention,failed', offset: 25, limit: 25 });
  });

  it('has every state of the wire in one group', () => {
    expect(HISTORY_GROUPS.flatMap(statesOf).toSorted()).toEqual(IMPORT_STATES.toSorted());
  });
});
