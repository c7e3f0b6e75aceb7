import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { startCallbackSink } from '../exotel/callbacks/callback-sink.ts';
import { answered, sidOf, startPair, textOf } from './exotel-client.ts';
import type { Pair } from './exotel-client.ts';
import type { ExotelOptions } from '../exotel/start-exotel.ts';
import { sampleJson } from './exotel-samples.ts';
import { expectLikeSample, withoutKeys } from './like-sample.ts';
import { campaignOf, filledIn } from './sample-shapes.ts';
import { uploadList } from './upload-list.ts';
import { PATIENCE } from '../fixtures/patience.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** The stand-in, with its clock nearly stopped at the moment when a sample was printed. */
async function pairAt(startAt: string, options: ExotelOptions = {}): Promise<Pair> {
  const settings = { pastSendAt: 'start_now' } as const;
  const pair = await startPair({ startAt: Date.parse(startAt), speed: 1e-6, settings, ...options });
  closers.push(pair.exotel.close);
  return pair;
}

const itemsSchema = z.object({ response: z.array(z.object({ data: z.record(z.string(), z.unknown()) })) });

/** What a create needs to say; schedule, mode and menu repeats are left to the defaults the samples show. */
const CREATE_FIELDS = [
  'name',
  'type',
  'caller_id',
  'from',
  'lists',
  'campaign_type',
  'flow_type',
  'read_via_text',
  'url',
  'retries',
  'status_callback',
  'call_status_callback',
  'call_schedule_callback',
  'custom_field',
  'call_duplicate_numbers',
];

/** The create calls that make the campaigns a sample answer shows, `change` laid over each. */
function createBodies(file: string, change: Readonly<Record<string, unknown>> = {}): unknown[] {
  return itemsSchema.parse(filledIn(file)).response.map(({ data }) => {
    const fields = CREATE_FIELDS.filter((field) => data[field] !== undefined)
      // Exotel made that flow itself, of the text.
      .filter((field) => field !== 'url' || data['flow_type'] === undefined);
    const campaign = Object.fromEntries(fields.map((field) => [field, data[field]]));
    return { campaigns: [{ ...campaign, ...change }] };
  });
}

const TWO_PEOPLE = 'number,Name,Last name,Order ID\r\n+919449141947,Asha,Rao,7\r\n+919946986806,Ravi,Iyer,8\r\n';
const IDS = ['request_id', 'response[].data.id', 'response[].data.lists[]', 'response[].summary.campaign_sid'];
const MADE_FLOW = 'response[].data.url';
const NANOSECONDS = 'response[].summary.DateCreated';
const REPORT = 'response[].data.report_url';
const UPDATED = 'response[].data.date_updated';

/** Items as they are: a schema of their keys would put them in an order of its own. */
const callsSchema = z.looseObject({ response: z.array(z.unknown()) });
const numberOf = (item: unknown): string =>
  z.object({ data: z.object({ number: z.string() }) }).parse(item).data.number;

describe('the stand-in answers as printed', () => {
  it('when a dynamic campaign is created', async () => {
    const pair = await pairAt('2022-08-08T16:33:22.749+05:30');
    const list = await uploadList(pair, 'dynamic', TWO_PEOPLE);
    const [body] = createBodies('voice-create-response.json', { lists: [list] });
    const text = await textOf(pair, 'POST', '/campaigns', body);
    expectLikeSample(filledIn('voice-create-response.json'), text, [...IDS, MADE_FLOW, NANOSECONDS]);
  });

  it('when a finished campaign is read', async () => {
    const pair = await pairAt('2022-08-08T16:33:23+05:30', { mix: { completed: 1 } });
    const list = await uploadList(pair, 'dynamic', TWO_PEOPLE);
    const [body] = createBodies('voice-get-response.json', { lists: [list] });
    const sid = sidOf(await answered(pair.client, 'POST', '/campaigns', body));
    await pair.exotel.control.setClock({ skipTo: '2022-08-08T16:40:42+05:30' });
    const text = await textOf(pair, 'GET', `/campaigns/${sid}`);
    expectLikeSample(filledIn('voice-get-response.json'), text, [...IDS, MADE_FLOW, REPORT, UPDATED]);
    expect(pair.exotel.control.ledger().dials.map(({ spoken }) => spoken)).toEqual([
      'Hi Asha Rao , your order ID is 7 . Press 1 to proceed, press 2 to abort',
      'Hi Ravi Iyer , your order ID is 8 . Press 1 to proceed, press 2 to abort',
    ]);
  });

  it.each([
    ['voice-action-response.json', { action: 'pause' }],
    ['voice-update-response.json', { type: 'trans' }],
  ])('when a campaign is changed: %s', async (file, change) => {
    const pair = await pairAt('2020-11-24T23:52:19.625+05:30');
    const list = await uploadList(pair, 'static', 'number\r\n+919449141947\r\n');
    const [body] = createBodies(file, { lists: [list] });
    const sid = sidOf(await answered(pair.client, 'POST', '/campaigns', body));
    const text = await textOf(pair, 'PUT', `/campaigns/${sid}`, { campaigns: [change] });
    expectLikeSample(filledIn(file), text, [...IDS, NANOSECONDS]);
  });

  it('when campaigns are listed, newest first', async () => {
    const file = 'voice-list-response.json';
    const pair = await pairAt('2021-06-21T21:47:42+05:30', { mix: { completed: 1 } });
    // In the print two campaigns have a start in the past but have not begun; our stand-in cannot reach that state.
    const waiting = { send_at: '2021-06-22T09:00:00+05:30', end_at: '2021-07-21T21:00:00+05:30' };
    const [newest] = createBodies(file);
    const [, middle, oldest] = createBodies(file, { schedule: waiting });
    await answered(pair.client, 'POST', '/campaigns', oldest);
    await pair.exotel.control.setClock({ skipTo: '2021-06-21T21:58:43+05:30' });
    await answered(pair.client, 'POST', '/campaigns', middle);
    await pair.exotel.control.setClock({ skipTo: '2021-06-21T22:28:47+05:30' });
    await answered(pair.client, 'POST', '/campaigns', newest);
    await pair.exotel.control.setClock({ skipTo: '2021-06-21T22:40:00+05:30' });
    const text = await textOf(pair, 'GET', '/campaigns?offset=0&status=Created,Completed&limit=3');
    // Prints of a year later have these as well.
    const old = withoutKeys(text, new Set(['campaign_type', 'mode', 'pending']));
    const times = ['response[].data.schedule.send_at', 'response[].data.schedule.end_at', UPDATED];
    expectLikeSample(filledIn(file), old, [...IDS, ...times, REPORT, 'response[].data.uri', 'metadata.total']);
  });

  it('when calls are listed', async () => {
    const pair = await pairAt('2021-07-11T12:07:00+05:30', {
      script: {
        '+919449141947': [{ result: 'failed', seconds: 3 }],
        '+919946986806': [{ result: 'no-answer', seconds: 51 }],
        '+919310398307': [{ result: 'failed', seconds: 18 }],
      },
    });
    const base = campaignOf(filledIn('voice-update-request-curl.json'));
    // The order of their ends is another than in the print, where all ended in one second.
    const from = ['+919946986806', '+919310398307', '+919449141947'];
    const campaign = { ...base, caller_id: '08088919888', retries: undefined, from };
    const sid = sidOf(await answered(pair.client, 'POST', '/campaigns', { campaigns: [campaign] }));
    await pair.exotel.control.setClock({ skipTo: '2021-07-11T12:30:00+05:30' });
    const text = await textOf(pair, 'GET', `/campaigns/${sid}/call-details?status=no-answer,failed&limit=3`);
    const printed = callsSchema.parse(sampleJson('voice-calls-response.json')).response.map(numberOf);
    const { response, ...head } = callsSchema.parse(JSON.parse(text));
    const sorted = response.toSorted((a, b) => printed.indexOf(numberOf(a)) - printed.indexOf(numberOf(b)));
    const times = ['date_created', 'start_time', 'end_time', 'call_sid'].map((key) => `response[].data.${key}`);
    expectLikeSample(sampleJson('voice-calls-response.json'), JSON.stringify({ ...head, response: sorted }), [
      'request_id',
      'metadata.total',
      ...times,
    ]);
  });

  it('when nothing is there', async () => {
    const pair = await pairAt('2022-08-08T16:33:22+05:30');
    const text = await textOf(pair, 'GET', '/campaigns/nobody');
    expect(text).toContain(JSON.stringify(sampleJson('voice-error-data.json')).slice(1, -1));
  });
});

describe('the stand-in calls back as printed', () => {
  it('of a number and of its campaign', async () => {
    const sink = await startCallbackSink();
    closers.push(sink.close);
    const pair = await pairAt('2019-01-10T17:08:00+05:30', { mix: { completed: 1 } });
    pair.exotel.control.setCallbackFaults({ lose: 0 });
    const { custom_field: _none, ...campaign } = campaignOf(filledIn('voice-update-request-curl.json'));
    const callbacks = {
      status_callback: `${sink.url}/campaign`,
      call_status_callback: null,
      call_schedule_callback: `${sink.url}/schedule`,
    };
    await answered(pair.client, 'POST', '/campaigns', { campaigns: [{ ...campaign, ...callbacks }] });
    await pair.exotel.control.setClock({ skipTo: '2019-01-10T17:30:00+05:30' });
    await vi.waitFor(() => expect(sink.arrived).toHaveLength(3), PATIENCE);
    const last = (path: string) => sink.arrived.findLast((callback) => callback.path === path)?.body ?? '';
    const times = ['date_created', 'date_updated', 'date_updcated', 'date_started'];
    const ofNumber = ['campaign_sid', 'to', 'from', 'call_sids[].call_sid', ...times];
    expectLikeSample(sampleJson('voice-schedule-callback.json'), last('/schedule'), ofNumber);
    const ofCampaign = ['campaign_sid', 'reports', ...times];
    expectLikeSample(sampleJson('voice-campaign-callback.json'), last('/campaign'), ofCampaign);
  });
});
