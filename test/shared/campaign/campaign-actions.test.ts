import { describe, expect, it } from 'vitest';
import { actionEffect, editableNow, isOver, legalActions } from '../../../shared/campaign/campaign-actions.ts';
import { CAMPAIGN_STATES } from '../../../shared/protocol/campaign-view.ts';
import { makeCampaign, NOW } from './make-campaign.ts';

const LATER = '2026-11-23T12:00:00+05:30';
const BEFORE = '2026-11-23T09:30:00+05:30';

describe('legalActions', () => {
  it.each([
    ['created', LATER, ['pause', 'delete']],
    ['in_progress', BEFORE, ['pause']],
    ['paused', BEFORE, ['resume', 'complete']],
    ['paused', LATER, ['resume', 'complete', 'delete']],
    ['completed', BEFORE, ['archive']],
    ['failed', BEFORE, []],
    ['canceled', BEFORE, []],
    ['deleted', LATER, []],
    ['archived', BEFORE, []],
    ['unknown', LATER, []],
  ] as const)('of a %s campaign of calls that starts %s are %j', (state, sendAt, actions) => {
    expect(legalActions({ channel: 'voice', state, sendAt }, NOW)).toEqual(actions);
  });

  it('never hold a delete of messages, which Exotel does not have', () => {
    const all = CAMPAIGN_STATES.flatMap((state) => legalActions({ channel: 'sms', state, sendAt: LATER }, NOW));
    expect(new Set(all)).toEqual(new Set(['pause', 'resume', 'complete', 'archive']));
  });
});

describe('editableNow', () => {
  it.each([
    ['created', LATER, 'all'],
    ['paused', LATER, 'all'],
    ['created', BEFORE, 'callbacks'],
    ['paused', BEFORE, 'callbacks'],
    ['in_progress', BEFORE, 'callbacks'],
    ['created', null, 'callbacks'],
    ['completed', BEFORE, 'none'],
    ['deleted', LATER, 'none'],
  ] as const)('of a %s campaign that starts %s is %s', (state, sendAt, editable) => {
    expect(editableNow({ channel: 'voice', state, sendAt }, NOW)).toBe(editable);
  });
});

it.each([
  ['created', LATER, 'all'],
  ['paused', LATER, 'none'],
  ['in_progress', BEFORE, 'none'],
  ['archived', BEFORE, 'none'],
] as const)('lets of %s messages that start %s change %s', (state, sendAt, editable) => {
  expect(editableNow({ channel: 'sms', state, sendAt }, NOW)).toBe(editable);
});

describe('actionEffect', () => {
  const running = makeCampaign({
    state: 'paused',
    sendAt: BEFORE,
    contacts: 100,
    stats: { created: 0, paused: 60, completed: 30, failed: 5, 'in-progress': 1, retry: 4 },
  });

  it('counts who is not called any more when a campaign is completed', () => {
    expect(actionEffect('complete', running, NOW)).toEqual({ to: 'completed', final: true, uncalled: 64 });
  });

  it('loses nobody where calling can go on or is done', () => {
    expect(actionEffect('pause', running, NOW)).toEqual({ to: 'paused', final: false, uncalled: 0 });
    expect(actionEffect('resume', running, NOW)).toEqual({ to: 'in_progress', final: false, uncalled: 0 });
    expect(actionEffect('archive', running, NOW)).toEqual({ to: 'archived', final: true, uncalled: 0 });
  });

  it('leads a campaign resumed before its start back to waiting', () => {
    expect(actionEffect('resume', { ...running, sendAt: LATER }, NOW).to).toBe('created');
  });

  it('counts by the campaign before Exotel counts, and by Exotel where the campaign does not say', () => {
    expect(actionEffect('delete', makeCampaign({ contacts: 12 }), NOW).uncalled).toBe(12);
    expect(actionEffect('complete', { ...running, contacts: null }, NOW).uncalled).toBe(64);
    expect(actionEffect('delete', makeCampaign({ contacts: null }), NOW).uncalled).toBeNull();
  });
});

it('takes a campaign for over in the five states that end it', () => {
  expect(CAMPAIGN_STATES.filter(isOver)).toEqual(['completed', 'failed', 'canceled', 'deleted', 'archived']);
});
