import { describe, expect, it } from 'vitest';
import { campaignUpdateSchema } from '../../../../../shared/protocol/exotel-campaign.ts';
import {
  openSettings,
  toCampaignFields,
  toCampaignUpdate,
} from '../../../../../extension/screens/campaigns/editor/campaign-fields.ts';
import type { CampaignFields } from '../../../../../extension/screens/campaigns/editor/campaign-fields.ts';
import { exotelCampaign } from '../../../support/exotel-campaign.ts';

const ZONE = 'Asia/Kolkata';

/** The update that results when these fields are typed over the campaign's. */
function update(typed: Partial<CampaignFields>, change: Parameters<typeof exotelCampaign>[0] = {}) {
  const campaign = exotelCampaign(change);
  const initial = toCampaignFields(campaign, ZONE);
  return toCampaignUpdate({ ...initial, ...typed }, initial, openSettings(campaign), ZONE);
}

describe('openSettings', () => {
  it('opens everything before the start, only addresses after it, nothing in the end', () => {
    expect(openSettings(exotelCampaign())).toEqual([
      'name',
      'sender',
      'text',
      'customField',
      'sendAt',
      'endAt',
      'throttle',
      'retries',
      'call',
      'schedule',
      'campaign',
    ]);
    expect(openSettings(exotelCampaign({ editable: 'callbacks' }))).toEqual(['call', 'schedule', 'campaign']);
    expect(openSettings(exotelCampaign({ editable: 'none' }))).toEqual([]);
  });

  it('asks for a flow or a text, never both, and repeats only a menu', () => {
    const said = (flowType: string | null) =>
      openSettings(exotelCampaign({ flowType })).filter((name) => ['flowUrl', 'text', 'repeatMenu'].includes(name));

    expect([said(null), said('greeting'), said('ivr')]).toEqual([['flowUrl'], ['text'], ['text', 'repeatMenu']]);
  });

  it('leaves an import the name and the addresses it finds its campaign by', () => {
    const own = { import: { id: 'k3v9x2a7', seq: 1 } };

    expect(openSettings(exotelCampaign({ ...own, editable: 'callbacks' }))).toEqual([]);
    expect(openSettings(exotelCampaign(own))).not.toEqual(expect.arrayContaining(['name']));
  });

  it('has no retries for messages', () => {
    expect(openSettings(exotelCampaign({ channel: 'sms' }))).toEqual([
      'name',
      'sender',
      'text',
      'sendAt',
      'endAt',
      'message',
      'campaign',
    ]);
  });
});

describe('toCampaignUpdate', () => {
  it('sends nothing when nothing was typed, though seconds are not shown', () => {
    expect(update({})).toEqual({});
  });

  it('sends only what was typed, times with the zone of the account', () => {
    const sent = update({ name: ' Renewals ', sendAt: '2026-11-23T11:30', throttle: '20', call: '' });

    expect(sent).toEqual({
      name: 'Renewals',
      sendAt: '2026-11-23T11:30:00+05:30',
      throttle: 20,
      callbacks: { call: null },
    });
    expect(campaignUpdateSchema.safeParse(sent).success).toBe(true);
  });

  it('sends the retries whole when one of them was typed', () => {
    expect(update({ retryInterval: '30' })).toEqual({
      retries: { count: 1, intervalMinutes: 30, mechanism: 'Linear', on: ['busy'] },
    });
    expect(update({ retryCount: '0' })).toEqual({
      retries: { count: 0, intervalMinutes: 0, mechanism: 'Linear', on: [] },
    });
  });

  it.each([{ sendAt: '' }, { throttle: 'fast' }, { repeatMenu: '' }, { retryInterval: 'soon' }])(
    'never makes a setting of %j',
    (typed) => {
      expect(campaignUpdateSchema.safeParse(update(typed, { flowType: 'ivr' })).success).toBe(false);
    },
  );

  it('sends nothing that may not change, whatever the form held when it started', () => {
    expect(update({ name: 'Other', message: 'https://x.example' }, { editable: 'callbacks' })).toEqual({});
  });
});
