import { describe, expect, it } from 'vitest';
import { readExotelCampaign } from '../../worker/dashboard/read-campaign-detail.ts';
import { updateBody } from '../../worker/dashboard/update-body.ts';
import type { CampaignUpdate, ExotelCampaign } from '../../shared/protocol/exotel-campaign.ts';
import { requestsOf } from './exotel-samples.ts';
import { itemsOf } from './sample-items.ts';
import { campaignOf, filledIn } from './sample-shapes.ts';

/** The campaign of a sample answer before its start, and the body that changes it. */
function changed(file: string, update: CampaignUpdate, index = 0): Record<string, unknown> {
  const item = itemsOf(file)[index];
  const read = readExotelCampaign(item, file.startsWith('sms') ? 'sms' : 'voice', 0);
  if (item === undefined || read === null) throw new Error('The sample holds no campaign.');
  const campaign: ExotelCampaign = { ...read, editable: 'all', import: null };
  return updateBody(item.data, campaign, update, 'Asia/Kolkata');
}

/** The change that the sample of a request asks for, as our API takes it. */
function updateOf(file: string): CampaignUpdate {
  const sample = campaignOf(filledIn(file));
  const { retries, call_status_callback: call, call_schedule_callback: schedule, status_callback: campaign } = sample;
  if (retries === undefined) throw new Error('The sample is not the one of an update.');
  return {
    name: sample.name,
    sender: sample.caller_id,
    flowUrl: sample.url,
    retries: {
      count: retries.number_of_retries,
      intervalMinutes: retries.interval_mins,
      mechanism: retries.mechanism,
      on: retries.on_status,
    },
    callbacks: { call, schedule, campaign },
  };
}

const INLINE = {
  type: 'trans',
  from: ['9900000017'],
  schedule: { send_at: '2021-06-21T21:59:43+05:30', end_at: '2021-07-21T21:59:43+05:30' },
  call_duplicate_numbers: true,
  custom_field: '{"name": "time"}',
};

const DYNAMIC = {
  name: 'Exotel_2022-08-08 16:33:22',
  type: 'trans',
  caller_id: '0XXXX83280',
  lists: ['b7799a24becf436da672163858e8165d'],
  campaign_type: 'dynamic',
  flow_type: 'ivr',
  read_via_text: 'Hi @@Name @@Last name , your order ID is @@Order ID . Press 1 to proceed, press 2 to abort',
  repeat_menu_attempts: 0,
  call_duplicate_numbers: false,
  retries: { number_of_retries: 1, interval_mins: 1, mechanism: 'Exponential', on_status: ['failed', 'busy'] },
  schedule: { send_at: '2022-08-08T16:34:22+05:30', end_at: '2022-09-07T16:34:22+05:30' },
  call_status_callback: 'https://mycallback.sampledomain.in/1gvta9f1',
  call_schedule_callback: 'https://mycallback.sampledomain.in/1gvta9f1',
  status_callback: 'https://mycallback.sampledomain.in/1gvta9f1',
  custom_field: '{"name": "yo"}',
};

describe('what we send to change a campaign', () => {
  it.each(requestsOf('PUT /campaigns/<id>'))('holds what %s has, beside what the campaign had', (file) => {
    const { from: _printed, ...sample } = campaignOf(filledIn(file));
    expect(changed('voice-list-response.json', updateOf(file), 1)).toEqual({ ...INLINE, ...sample });
  });

  it('is the whole campaign as it was printed, but for the change', () => {
    const file = 'voice-create-response.json';
    expect(changed(file, {})).toEqual({ ...DYNAMIC, mode: 'auto' });
    expect(changed(file, { throttle: 30, repeatMenu: 2 })).toEqual({
      ...DYNAMIC,
      repeat_menu_attempts: 2,
      mode: 'custom',
      throttle: 30,
    });
    expect(changed(file, { throttle: null, text: 'Hello @@Name' })).toEqual({
      ...DYNAMIC,
      read_via_text: 'Hello @@Name',
      mode: 'auto',
    });
  });

  it('never names a text beside a flow', () => {
    const url = 'https://my.exotel.com/Exotel/exoml/start_voice/123';
    const { flow_type: _type, read_via_text: _text, repeat_menu_attempts: _menu, ...rest } = DYNAMIC;
    expect(changed('voice-create-response.json', { flowUrl: url })).toEqual({ ...rest, url, mode: 'auto' });
  });

  it('has the names of the request for messages, where the printed answer has others', () => {
    expect(changed('sms-action-response.json', { sendAt: '2022-08-11T05:30:00Z' })).toEqual({
      name: 'camp1',
      content_type: 'static',
      lists: ['f2284e77ea5a4224911251b08f861af2'],
      channel: 'SMS',
      schedule: { start_time: '2022-08-11T11:00:00+05:30', end_time: '2022-09-09T21:57:00+05:30' },
      dlt_entity_id: '1101428740000012125',
      dlt_template_id: '1107160016142600511',
      sender_id: 'EXOTEL',
      sms_type: 'Transactional',
      template: '12345 is your One Time Password (OTP) for logging into Exotel dashboard.',
      sms_status_callback: 'https://www.test-campaign.com',
    });
  });
});
