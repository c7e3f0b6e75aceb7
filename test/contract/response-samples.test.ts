import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readCall } from '../../worker/exotel/read-call.ts';
import { readCampaign } from '../../worker/exotel/read-campaign.ts';
import { answered, replay, startPair } from './exotel-client.ts';
import type { Pair } from './exotel-client.ts';
import { sampleJson, sampleText } from './exotel-samples.ts';

let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
});
afterAll(() => pair.exotel.close());

type Call = {
  readonly op: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
};

const PAUSE = { campaigns: [{ action: 'pause' }] };
const CALLS: Readonly<Record<string, Call>> = {
  'voice-create-response.json': { op: 'create', method: 'POST', path: '/campaigns', body: { campaigns: [{}] } },
  'voice-get-response.json': { op: 'get', method: 'GET', path: '/campaigns/x' },
  'voice-action-response.json': { op: 'action', method: 'PUT', path: '/campaigns/x', body: PAUSE },
  'voice-update-response.json': { op: 'update', method: 'PUT', path: '/campaigns/x', body: { campaigns: [{}] } },
  'voice-list-response.json': { op: 'list', method: 'GET', path: '/campaigns?limit=3' },
  'voice-calls-response.json': { op: 'calls', method: 'GET', path: '/campaigns/x/call-details' },
  'sms-action-response.json': {
    op: 'sms_action',
    method: 'PUT',
    path: '/message-campaigns/x',
    body: { action: 'archive' },
  },
};

const envelopeSchema = z.looseObject({
  http_code: z.number(),
  metadata: z.object({ total: z.number() }).optional(),
  response: z.preprocess(
    (response) => (Array.isArray(response) ? response : [response]),
    z.array(z.object({ data: z.unknown(), summary: z.unknown().optional() })),
  ),
});

/** Answers the sample's own request with the sample's own bytes and its `http_code`. */
async function read(file: string) {
  const call = CALLS[file];
  if (call === undefined) throw new Error(`Nothing asks for ${file}.`);
  await replay(pair.exotel, call.op, envelopeSchema.parse(sampleJson(file)).http_code, sampleText(file));
  return answered(pair.client, call.method, call.path, call.body);
}

const NO_NUMBERS_UNCALLED = { dnd: 0, invalid: 0, notAttempted: 0, unsettled: 0 };

describe('a published answer', () => {
  it.each(Object.keys(CALLS))('%s is read whole: data, summary and total', async (file) => {
    const sample = envelopeSchema.parse(sampleJson(file));
    const { items, total } = await read(file);
    expect(total).toBe(sample.metadata?.total ?? null);
    expect(items).toEqual(sample.response.map(({ data, summary = null }) => ({ data, summary })));
  });

  it.each([
    [
      'voice-create-response.json',
      {
        sid: '59beaff7d1c887e877a3b5942bc389fd1688',
        name: 'Exotel_2022-08-08 16:33:22',
        state: 'created',
        startsAt: Date.parse('2022-08-08T11:04:22Z'),
        stats: null,
      },
    ],
    [
      'voice-get-response.json',
      {
        sid: '59beaff7d1c887e877a3b5942bc389fd1688',
        name: 'Exotel_2022-08-08 16:33:22',
        state: 'completed',
        startsAt: Date.parse('2022-08-08T11:04:23Z'),
        stats: NO_NUMBERS_UNCALLED,
      },
    ],
    [
      'voice-action-response.json',
      {
        sid: '909d2a2ba53ce07f3784668b938eb44914bo',
        name: 'diwali_campaign',
        state: 'paused',
        startsAt: Date.parse('2020-11-24T18:23:19Z'),
        stats: null,
      },
    ],
    [
      'voice-update-response.json',
      {
        sid: '909d2a2ba53ce07f3784668b938eb44914bo',
        name: 'diwali_campaign',
        state: 'created',
        startsAt: Date.parse('2020-11-24T18:23:19Z'),
        stats: null,
      },
    ],
    [
      'sms-action-response.json',
      {
        sid: '90dad70b939f469fbf8b801660148272',
        name: 'camp1',
        state: 'archived',
        startsAt: Date.parse('2022-08-10T16:27:00Z'),
        stats: NO_NUMBERS_UNCALLED,
      },
    ],
  ])('%s tells which campaign it is and how it stands', async (file, campaign) => {
    const { items } = await read(file);
    expect(items.map((item) => readCampaign(item))).toEqual([campaign]);
  });

  it('of the list tells of every campaign', async () => {
    const { items } = await read('voice-list-response.json');
    expect(items.map((item) => readCampaign(item))).toEqual([
      {
        sid: '046141c8f6edde79938e69af34e560ef156l',
        name: '<your_sid>_2021-06-21 22:28:47',
        state: 'completed',
        startsAt: Date.parse('2021-06-21T16:59:47Z'),
        stats: NO_NUMBERS_UNCALLED,
      },
      {
        sid: '391db1c6f28ca06273ba200221767fe3156l',
        name: '<your_sid>_2021-06-21 21:58:43',
        state: 'created',
        startsAt: Date.parse('2021-06-21T16:29:43Z'),
        stats: null,
      },
      {
        sid: 'cff6e2d08f563dc358a9c565e10cd9d3156l',
        name: '<your_sid>_2021-06-21 21:47:41',
        state: 'created',
        startsAt: Date.parse('2021-06-21T16:18:42Z'),
        stats: null,
      },
    ]);
  });

  it('of call details tells of every call', async () => {
    const { items } = await read('voice-calls-response.json');
    const same = { at: '2021-07-11T12:08:00+05:30', digits: null, recordingUrl: null };
    expect(items.map((item) => readCall(item))).toEqual([
      {
        ...same,
        sid: 'e03f3cf9b27cea6108d1195c5753157b',
        number: '+919449141947',
        status: 'failed',
        durationSeconds: 3,
      },
      {
        ...same,
        sid: 'f93248f8e1a8e8b28b649ad5150a157b',
        number: '+919946986806',
        status: 'no_answer',
        durationSeconds: 51,
      },
      {
        ...same,
        sid: '71ff290dc61eb39518af202ce37f157b',
        number: '+919310398307',
        status: 'failed',
        durationSeconds: 18,
      },
    ]);
  });

  it('of what is not there is "not found", whether it comes as an array or an object', async () => {
    const fragment = z.object({ error_data: z.unknown() }).parse(sampleJson('voice-error-data.json'));
    const item = { code: 404, ...fragment, status: 'failure', data: null };
    for (const response of [item, [item]]) {
      await replay(
        pair.exotel,
        'get',
        404,
        JSON.stringify({ request_id: '0', method: 'GET', http_code: 404, response }),
      );
      const { result } = await pair.client.request('GET', '/campaigns/x');
      expect(result).toEqual({ ok: false, error: { code: 'not_found', status: 404, description: 'Not Found' } });
    }
  });
});
