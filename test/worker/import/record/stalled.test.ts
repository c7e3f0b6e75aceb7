import { describe, expect, it } from 'vitest';
import { newCampaignRow } from '../../../../worker/import/outbox/campaign-row.ts';
import { stalledAttention } from '../../../../worker/import/record/attention.ts';

const SEND_AT = Date.parse('2026-11-23T09:00:00+05:30');
const END_AT = Date.parse('2026-11-23T20:59:00+05:30');
const MINUTE = 60_000;
const row = {
  ...newCampaignRow({
    seq: 2,
    name: 'leads 2/3 #a-2',
    firstContact: 0,
    contacts: 10,
    sendAt: SEND_AT,
    endAt: END_AT,
    lists: [],
    deletable: true,
  }),
  sid: 's2',
};

function codesAt(state: 'created' | 'in_progress' | 'completed', now: number): string[] {
  return stalledAttention([{ ...row, state }], now).map(({ code }) => code);
}

describe('what does not move', () => {
  it('is shown once it has stood still for longer than it may', () => {
    expect(codesAt('in_progress', SEND_AT + 20 * MINUTE)).toEqual([]);
    expect(codesAt('in_progress', SEND_AT + 21 * MINUTE)).toEqual(['not_moving']);
    expect(codesAt('created', SEND_AT + 21 * MINUTE)).toEqual(['not_started']);
    expect(codesAt('completed', SEND_AT + 21 * MINUTE)).toEqual([]);
  });

  it('stays shown after the campaign should have ended', () => {
    expect(codesAt('in_progress', END_AT + MINUTE)).toEqual(['not_moving']);
    expect(codesAt('created', END_AT + MINUTE)).toEqual(['not_started']);
  });

  it('names contacts nobody can account for', () => {
    const outcomes = { ...row.outcomes, queued: 8, unaccounted: 2 };
    expect(stalledAttention([{ ...row, state: 'completed', closed: true, outcomes }], END_AT)).toMatchObject([
      { code: 'unaccounted', seq: 2, choices: [] },
    ]);
  });
});
