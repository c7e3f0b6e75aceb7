import { describe, expect, it } from 'vitest';
import { noOutcomes } from '../../../../shared/protocol/outcomes.ts';
import type { LiveMessage } from '../../../../shared/protocol/live.ts';
import { applyLiveMessage } from '../../../../extension/screens/watch/apply-live-message.ts';
import { campaignView, importView } from '../../support/wire.ts';

const change: Extract<LiveMessage, { type: 'change' }> = {
  type: 'change',
  state: 'paused',
  contacts: { ...noOutcomes(), completed: 4, queued: 6 },
  campaigns: [campaignView({ seq: 2, state: 'paused' })],
  attention: [],
  finishedAt: null,
  asOf: '2026-11-22T03:05:00Z',
};

describe('applyLiveMessage', () => {
  it('takes a snapshot as it is', () => {
    const snapshot = importView({ name: 'Newer' });

    expect(applyLiveMessage(importView(), { type: 'snapshot', import: snapshot })).toBe(snapshot);
  });

  it('replaces campaigns by number and keeps the others', () => {
    const before = importView({ campaigns: [campaignView({ seq: 1 }), campaignView({ seq: 2 })] });

    expect(applyLiveMessage(before, change)).toEqual({
      ...before,
      state: 'paused',
      contacts: change.contacts,
      asOf: change.asOf,
      campaigns: [campaignView({ seq: 1 }), campaignView({ seq: 2, state: 'paused' })],
    });
  });

  it('adds a campaign it had not heard of', () => {
    const after = applyLiveMessage(importView({ campaigns: [campaignView({ seq: 1 })] }), change);

    expect(after?.campaigns.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('makes nothing of a change before any snapshot, and forgets what was deleted', () => {
    expect(applyLiveMessage(null, change)).toBeNull();
    expect(applyLiveMessage(importView(), { type: 'deleted' })).toBeNull();
  });
});
