import type { ExotelCampaign } from '../../../shared/protocol/exotel-campaign.ts';

/** 10:00 in India; the campaign starts two hours later and ends in the evening. */
export const NOW = Date.parse('2026-11-23T10:00:00+05:30');

/** A voice campaign made elsewhere that has not begun. */
export function makeCampaign(change: Partial<ExotelCampaign> = {}): ExotelCampaign {
  return {
    sid: '59beaff7d1c887e877a3b5942bc389fd1688',
    channel: 'voice',
    name: 'Made elsewhere',
    state: 'created',
    word: 'Created',
    contacts: 10,
    delivery: 'inline',
    lists: [],
    sender: '08088919888',
    flowUrl: null,
    flowType: 'greeting',
    text: 'Happy Diwali.',
    repeatMenu: null,
    retries: null,
    throttle: null,
    customField: null,
    sendAt: '2026-11-23T12:00:00+05:30',
    endAt: '2026-11-23T20:00:00+05:30',
    callbacks: { call: null, schedule: null, message: null, campaign: null },
    dltEntityId: null,
    dltTemplateId: null,
    smsType: null,
    estimatedCost: null,
    stats: {},
    summary: {},
    createdAt: '2026-11-23T09:00:00+05:30',
    updatedAt: null,
    reportUrl: null,
    import: null,
    actions: [],
    editable: 'all',
    asOf: '2026-11-23T04:30:00.000Z',
    ...change,
  };
}
