import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answered, sidOf, startPair, textOf } from './exotel-client.ts';
import type { Pair } from './exotel-client.ts';
import { requestsOf, sampleJson } from './exotel-samples.ts';
import { expectLikeSample } from './like-sample.ts';
import { uploadList } from './upload-list.ts';

let pair: Pair;
beforeEach(async () => {
  // When the campaign of the sample was created.
  const startAt = Date.parse('2022-08-10T21:47:52+05:30');
  pair = await startPair({ startAt, speed: 1e-6, settings: { pastSendAt: 'start_now' }, mix: { completed: 1 } });
});
afterEach(() => pair.exotel.close());

/** The campaign the sample shows, with the names of the create call; the schedule is left to the defaults. */
async function createCampaign(): Promise<string> {
  const list = await uploadList(pair, 'static', 'number\r\n+919449141947\r\n');
  const body = {
    name: 'camp1',
    content_type: 'static',
    lists: [list],
    channel: 'SMS',
    dlt_entity_id: '1101428740000012125',
    dlt_template_id: '1107160016142600511',
    sender_id: 'EXOTEL',
    sms_type: 'Transactional',
    template: '12345 is your One Time Password (OTP) for logging into Exotel dashboard.',
    sms_status_callback: 'https://www.test-campaign.com',
  };
  return sidOf(await answered(pair.client, 'POST', '/message-campaigns', body));
}

describe('a published request to archive a message campaign', () => {
  it.each(requestsOf('PUT /message-campaigns/<id> action'))('is taken from %s once it is completed', async (file) => {
    const sid = await createCampaign();
    const path = `/message-campaigns/${sid}`;
    const early = await pair.client.request('PUT', path, sampleJson(file));
    expect(early.result).toMatchObject({ ok: false, error: { code: 'conflict' } });
    await pair.exotel.control.setClock({ skipTo: '2022-08-19T12:21:34+05:30' });
    const { items } = await answered(pair.client, 'PUT', path, sampleJson(file));
    expect(items[0]?.data).toMatchObject({ sid, status: 'archived' });
  });

  it('is answered as printed', async () => {
    const sid = await createCampaign();
    await pair.exotel.control.setClock({ skipTo: '2022-08-19T12:21:34+05:30' });
    const text = await textOf(pair, 'PUT', `/message-campaigns/${sid}`, { action: 'archive' });
    const byNature = ['sid', 'lists[]', 'report_url', 'estimated_cost'].map((key) => `response.data.${key}`);
    expectLikeSample(sampleJson('sms-action-response.json'), text, ['request_id', ...byNature]);
  });
});
