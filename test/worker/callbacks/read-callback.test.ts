import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CALLBACK_BYTES } from '../../../shared/limits.ts';
import { archiveLine } from '../../../worker/campaign/callback-archive.ts';
import { readCallback, type CallbackFacts } from '../../../worker/callbacks/read-callback.ts';

const NOTHING: CallbackFacts = {
  campaignSid: null,
  numbers: [],
  status: 'unknown',
  campaignState: 'unknown',
  calls: [],
};

const CALL: CallbackFacts = {
  campaignSid: 'c1',
  numbers: ['+919810010001'],
  status: 'no_answer',
  campaignState: 'unknown',
  calls: [{ sid: 'call1', status: 'no_answer', at: '2026-11-22T10:00:00+05:30' }],
};

/** The same call, in the spellings its reports have been seen or printed in. */
const SAME_CALL: readonly (readonly [string, string])[] = [
  [
    'snake case',
    '{"campaign_sid":"c1","call_sid":"call1","date_created":"2026-11-22T10:00:00+05:30","number":"+919810010001","status":"no-answer"}',
  ],
  [
    'camel case',
    '{"CampaignSid":"c1","CallSid":"call1","DateCreated":"2026-11-22T10:00:00+05:30","Number":"+919810010001","Status":"no_answer"}',
  ],
  [
    'capitals and spaces around it',
    ' \n{"CAMPAIGN_SID":"c1","CALL_SID":"call1","DATE_CREATED":"2026-11-22T10:00:00+05:30","NUMBER":"+919810010001","STATUS":"NoAnswer"} ',
  ],
  [
    'an id for a sid, and `to` for the number',
    '{"campaign_id":"c1","sid":"call1","start_time":"2026-11-22T10:00:00+05:30","to":"+919810010001","call_status":"no-answer"}',
  ],
  [
    'a form',
    'campaign_sid=c1&call_sid=call1&date_created=2026-11-22T10%3A00%3A00%2B05%3A30&number=%2B919810010001&status=no-answer',
  ],
  [
    'an array of one',
    '[{"campaign_sid":"c1","call_sid":"call1","date_created":"2026-11-22T10:00:00+05:30","number":"+919810010001","status":"no-answer"}]',
  ],
  [
    'the envelope of a create',
    '{"request_id":"r","response":[{"code":200,"data":{"campaign_sid":"c1","call_sid":"call1","date_created":"2026-11-22T10:00:00+05:30","number":"+919810010001","status":"no-answer"}}]}',
  ],
];

const LISTED = [
  { sid: 'call1', status: 'busy', at: '2026-11-22T10:05:00+05:30' },
  { sid: 'call2', status: 'completed', at: '2026-11-22T10:05:00+05:30' },
];

function schedule(callSids: unknown): string {
  return JSON.stringify({
    campaign_sid: 'c1',
    to: '+919810010001',
    from: '08088919888',
    date_updcated: '2026-11-22T10:05:00+05:30',
    call_sids: callSids,
    status: 'completed',
  });
}

describe('a callback', () => {
  it.each(SAME_CALL)('is read from %s', (_spelling, body) => {
    expect(readCallback(body)).toEqual(CALL);
  });

  it('keeps every field that may be the contact, the contact before the ExoPhone', () => {
    expect(readCallback(schedule([])).numbers).toEqual(['+919810010001', '08088919888']);
  });

  it('lists the calls of a schedule, their time from a misspelt key', () => {
    const objects = [
      { call_sid: 'call1', status: 'busy' },
      { call_sid: 'call2', status: 'completed' },
    ];
    expect(readCallback(schedule(objects)).calls).toEqual(LISTED);
    expect(readCallback(schedule(JSON.stringify(objects))).calls).toEqual(LISTED);
    expect(readCallback(schedule(['call1', 'call2'])).calls.map(({ sid, status }) => [sid, status])).toEqual([
      ['call1', 'unknown'],
      ['call2', 'unknown'],
    ]);
  });

  it('lists no more calls than an honest schedule has, and no text longer than an honest one', () => {
    const facts = readCallback(schedule(Array.from({ length: 5_000 }, (_, i) => `${i} ${'x'.repeat(999)}`)));
    expect(facts.calls).toHaveLength(16);
    expect(Math.max(...facts.calls.map(({ sid }) => sid.length))).toBe(256);
  });

  it('reads what a campaign says of itself', () => {
    const said = ['in-progress', 'InProgress', 'Completed', 'PAUSED', 'canceled', 'no such word'].map(
      (status) => readCallback(JSON.stringify({ campaign_sid: 'c1', status })).campaignState,
    );
    expect(said).toEqual(['in_progress', 'in_progress', 'completed', 'paused', 'canceled', 'unknown']);
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \n '],
    ['a word', 'hello'],
    ['a number', '7'],
    ['null', 'null'],
    ['cut JSON', '{"number":"+9198'],
    ['an empty array', '[]'],
    ['an array of a word', '["x"]'],
    ['an envelope of nothing', '{"response":[]}'],
    ['an envelope of an error', '{"response":[{"code":400,"error_data":{"code":1000}}]}'],
    ['fields of other types', '{"number":{"a":1},"status":[],"call_sid":true,"call_sids":7}'],
  ])('says nothing when it is %s', (_what, body) => {
    expect(readCallback(body)).toEqual(NOTHING);
  });
});

/** The deepest nesting a callback can have. */
const DEEP: readonly (readonly [string, string])[] = [
  ['arrays', `${'['.repeat(MAX_CALLBACK_BYTES / 2)}${']'.repeat(MAX_CALLBACK_BYTES / 2)}`],
  ['objects', `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`],
  ['envelopes', `${'{"response":[{"data":'.repeat(2_400)}1${'}]}'.repeat(2_400)}`],
  ['call lists', `{"call_sids":[${'['.repeat(30_000)}${']'.repeat(30_000)}]}`],
  ['brackets that never close', '['.repeat(MAX_CALLBACK_BYTES)],
];

const CAMPAIGN = { importId: 'leads-1', incarnation: 'm4q8z2rt6w', seq: 1 };

describe('a hostile callback', () => {
  it.each(DEEP)('is read and archived although it is nothing but %s', (_what, body) => {
    expect(readCallback(body).numbers).toEqual([]);
    const line = archiveLine(CAMPAIGN, { id: 1, receivedAt: 0, kind: 'call', body });
    expect(line).not.toContain('\n');
    expect(line.length).toBeGreaterThan(body.length / 2);
  });

  it('never throws, whatever it is', () => {
    const keys = fc.constantFrom('number', 'to', 'status', 'call_sids', 'call_sid', 'response', 'data', '__proto__');
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        fc.string(),
        fc.double(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(keys, tie('any'), { maxKeys: 4 }),
      ),
    })).any;
    const body = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      value.map((some) => JSON.stringify(some)),
      fc.dictionary(keys, fc.string()).map((form) => new URLSearchParams(form).toString()),
      fc
        .array(fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '=', '&', '%', 'response', 'data'), { maxLength: 60 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(body, (text) => {
        const facts = readCallback(text);
        expect(Object.keys(facts)).toEqual(Object.keys(NOTHING));
        expect(JSON.parse(archiveLine(CAMPAIGN, { id: 1, receivedAt: 0, kind: 'call', body: text }))).toMatchObject({
          text,
        });
      }),
      { numRuns: 300 },
    );
  });
});
