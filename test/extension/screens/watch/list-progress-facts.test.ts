import { describe, expect, it } from 'vitest';
import type { ListView } from '../../../../shared/protocol/campaign-view.ts';
import { listDiffers, listsToShow } from '../../../../extension/screens/watch/list-progress-facts.ts';

const list = (change: Partial<ListView>): ListView => ({
  name: 'Diwali leads #k3v9x2a7-L1.1',
  sid: 'l1',
  state: 'completed',
  contacts: 20_000,
  counts: { total: 20_000, success: 20_000, duplicate: 0, failed: 0 },
  reused: false,
  ...change,
});
const short = list({ counts: { total: 20_000, success: 19_990, duplicate: 8, failed: 2 } });
const lists = [list({}), short, list({ state: 'processing', counts: null })];

describe('listsToShow', () => {
  it('shows all of them while the campaign waits for them', () => {
    expect(listsToShow({ state: 'uploading', lists }).map(([place]) => place)).toEqual([1, 2, 3]);
  });

  it('shows what Exotel made less of, with its place, from then on', () => {
    expect(listsToShow({ state: 'in_progress', lists })).toEqual([[2, short]]);
  });
});

describe('listDiffers', () => {
  it('waits until Exotel has counted', () => {
    expect(lists.map(listDiffers)).toEqual([false, true, false]);
  });
});
