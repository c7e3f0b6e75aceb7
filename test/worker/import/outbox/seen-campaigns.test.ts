import { describe, expect, it } from 'vitest';
import { adopt, afterDuplicateAction, afterRead, readNext } from '../../../../worker/import/outbox/seen-campaigns.ts';
import { row } from '../rows.ts';
import type { UpstreamCampaign } from '../../../../worker/exotel/read-campaign.ts';
import type { CampaignState } from '../../../../shared/protocol/campaign-view.ts';

const NAME = row().name;

function campaign(sid: string, state: CampaignState, name = NAME): UpstreamCampaign {
  return { sid, name, state, startsAt: null, stats: null };
}

describe('a reading', () => {
  const created = row({ state: 'created', sid: 'c1', attempts: 1, seenSids: ['c1'] });

  it('takes over the state, and when it was over', () => {
    expect(afterRead(created, [campaign('c1', 'in_progress')], 5)).toEqual({ ...created, state: 'in_progress' });
    expect(afterRead({ ...created, pageOffset: 40 }, [campaign('c1', 'completed')], 5)).toEqual({
      ...created,
      state: 'completed',
      overAt: 5,
      pageAt: 5,
      pageOffset: 0,
    });
  });

  it('changes nothing for a campaign it does not show, shows unreadably, or that was never made', () => {
    expect(afterRead(created, [campaign('c9', 'completed', 'Other')], 5)).toEqual(created);
    expect(afterRead(created, [campaign('c1', 'unknown')], 5)).toEqual(created);
    expect(afterRead(row(), [campaign('c1', 'completed')], 5)).toEqual(row());
  });

  it('confirms what was wanted', () => {
    expect(afterRead({ ...created, want: 'paused' }, [campaign('c1', 'paused')], 5).want).toBeNull();
    expect(afterRead({ ...created, want: 'paused' }, [campaign('c1', 'in_progress')], 5).want).toBe('paused');
    expect(afterRead({ ...created, want: 'running' }, [campaign('c1', 'paused')], 5).want).toBe('running');
    expect(afterRead({ ...created, want: 'running' }, [campaign('c1', 'in_progress')], 5).want).toBeNull();
  });

  it('notices a second campaign under the same name, and forgets it once it is over', () => {
    const twice = afterRead(created, [campaign('c1', 'created'), campaign('c2', 'created')], 5);
    expect(twice.duplicates).toEqual([{ sid: 'c2', state: 'created' }]);
    expect(afterRead(twice, [campaign('c1', 'created')], 6).duplicates).toEqual(twice.duplicates);
    expect(afterRead(twice, [campaign('c2', 'deleted')], 6).duplicates).toEqual([]);
  });

  it('never touches a stranger of the same name as a campaign a person had it adopt', () => {
    const adopted = { ...created, name: 'Diwali' };
    const after = afterRead(adopted, [campaign('c1', 'created', 'Diwali'), campaign('c9', 'in_progress', 'Diwali')], 5);
    expect([after.sid, after.duplicates]).toEqual(['c1', []]);
  });

  it('takes the one that rings for ours when ours has called nobody', () => {
    const twice = { ...created, attempts: 2, duplicates: [{ sid: 'c2', state: 'created' as const }] };
    expect(afterRead(twice, [campaign('c1', 'created'), campaign('c2', 'in_progress')], 5)).toMatchObject({
      sid: 'c2',
      state: 'in_progress',
      duplicates: [{ sid: 'c1', state: 'created' }],
    });
  });

  it.each(['created', 'deleted', 'unknown'] as const)(
    'takes the one that rings for ours when ours is %s, and what was read back of ours anew',
    (state) => {
      const read = { overAt: 3, pagedAt: 4, pageAt: 4, closed: true };
      const own = { ...created, ...read, state, unseen: [{ sentAt: 1, endAt: 9, longAbsent: false }] };
      const after = afterRead(own, [campaign('c2', 'completed')], 5);
      expect(after).toMatchObject({
        sid: 'c2',
        state: 'completed',
        overAt: 5,
        pagedAt: null,
        closed: false,
        unseen: [],
      });
    },
  );

  it.each([
    ['created', 'in_progress', 'c2'],
    ['created', 'paused', 'c2'],
    ['paused', 'completed', 'c2'],
    ['paused', 'in_progress', 'c2'],
    ['in_progress', 'completed', 'c2'],
    ['paused', 'paused', 'c1'],
    ['in_progress', 'paused', 'c1'],
    ['in_progress', 'created', 'c1'],
    ['completed', 'in_progress', 'c1'],
    ['created', 'deleted', 'c1'],
  ] as const)('with ours %s and another %s goes on with %s', (own, other, sid) => {
    const row = { ...created, state: own, attempts: 2 };
    const after = afterRead(row, [campaign('c1', own), campaign('c2', other)], 5);
    const states = { c1: own, c2: other };
    const [left, right] = sid === 'c1' ? (['c1', 'c2'] as const) : (['c2', 'c1'] as const);
    const isLeft = ['completed', 'deleted'].includes(states[right]);
    expect([after.sid, after.state, after.duplicates]).toEqual([
      left,
      states[left],
      isLeft ? [] : [{ sid: right, state: states[right] }],
    ]);
  });

  it('keeps one silent that rings where ours was paused', () => {
    const paused = { ...created, state: 'paused' as const };
    const both = [campaign('c1', 'paused'), campaign('c2', 'in_progress')];
    expect(afterRead(paused, both, 5)).toMatchObject({ sid: 'c2', want: 'paused' });
    expect(afterRead({ ...paused, want: 'running' }, both, 5)).toMatchObject({ sid: 'c2', want: null });
  });

  it('keeps ours when ours has rung people, and has the other silenced', () => {
    const own = { ...created, state: 'completed' as const, closed: true };
    const after = afterRead(own, [campaign('c2', 'in_progress')], 5);
    expect([after.sid, after.closed, after.duplicates]).toEqual(['c1', true, [{ sid: 'c2', state: 'in_progress' }]]);
  });

  it('reads back a duplicate that ended as soon as ours is read, deleted or not: it may have rung people', () => {
    const read = { ...created, seenSids: ['c1'], overAt: 3, pagedAt: 4 };
    const next = { sid: 'c2', state: 'completed', unread: [], closed: false, overAt: 5, pagedAt: null, pageOffset: 0 };
    const archived = afterRead({ ...read, state: 'archived', closed: true }, [campaign('c2', 'completed')], 5);
    expect(archived).toMatchObject(next);
    const underWay = afterRead({ ...read, state: 'archived', closed: false }, [campaign('c2', 'canceled')], 5);
    expect(underWay).toMatchObject({ sid: 'c1', state: 'archived', unread: ['c2'], overAt: 3 });
    expect(readNext({ ...underWay, closed: true }, 5)).toMatchObject(next);
    expect(afterRead(underWay, [campaign('c2', 'completed')], 6).unread).toEqual(['c2']);
  });

  it('reads nothing back twice, and nothing of a duplicate that was deleted', () => {
    const read = { ...created, state: 'completed' as const, closed: true, seenSids: ['c1', 'c2'] };
    expect(afterRead(read, [campaign('c1', 'completed'), campaign('c2', 'completed')], 5)).toMatchObject({
      sid: 'c1',
      closed: true,
      unread: [],
    });
    const twice = { ...read, seenSids: ['c1'], duplicates: [{ sid: 'c2', state: 'created' as const }] };
    expect(afterDuplicateAction(twice, 'c2', 'deleted', 5)).toMatchObject({ sid: 'c1', closed: true, unread: [] });
    expect(afterDuplicateAction(twice, 'c2', 'completed', 5)).toMatchObject({ sid: 'c2', closed: false, unread: [] });
  });

  it('takes nobody for waiting again that was over when it was found, whatever state comes later', () => {
    const found = [campaign('c1', 'created'), campaign('c2', 'deleted'), campaign('c3', 'completed')];
    const adopted = adopt(row({ state: 'in_doubt' }), found, 5);
    expect([adopted.sid, adopted.overSids, adopted.duplicates]).toEqual([
      'c3',
      ['c2', 'c3'],
      [{ sid: 'c1', state: 'created' }],
    ]);
    const later = afterRead(adopted, [campaign('c2', 'unknown'), campaign('c3', 'unknown')], 5);
    expect([later.state, later.duplicates]).toEqual(['completed', [{ sid: 'c1', state: 'created' }]]);
  });
});
