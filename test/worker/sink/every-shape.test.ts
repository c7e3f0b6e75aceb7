import { reset } from 'cloudflare:test';
import { afterEach, expect, it } from 'vitest';
import { callbackItemSchema, SINK_KINDS, sinkSchema, type SinkKind } from '../../../shared/protocol/sink.ts';
import { ask, post } from '../support/edge.ts';

afterEach(reset);

type Fields = Readonly<Record<string, string>>;
interface Understood {
  readonly campaign: string | null;
  readonly number: string | null;
  readonly callSid: string | null;
  readonly status: string | null;
}
interface Sample {
  readonly fields: Fields;
  readonly understood: Understood;
}

const CALLED = '+919876543210';
const EXOPHONE = '08088919888';

/** The same content in the field names of campaigns, and in those of calls, messages and flows. */
const SAMPLES: Readonly<Record<SinkKind, readonly [Sample, Sample]>> = {
  call: [
    {
      fields: { campaign_sid: 'camp-1', call_sid: 'call-1', number: '+919876543210', status: 'no-answer' },
      understood: { campaign: 'camp-1', number: CALLED, callSid: 'call-1', status: 'no_answer' },
    },
    {
      fields: { CampaignSid: 'camp-1', CallSid: 'call-1', To: '09876543210', From: EXOPHONE, CallStatus: 'busy' },
      understood: { campaign: 'camp-1', number: CALLED, callSid: 'call-1', status: 'busy' },
    },
  ],
  schedule: [
    {
      fields: {
        campaign_sid: 'camp-1',
        to: '+919876543210',
        from: EXOPHONE,
        call_sids: '[{"call_sid":"call-1"}]',
        status: 'completed',
      },
      understood: { campaign: 'camp-1', number: CALLED, callSid: 'call-1', status: 'completed' },
    },
    {
      fields: { CampaignId: 'camp-1', To: '98765 43210', From: EXOPHONE, CallSids: '["call-1"]', Status: 'Failed' },
      understood: { campaign: 'camp-1', number: CALLED, callSid: 'call-1', status: 'failed' },
    },
  ],
  campaign: [
    {
      fields: { campaign_sid: 'camp-1', name: 'Diwali', status: 'Paused' },
      understood: { campaign: 'camp-1', number: null, callSid: null, status: 'paused' },
    },
    {
      fields: { CampaignSid: 'camp-1', Name: 'Diwali', Status: 'Canceled' },
      understood: { campaign: 'camp-1', number: null, callSid: null, status: 'canceled' },
    },
  ],
  sms: [
    {
      fields: { campaign_sid: 'camp-1', message_sid: 'sms-1', number: '+919876543210', status: 'queued' },
      understood: { campaign: 'camp-1', number: CALLED, callSid: 'sms-1', status: 'in_progress' },
    },
    {
      fields: { SmsSid: 'sms-1', To: '09876543210', SmsStatus: 'failed', DetailedStatus: 'FAILED_EXPIRED' },
      understood: { campaign: null, number: CALLED, callSid: 'sms-1', status: 'failed' },
    },
  ],
  passthru: [
    {
      fields: { call_sid: 'call-1', call_from: '09876543210', call_to: EXOPHONE, digits: '"9"' },
      understood: { campaign: null, number: CALLED, callSid: 'call-1', status: null },
    },
    {
      fields: {
        CallSid: 'call-1',
        From: '09876543210',
        To: EXOPHONE,
        CallFrom: '09876543210',
        CallTo: EXOPHONE,
        DialCallStatus: 'no-answer',
      },
      understood: { campaign: null, number: CALLED, callSid: 'call-1', status: 'no_answer' },
    },
  ],
};

const CASINGS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toLowerCase(),
  (name) => name.toUpperCase(),
  (name) => name.replaceAll(/(?<=[a-z])[A-Z]|_/g, (letter) => `-${letter.replace('_', '')}`),
];

interface Shape {
  readonly name: string;
  readonly request: (fields: Fields) => RequestInit & { readonly query: string };
}

const SHAPES: readonly Shape[] = [
  {
    name: 'JSON',
    request: (fields) => ({
      method: 'POST',
      query: '',
      body: JSON.stringify(fields),
      headers: { 'content-type': 'application/json' },
    }),
  },
  { name: 'a form', request: (fields) => ({ method: 'POST', query: '', body: new URLSearchParams(fields) }) },
  {
    name: 'a multipart form',
    request: (fields) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return { method: 'POST', query: '', body };
    },
  },
  {
    name: 'the address of a GET',
    request: (fields) => ({ method: 'GET', query: new URLSearchParams(fields).toString() }),
  },
  {
    name: 'the address of a POST',
    request: (fields) => ({ method: 'POST', query: new URLSearchParams(fields).toString(), body: '' }),
  },
];

it('understands every kind, in the field names of either generation, in any casing and every shape', async () => {
  const sink = sinkSchema.parse(await (await post('/api/sinks', { name: 'Everything' })).json());
  const expected: object[] = [];
  for (const kind of SINK_KINDS)
    for (const { fields, understood } of SAMPLES[kind])
      for (const casing of CASINGS)
        for (const { name, request } of SHAPES) {
          const cased = Object.fromEntries(Object.entries(fields).map(([field, value]) => [casing(field), value]));
          const { query, ...init } = request(cased);
          const answer = await ask(`${sink.urls[kind]}${query === '' ? '' : `?${query}`}`, { ...init, token: null });
          expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
          expected.push({ as: [kind, name, Object.keys(cased).join()], ...understood, method: init.method, query });
        }
  const lines = (await (await ask(`/api/callbacks.ndjson?sink=${sink.id}`)).text()).trim().split('\n');
  const kept = lines.map((line) => callbackItemSchema.parse(JSON.parse(line)));
  const shown = kept.map(({ campaign, number, callSid, status, method, query }, at) => ({
    as: Object(expected[at]).as,
    campaign,
    number,
    callSid,
    status,
    method,
    query,
  }));
  expect(shown).toEqual(expected);
});
