import { describe, expect, it } from 'vitest';
import { checkUpdate } from '../../../shared/campaign/check-update.ts';
import { updateSentence } from '../../../shared/campaign/update-faults.ts';
import type { CampaignUpdate, ExotelCampaign } from '../../../shared/protocol/exotel-campaign.ts';
import { makeCampaign, NOW } from './make-campaign.ts';

const account = { window: { openMinute: 540, closeMinute: 1260 }, timeZone: 'Asia/Kolkata', callsPerMinute: 60 };
const HOOK = 'https://hooks.example/campaign';
const FINE = { ok: true, value: null };

function check(update: CampaignUpdate, change: Partial<ExotelCampaign> = {}) {
  return checkUpdate(makeCampaign(change), update, account, NOW);
}

describe('a change that is taken', () => {
  it.each<[string, CampaignUpdate, Partial<ExotelCampaign>]>([
    ['nothing', {}, {}],
    ['every setting before the start', { name: 'Other name', sender: '08088919888', text: 'Hello.', throttle: 59 }, {}],
    ['a flow in place of a text', { flowUrl: 'http://my.exotel.com/sid/exoml/start_voice/1' }, {}],
    ['a menu that is said again', { repeatMenu: 2 }, { flowType: 'ivr' }],
    ['both times within hours', { sendAt: '2026-11-24T09:00:00+05:30', endAt: '2026-11-24T21:00:00+05:30' }, {}],
    ['a later start before the same end', { sendAt: '2026-11-23T19:59:00+05:30' }, {}],
    ['callbacks after the start', { callbacks: { call: HOOK } }, { state: 'in_progress' }],
    ['no retries any more', { retries: { count: 0, intervalMinutes: 0, mechanism: 'Linear', on: [] } }, {}],
    [
      "another name although its own end lies in the night, which was Exotel's to take",
      { name: 'Other name' },
      { endAt: '2026-12-23T12:00:00+05:30' },
    ],
    ['a text of messages', { text: 'Your code' }, { channel: 'sms', flowType: null }],
    ['times of a campaign of ours', { sendAt: '2026-11-23T13:00:00+05:30' }, { import: { id: 'k3v9', seq: 1 } }],
  ])('%s', (_, update, change) => {
    expect(check(update, change)).toEqual(FINE);
  });

  it('ends at midnight where the hours last until then', () => {
    const update = { endAt: '2026-11-24T00:00:00+05:30' };
    const open = { ...account, window: { openMinute: 540, closeMinute: 1440 } };
    expect(checkUpdate(makeCampaign(), update, open, NOW)).toEqual(FINE);
    expect(checkUpdate(makeCampaign(), update, account, NOW)).toMatchObject({
      error: { code: 'outside_calling_hours', setting: 'endAt' },
    });
  });
});

describe('a change that is refused', () => {
  const retries = { count: 1, intervalMinutes: 5, mechanism: 'Linear', on: ['busy'] } as const;

  it.each<[string, CampaignUpdate, Partial<ExotelCampaign>]>([
    ['campaign_over', { name: 'Other name' }, { state: 'completed' }],
    ['campaign_over', { callbacks: { call: HOOK } }, { state: 'archived' }],
    ['campaign_started', { name: 'Other name' }, { state: 'in_progress' }],
    ['campaign_started', { throttle: null }, { state: 'paused', sendAt: '2026-11-23T09:00:00+05:30' }],
    ['campaign_started', { callbacks: { message: HOOK } }, { channel: 'sms', state: 'in_progress' }],
    ['belongs_to_import', { name: 'Other name' }, { import: { id: 'k3v9', seq: 1 } }],
    ['belongs_to_import', { callbacks: { call: HOOK } }, { import: { id: 'k3v9', seq: 1 }, state: 'in_progress' }],
    ['not_of_channel', { throttle: 5 }, { channel: 'sms' }],
    ['not_of_channel', { callbacks: { call: HOOK } }, { channel: 'sms' }],
    ['not_of_channel', { callbacks: { message: HOOK } }, {}],
    ['text_in_flow', { text: 'Hello.' }, { flowType: null, flowUrl: 'http://my.exotel.com/sid/exoml/start_voice/1' }],
    ['flow_and_text', { text: 'Hello.', flowUrl: 'http://my.exotel.com/sid/exoml/start_voice/1' }, {}],
    ['menu_without_ivr', { repeatMenu: 1 }, {}],
    ['retries_out_of_range', { retries: { ...retries, count: 4, on: ['busy'] } }, {}],
    ['retries_out_of_range', { retries: { ...retries, intervalMinutes: 0, on: ['busy'] } }, {}],
    ['retries_out_of_range', { retries: { ...retries, on: [] } }, {}],
    ['throttle_not_below_account', { throttle: 60 }, {}],
    ['starts_too_soon', { sendAt: '2026-11-23T10:00:59+05:30' }, {}],
    ['starts_too_soon', { sendAt: '2026-11-23T10:11:00+05:30' }, { channel: 'sms' }],
    ['span_too_short', { sendAt: '2026-11-23T18:00:01+05:30' }, { channel: 'sms' }],
    ['ends_before_start', { endAt: '2026-11-23T12:00:00+05:30' }, {}],
    ['outside_calling_hours', { sendAt: '2026-11-24T08:59:59+05:30', endAt: '2026-11-24T12:00:00+05:30' }, {}],
    ['outside_calling_hours', { sendAt: '2026-11-23T21:00:00+05:30', endAt: '2026-11-23T22:00:00+05:30' }, {}],
    ['outside_calling_hours', { endAt: '2026-11-23T21:00:01+05:30' }, {}],
    ['ends_another_day', { endAt: '2026-11-24T20:00:00+05:30' }, {}],
    ['ends_another_day', { sendAt: '2026-11-23T13:00:00+05:30' }, { endAt: '2026-12-23T12:00:00+05:30' }],
  ])('%s', (code, update, change) => {
    const checked = check(update, change);
    expect(checked).toMatchObject({ ok: false, error: { code } });
    if (!checked.ok) expect(updateSentence(checked.error)).toMatch(/^[A-Z].*\.$/);
  });

  it('names the settings that come too late, and those an import needs as they are', () => {
    const late = check({ name: 'Other name', throttle: 5, callbacks: { call: HOOK } }, { state: 'in_progress' });
    expect(late).toMatchObject({ error: { settings: ['name', 'throttle'] } });
    const ours = check({ name: 'Other name', throttle: 5 }, { import: { id: 'k3v9', seq: 1 } });
    expect(ours).toMatchObject({ error: { import: 'k3v9', settings: ['name'] } });
  });
});
