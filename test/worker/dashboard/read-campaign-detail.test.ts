import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  campaignUpdateSchema,
  exotelCallSchema,
  exotelCampaignSchema,
} from '../../../shared/protocol/exotel-campaign.ts';
import { readCall } from '../../../worker/exotel/read-call.ts';
import { readExotelCall } from '../../../worker/dashboard/read-call-detail.ts';
import { readExotelCampaign } from '../../../worker/dashboard/read-campaign-detail.ts';
import { updateBody } from '../../../worker/dashboard/update-body.ts';

const NOW = Date.parse('2026-11-22T10:00:00+05:30');
const channel = fc.constantFrom('voice' as const, 'sms' as const);

/** Any values under the keys that Exotel uses. */
const item = fc
  .dictionary(
    fc.constantFrom(
      'id',
      'sid',
      'name',
      'status',
      'from',
      'lists',
      'url',
      'flow_type',
      'read_via_text',
      'schedule',
      'retries',
      'stats',
      'throttle',
      'repeat_menu_attempts',
      'estimated_cost',
      'number',
      'call_sid',
      'duration',
      'digit',
      'date_created',
      'status_callback',
      'report_url',
      'dlt_entitiy_id',
    ),
    fc.anything(),
  )
  .map((data) => ({ data, summary: data }));

describe('a campaign as Exotel has it', () => {
  it('fits the wire whatever Exotel sends, or is none', () => {
    fc.assert(
      fc.property(item, channel, (each, of) => {
        const read = readExotelCampaign(each, of, NOW);
        if (read !== null) expect(exotelCampaignSchema.safeParse({ ...read, import: null }).success).toBe(true);
        const call = readExotelCall(each, of);
        if (call !== null) expect(exotelCallSchema.safeParse(call).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('has no size when its statistics add up to nonsense', () => {
    const stats = { completed: Number.MAX_SAFE_INTEGER, failed: 1 };
    expect(readExotelCampaign({ data: { id: 'a', lists: ['l'], stats }, summary: null }, 'voice', NOW)?.contacts).toBe(
      null,
    );
  });

  it('is counted, and its calls timed, also where Exotel writes numbers as texts', () => {
    const data = { id: 'a', stats: { completed: '12', failed: 3, retry: 'many' } };
    const read = readExotelCampaign({ data, summary: { call_completed: '12' } }, 'voice', NOW);
    expect([read?.stats, read?.summary]).toEqual([{ completed: 12, failed: 3 }, { call_completed: 12 }]);
    const durations = ['51', 51, '', null, 'long'].map((duration) => {
      const call = { data: { call_sid: 'c', number: '+919810010001', duration }, summary: null };
      return [readExotelCall(call, 'voice')?.durationSeconds, readCall(call)?.durationSeconds];
    });
    expect(durations).toEqual([51, 51, null, null, null].map((seconds) => [seconds, seconds]));
  });

  it('is read from both namings, with Exotel’s misspelling', () => {
    const data = {
      sid: 'a',
      status: 'scheduled',
      dlt_entitiy_id: '1',
      sms_type: 'transactional',
      channel: 'SMS',
      lists: ['l'],
      content_type: 'dynamic',
      schedule: { start_time: '2026-11-22T12:00:00+05:30', end_time: '2026-11-22T18:00:00+05:30' },
    };
    expect(readExotelCampaign({ data, summary: null }, 'sms', NOW)).toMatchObject({
      state: 'created',
      dltEntityId: '1',
      delivery: 'dynamic',
      lists: ['l'],
      contacts: null,
      sendAt: '2026-11-22T12:00:00+05:30',
      actions: ['pause'],
    });
  });
});

const setting = fc.string({ minLength: 4, maxLength: 20 });
const upstream = fc.record(
  {
    id: fc.constant('a'),
    name: setting,
    status: fc.constant('Created'),
    url: fc.constant('http://my.exotel.com/a/exoml/start_voice/1'),
    flow_type: fc.constantFrom('ivr', 'greeting'),
    read_via_text: setting,
    repeat_menu_attempts: fc.nat(9),
    from: fc.constant(['+919810010001']),
    lists: fc.constant(['list']),
    mode: fc.constantFrom('auto', 'custom'),
    campaign_type: fc.constantFrom('static', 'dynamic'),
    call_duplicate_numbers: fc.boolean(),
    schedule: fc.constant({ send_at: '2026-11-22T12:00:00+05:30', end_at: '2026-11-22T18:00:00+05:30' }),
  },
  { requiredKeys: ['id', 'name', 'status', 'schedule', 'url'] },
);
const change = fc
  .record(
    {
      name: setting,
      text: setting,
      flowUrl: fc.constant('http://my.exotel.com/a/exoml/start_voice/2'),
      throttle: fc.option(fc.integer({ min: 1, max: 59 })),
    },
    { requiredKeys: [] },
  )
  .filter(({ text, flowUrl }) => text === undefined || flowUrl === undefined);

describe('the body of an update', () => {
  it('never names two audiences or two ways to speak, and never a throttle without its mode', () => {
    fc.assert(
      fc.property(upstream, change, (data, given) => {
        const read = readExotelCampaign({ data, summary: null }, 'voice', NOW);
        if (read === null) throw new Error('no campaign');
        const update = campaignUpdateSchema.parse(JSON.parse(JSON.stringify(given)));
        const body = updateBody(data, { ...read, import: null }, update, 'Asia/Kolkata');
        expect('from' in body && 'lists' in body).toBe(false);
        expect('url' in body && ('flow_type' in body || 'read_via_text' in body)).toBe(false);
        expect('throttle' in body).toBe(body['mode'] === 'custom');
        expect(Object.values(body)).not.toContain(null);
        expect(body['schedule']).toEqual(data.schedule);
        if (update.name !== undefined) expect(body['name']).toBe(update.name);
      }),
    );
  });
});
