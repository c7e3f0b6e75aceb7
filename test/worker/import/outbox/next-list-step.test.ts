import { describe, expect, it } from 'vitest';
import { MAX_LISTS_UNDER_WAY } from '../../../../shared/limits.ts';
import { listsDue, nextListDrop, nextListStep } from '../../../../worker/import/outbox/next-list-step.ts';
import { nextStep } from '../../../../worker/import/outbox/next-step.ts';
import { list, row } from '../rows.ts';
import type { CampaignRow } from '../../../../worker/import/outbox/campaign-row.ts';
import type { ListRow } from '../../../../worker/import/outbox/list-record.ts';

const NOW = 1_000_000;
const done = list({ state: 'completed', sid: 'l1' });
const orphan = { name: 'Old', sid: 's1', looks: 0, refusals: 0, at: 0 };

function withLists(lists: readonly Partial<ListRow>[], change: Partial<CampaignRow> = {}): CampaignRow {
  return row({ lists: lists.map((each, i) => list({ firstContact: i * 10, ...each })), ...change });
}

function step(...rows: readonly CampaignRow[]) {
  return nextStep({ target: 'run', held: false, readAt: NOW, resumableAt: () => NOW }, rows, NOW);
}

describe('the next step of an import with lists', () => {
  it('asks the account for a list, then uploads it, then asks after it, then makes the campaign', () => {
    expect(step(withLists([{}]))).toEqual({ kind: 'find_list', seq: 1, first: 0 });
    expect(step(withLists([done, { sought: true }]))).toEqual({ kind: 'upload_list', seq: 1, first: 10 });
    expect(step(withLists([{ state: 'in_doubt', pollAt: NOW }]))).toEqual({ kind: 'look_up_list', seq: 1, first: 0 });
    expect(step(withLists([{ state: 'processing', pollAt: NOW }]))).toEqual({ kind: 'poll_list', seq: 1, first: 0 });
    expect(step(withLists([done, done]))).toEqual({ kind: 'send', seq: 1 });
  });

  it('makes no campaign before what an earlier upload left is cleared', () => {
    const clear = { kind: 'clear_orphan', seq: 1, first: 0, name: 'Old' };
    expect(step(withLists([{ ...done, orphans: [orphan] }]))).toEqual(clear);
    expect(step(withLists([{ ...done, orphans: [{ ...orphan, sid: null }] }]))).toEqual(clear);
    expect(step(withLists([{ ...done, orphans: [{ ...orphan, at: NOW + 5 }] }]))).toEqual({
      kind: 'wait',
      until: NOW + 5,
    });
  });

  it('does not wait for what Exotel will not delete, nor for what was looked for and not found', () => {
    expect(step(withLists([{ ...done, orphans: [{ ...orphan, refusals: 3 }] }]))).toEqual({ kind: 'send', seq: 1 });
    const unseen = { ...orphan, sid: null, looks: 1 };
    expect(step(withLists([{ ...done, orphans: [unseen] }]))).toEqual({ kind: 'send', seq: 1 });
    const over = withLists([{ ...done, orphans: [unseen] }], { state: 'completed', sid: 'c1', closed: true });
    expect(nextListStep(true, [over], NOW)).toMatchObject({ kind: 'clear_orphan', name: 'Old' });
  });

  it('uploads only so many at a time', () => {
    const busy = Array.from({ length: MAX_LISTS_UNDER_WAY }, () => ({ state: 'processing', pollAt: NOW + 9 }) as const);
    expect(step(withLists([...busy, { sought: true }]))).toEqual({ kind: 'wait', until: NOW + 9 });
    expect(step(withLists([...busy.slice(1), { sought: true }]))).toMatchObject({ kind: 'upload_list' });
  });

  it('uploads nothing of a campaign that is held, refused or cancelled, nor when nothing may be launched', () => {
    for (const state of ['held', 'refused', 'cancelled'] as const)
      expect(nextListStep(true, [withLists([{}], { state })], NOW)).toBeNull();
    expect(nextListStep(false, [withLists([{}])], NOW)).toBeNull();
    expect(nextListStep(false, [withLists([{ state: 'in_doubt', pollAt: NOW }])], NOW)).not.toBeNull();
  });
});

describe('lists that no campaign will call', () => {
  const drop = { kind: 'drop_list', seq: 1, first: 0 };
  const cancelled = { state: 'cancelled', closed: true } as const;

  it.each(['pending', 'completed', 'refused'] as const)('are given up when %s', (state) => {
    expect(nextListDrop([withLists([{ state }], cancelled)], NOW)).toEqual(drop);
    expect(nextListDrop([withLists([{ state }], { state: 'deleted', sid: 'c1' })], NOW)).toEqual(drop);
    expect(nextListDrop([withLists([{ state }])], NOW)).toBeNull();
  });

  it('are found out first when in doubt, and waited for while taken in, but not for ever', () => {
    const taken = { state: 'processing', sentAt: NOW, pollAt: NOW + 9 } as const;
    expect(nextListDrop([withLists([{ state: 'in_doubt' }], cancelled)], NOW)).toBeNull();
    expect(nextListDrop([withLists([taken], cancelled)], NOW)).toBeNull();
    expect(nextListDrop([withLists([taken], cancelled)], NOW + 30 * 60_000 + 1)).toEqual(drop);
  });

  it('keep the engine at work until they are gone', () => {
    expect(listsDue([withLists([{}], cancelled)])).toBe(0);
    expect(listsDue([withLists([{ state: 'dropped', orphans: [{ ...orphan, at: 7 }] }], cancelled)])).toBe(7);
    expect(listsDue([withLists([{ state: 'dropped' }], cancelled)])).toBe(Number.POSITIVE_INFINITY);
    expect(listsDue([withLists([done], { state: 'completed', sid: 'c1' })])).toBe(Number.POSITIVE_INFINITY);
  });
});
