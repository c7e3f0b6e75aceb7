import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listHeading } from '../../shared/contacts/list-row.ts';
import { toSmsCampaign } from '../../shared/plan/sms-campaign.ts';
import { toVoiceCampaign } from '../../shared/plan/voice-campaign.ts';
import { templateInputSchema } from '../../shared/template/template-schema.ts';
import type { SmsTemplateInput, VoiceTemplateInput } from '../../shared/template/template-schema.ts';
import { bindText, exotelText } from '../../shared/template/text-variables.ts';
import type { BoundText } from '../../shared/template/text-variables.ts';
import { SMS_API, VOICE_API } from '../../worker/exotel/campaign-api.ts';
import { requestsOf, sampleJson } from './exotel-samples.ts';
import { campaignOf, filledIn } from './sample-shapes.ts';

/** For the samples that leave the name to Exotel; ours never do. */
const OUR_NAME = 'Diwali leads 1/1 #k3v9x2a7-1';
const IST = 'Asia/Kolkata';
const SEND_AT = Date.parse('2022-08-08T16:34:22+05:30');
const END_AT = Date.parse('2022-09-07T16:34:22+05:30');

type Sample = ReturnType<typeof campaignOf>;

/** The settings of a sample as a user would save them. */
function templateOf(sample: Sample): VoiceTemplateInput {
  const { retries } = sample;
  const template = templateInputSchema.parse({
    name: 'the settings of a sample',
    channel: 'voice',
    callerId: sample.caller_id,
    flow: sample.url === undefined ? { kind: 'ivr', text: sample.read_via_text } : { kind: 'flow', url: sample.url },
    ...(retries === undefined
      ? {}
      : {
          retries: {
            count: retries.number_of_retries,
            intervalMinutes: retries.interval_mins,
            mechanism: retries.mechanism,
            on: retries.on_status,
          },
        }),
    customField: sample.custom_field ?? null,
  });
  if (template.channel !== 'voice') throw new Error('A voice template became another.');
  return template;
}

function built(sample: Sample, personalText: string | null): unknown {
  return toVoiceCampaign({
    template: templateOf(sample),
    audience: sample.lists === undefined ? { numbers: sample.from ?? [] } : { lists: sample.lists },
    personalText,
    name: sample.name ?? OUR_NAME,
    sendAt: SEND_AT,
    endAt: END_AT,
    callbacks: {
      call: sample.call_status_callback,
      schedule: sample.call_schedule_callback,
      campaign: sample.status_callback,
    },
    timeZone: IST,
  });
}

function bound(text: string): BoundText {
  const result = bindText(text, ['number', 'Name', 'Last name', 'Order ID']);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** If a sample relies on Exotel's defaults, we send the value. */
const SAID = {
  name: OUR_NAME,
  type: 'trans',
  call_duplicate_numbers: false,
  schedule: { send_at: '2022-08-08T16:34:22+05:30', end_at: '2022-09-07T16:34:22+05:30' },
};

describe('what we send to create a campaign', () => {
  it.each(requestsOf('POST /campaigns'))('holds what %s has', (file) => {
    const sample = campaignOf(filledIn(file));
    const text = bound(sample.read_via_text ?? '');
    expect(built(sample, exotelText(text))).toEqual({
      ...SAID,
      repeat_menu_attempts: 0,
      ...sample,
      // Exotel's sample has spaces in headings; our lists have none, and the text uses our lists' headings.
      read_via_text: 'Hi @@Name @@Last_name , your order ID is @@Order_ID . Press 1 to proceed, press 2 to abort',
    });
    expect(listHeading(text.variables)).toBe('number,Name,Last_name,Order_ID\r\n');
  });

  it.each(requestsOf('PUT /campaigns/<id>'))('holds what %s has, a flow and its numbers', (file) => {
    const sample = campaignOf(filledIn(file));
    expect(built(sample, null)).toEqual({ ...SAID, campaign_type: 'static', ...sample });
  });

  it('is wrapped, and actions are', () => {
    expect(VOICE_API.wrap({ action: 'pause' })).toEqual(sampleJson('voice-action-request-curl.json'));
    expect(requestsOf('POST /campaigns').map(([file]) => VOICE_API.wrap(campaignOf(filledIn(file))))).toEqual(
      requestsOf('POST /campaigns').map(([file]) => filledIn(file)),
    );
  });
});

const smsSampleSchema = z.object({
  response: z.object({
    data: z.object({
      name: z.string(),
      lists: z.array(z.string()),
      sms_status_callback: z.string(),
      dlt_template_id: z.string(),
      dlt_entitiy_id: z.string(),
      sender_id: z.string(),
      template: z.string(),
      schedule: z.object({ start_time: z.string(), end_time: z.string() }),
    }),
  }),
});

function smsTemplate(input: unknown): SmsTemplateInput {
  const template = templateInputSchema.parse(input);
  if (template.channel !== 'sms') throw new Error('A message template became another.');
  return template;
}

describe('what we send for message campaigns', () => {
  it('holds the settings of the only sample, an answer, with the names of the request', () => {
    const { data } = smsSampleSchema.parse(sampleJson('sms-action-response.json')).response;
    const template = smsTemplate({
      name: data.name,
      channel: 'sms',
      text: data.template,
      smsType: 'transactional',
      senderId: data.sender_id,
      dltEntityId: data.dlt_entitiy_id,
      dltTemplateId: data.dlt_template_id,
    });
    const body = toSmsCampaign({
      template,
      lists: data.lists,
      personalText: null,
      name: data.name,
      sendAt: Date.parse(data.schedule.start_time),
      endAt: Date.parse(data.schedule.end_time),
      callbacks: { message: data.sms_status_callback, campaign: 'https://www.test-campaign.com/campaign' },
      timeZone: IST,
    });
    const { dlt_entitiy_id, ...same } = data;
    expect(body).toEqual({
      ...same,
      dlt_entity_id: dlt_entitiy_id,
      content_type: 'static',
      channel: 'SMS',
      sms_type: 'Transactional',
      status_callback: 'https://www.test-campaign.com/campaign',
    });
  });

  it.each(requestsOf('PUT /message-campaigns/<id> action'))('is the bare action of %s', (file) => {
    expect(SMS_API.wrap({ action: 'archive' })).toEqual(sampleJson(file));
  });
});
