import { describe, expect, it } from 'vitest';
import { FIRST_HISTORY } from '../../../extension/state/history-look.ts';
import { historyPage, historyQuery } from '../../../extension/state/history-page.ts';
import { IMPORT_STATES } from '../../../shared/protocol/import.ts';
import { importSummary } from '../support/wire.ts';

const ALL = IMPORT_STATES.map((state) => importSummary({ id: state, state }));

describe('historyPage', () => {
  it('shows what the Worker answers while any state will do', () => {
    const look = { ...FIRST_HISTORY, search: 'diwali', offset: 50 };

    expect(historyQuery(look)).toEqual({ search: 'diwali', offset: 50, limit: 25 });
    expect(historyPage(look, { items: ALL, total: 70 })).toEqual({
      items: ALL,
      total: 70,
      offset: 50,
      limit: 25,
      unseen: 0,
    });
  });

  it('looks through as many as it gets for one group, and says how many it did not see', () => {
    const look = { ...FIRST_HISTORY, group: 'attention' as const };

    expect(historyQuery(look)).toEqual({ search: '', offset: 0, limit: 500 });
    const page = historyPage(look, { items: ALL, total: 700 });
    expect([page.items.map(({ id }) => id), page.total, page.unseen]).toEqual([
      ['failed', 'needs_attention'],
      2,
      700 - ALL.length,
    ]);
  });

  it('turns the pages of a group', () => {
    const many = Array.from({ length: 60 }, (_, index) => importSummary({ id: `i${index}`, state: 'finished' }));
    const page = historyPage({ search: '', group: 'finished', offset: 50 }, { items: many, total: 60 });

    expect([page.items.map(({ id }) => id), page.total]).toEqual([
      ['i50', 'i51', 'i52', 'i53', 'i54', 'i55', 'i56', 'i57', 'i58', 'i59'],
      60,
    ]);
  });
});
