import { describe, expect, it } from 'vitest';
import { KEEPER_LEAD_SECONDS } from '../../../../shared/safety-limits.ts';
import { newCampaignRow, type CampaignRow } from '../../../../worker/import/outbox/campaign-row.ts';
import { keepHours } from '../../../../worker/import/record/keep-hours.ts';

const HOURS = { window: { openMinute: 540, closeMinute: 1_260 }, timeZone: 'Asia/Kolkata' };
const at = (time: string): number => Date.parse(`2026-11-30T${time}:00+05:30`);
const PLANNED = { seq: 1, name: 'x', firstContact: 0, contacts: 9, lists: [], deletable: true };

function row(change: Partial<CampaignRow>): CampaignRow {
  const made = newCampaignRow({ ...PLANNED, sendAt: at('10:00'), endAt: at('23:00') });
  return { ...made, sid: 'sid', state: 'in_progress', ...change };
}

describe('keepHours', () => {
  it.each([
    ['what rings when they close', row({}), at('20:59')],
    ['what rings in the night', row({}), at('23:00')],
    ['what rings before they open', row({}), at('08:59')],
    ['what is to start in the night', row({ state: 'created', sendAt: at('22:00') }), at('21:59')],
    ['what is being resumed in the night', row({ want: 'running' }), at('22:00')],
  ])('pauses %s', (_what, before, now) => {
    expect(keepHours(before, 'run', HOURS, now)).toEqual({ ...before, want: 'paused', kept: true, actionAt: 0 });
  });

  it('pauses so early that one look a minute suffices', () => {
    expect(KEEPER_LEAD_SECONDS).toBeGreaterThan(2 * 60);
    const open = row({});
    expect(keepHours(open, 'run', HOURS, at('20:56'))).toBe(open);
    expect(keepHours(open, 'run', HOURS, at('20:57'))).toMatchObject({ want: 'paused' });
  });

  it('asks for what it paused to be resumed, which waits for the hours', () => {
    const kept = row({ state: 'paused', kept: true });
    expect(keepHours(kept, 'run', HOURS, at('22:00'))).toEqual({ ...kept, want: 'running', kept: false });
    expect(keepHours(kept, 'run', HOURS, at('12:00'))).toEqual({ ...kept, want: 'running', kept: false });
    expect(keepHours(kept, 'run', HOURS, at('20:57'))).toBe(kept);
  });

  it.each([
    ['in calling hours', row({}), 'run', at('12:00')],
    ['paused by somebody else', row({ state: 'paused' }), 'run', at('22:00')],
    ['not to start before the morning', row({ state: 'created', sendAt: at('23:59') }), 'run', at('22:00')],
    ['given up', row({ want: 'ended' }), 'run', at('22:00')],
    ['of an import that is paused', row({}), 'pause', at('22:00')],
    ['of an import that is stopped', row({}), 'stop', at('22:00')],
  ] as const)('leaves alone what is %s', (_what, before, target, now) => {
    expect(keepHours(before, target, HOURS, now)).toBe(before);
  });

  it('resumes nothing for a person who paused the import meanwhile', () => {
    const kept = row({ state: 'paused', kept: true });
    expect(keepHours(kept, 'pause', HOURS, at('12:00'))).toEqual({ ...kept, kept: false });
  });
});
