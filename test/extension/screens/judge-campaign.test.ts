import { describe, expect, it } from 'vitest';
import type { Account } from '../../../shared/protocol/account.ts';
import { validateCampaign } from '../../../extension/screens/campaigns/editor/validate-campaign.ts';
import { exotelCampaign } from '../support/exotel-campaign.ts';

const NOW = Date.parse('2026-11-22T08:00:00+05:30');
const ACCOUNT: Account = {
  accountSid: 'acme1',
  region: 'mumbai',
  user: 'asha',
  role: 'admin',
  template: null,
  hasPreparers: false,
  window: { from: '09:00', to: '21:00' },
  weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  closedDates: ['2026-11-30'],
  timeZone: 'Asia/Kolkata',
  country: 'IN',
  callsPerMinute: 60,
  messagesPerMinute: 300,
  requestsPerMinute: 30,
  promised: [],
  retentionDays: 90,
  version: '0.3.0',
  minimumExtension: '0.3.0',
  limits: { fileBytes: 1, fileRows: 1, numbersPerCampaign: 5_000, retries: 3 },
  asOf: '2026-11-22T02:30:00Z',
};
const retries = { count: 1, intervalMinutes: 15, mechanism: 'Linear', on: ['busy'] };

/** The fields in which a change is wrong. */
function places(update: unknown, change: Parameters<typeof exotelCampaign>[0] = {}, now = NOW): string[] {
  return validateCampaign(exotelCampaign(change), update, ACCOUNT, now).map(({ path }) => path);
}

describe('validateCampaign', () => {
  it('finds nothing wrong with what Exotel takes', () => {
    expect(places({ name: 'Renewals', sendAt: '2026-11-23T11:30:00+05:30', throttle: 20, retries })).toEqual([]);
  });

  it.each([
    ['name', { name: 'abc' }],
    ['sendAt', { sendAt: '' }],
    ['sendAt', { sendAt: '2026-11-23T08:59:00+05:30' }],
    ['sendAt', { sendAt: '2026-11-21T11:30:00+05:30' }],
    ['sendAt', { sendAt: '2026-11-30T11:30:00+05:30', endAt: '2026-11-30T12:30:00+05:30' }],
    ['endAt', { endAt: '2026-11-23T09:30:00+05:30' }],
    ['endAt', { endAt: '2026-11-24T10:00:00+05:30' }],
    ['throttle', { throttle: 60 }],
    ['throttle', { throttle: Number.NaN }],
    ['retries.on', { retries: { ...retries, on: [] } }],
    ['retries.intervalMinutes', { retries: { ...retries, intervalMinutes: 0 } }],
    ['retries.count', { retries: { ...retries, count: Number.NaN } }],
    ['call', { callbacks: { call: 'crm.example' } }],
  ])('places what is wrong at %s', (place, update) => {
    expect(places(update)).toEqual([place]);
  });

  it('says of the whole form that the campaign has begun meanwhile', () => {
    expect(places({ name: 'Renewals' }, {}, Date.parse('2026-11-23T10:30:00+05:30'))).toEqual(['']);
  });

  it('judges only the spelling while the account is not known', () => {
    const late = { sendAt: '2026-11-23T23:30:00+05:30' };

    expect(validateCampaign(exotelCampaign(), late, null, NOW)).toEqual([]);
  });
});
