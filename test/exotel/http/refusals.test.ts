import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, create, FLOW_URL, makeCampaign, mobile, mobiles } from '../dialler/exotel-caller.ts';
import type { Asked } from '../dialler/exotel-caller.ts';
import { startExotel } from '../start-exotel.ts';
import type { Exotel } from '../start-exotel.ts';

let exotel: Exotel;
beforeAll(async () => {
  exotel = await startExotel({ refused: [mobile(66)], startAt: Date.parse('2030-01-01T10:00:00+05:30') });
});
afterAll(() => exotel.close());

function refusalOf({ status, first }: Asked): readonly unknown[] {
  return [status, first?.error_data?.code, first?.error_data?.description];
}

/** Each row: fields that differ from a good create, then HTTP status, Exotel's code and its message. */
const CREATES: readonly (readonly [Record<string, unknown>, number, number, string])[] = [
  [{ name: 'abc' }, 400, 1002, 'name should be greater than 3 characters'],
  [{ type: 'promo' }, 400, 1002, 'type promo is not allowed'],
  [{ caller_id: undefined }, 400, 1001, 'caller_id is mandatory'],
  [{ caller_id: '08012345678' }, 400, 1002, 'caller_id 08012345678 is not an ExoPhone of this account'],
  [{ from: undefined }, 400, 1001, 'from is mandatory'],
  [{ from: [] }, 400, 1001, 'from is mandatory'],
  [{ from: mobiles(5_001) }, 400, 1002, 'from must hold at most 5000 numbers'],
  [{ from: [mobile(1), '+911234', '+915'] }, 400, 1002, 'Invalid number +911234 in from'],
  [{ from: [mobile(1), mobile(66)] }, 400, 1002, `Invalid number ${mobile(66)} in from`],
  [{ from: ['98100 10001'] }, 400, 1002, 'Invalid number 98100 10001 in from'],
  [{ lists: ['a'] }, 400, 1002, 'Either from or lists should be present, not both'],
  [{ from: undefined, lists: [] }, 400, 1001, 'lists is mandatory'],
  [{ from: undefined, lists: ['b7799a'] }, 400, 1002, 'list b7799a is unknown'],
  [{ from: undefined, lists: Array(6).fill('b') }, 400, 1002, 'lists must hold at most 5 in a static campaign'],
  [
    { from: undefined, lists: ['a', 'b'], campaign_type: 'dynamic' },
    400,
    1002,
    'lists must hold at most 1 in a dynamic campaign',
  ],
  [{ campaign_type: 'dynamic' }, 400, 1002, 'campaign_type dynamic needs lists'],
  [{ campaign_type: 'other' }, 400, 1002, 'campaign_type other is not allowed'],
  [{ url: undefined }, 400, 1001, 'url is mandatory'],
  [{ flow_type: 'ivr' }, 400, 1002, 'flow_type is not applicable with url'],
  [{ read_via_text: 'Hi' }, 400, 1002, 'read_via_text is not applicable with url'],
  [
    { url: FLOW_URL.replace('demo', 'else') },
    400,
    1002,
    `url ${FLOW_URL.replace('demo', 'else')} is not a flow of this account`,
  ],
  [{ url: undefined, flow_type: 'ivr' }, 400, 1001, 'read_via_text is mandatory'],
  [{ url: undefined, flow_type: 'song', read_via_text: 'Hi' }, 400, 1002, 'flow_type song is not allowed'],
  [
    { url: undefined, flow_type: 'greeting', read_via_text: 'Hi', repeat_menu_attempts: 1 },
    400,
    1002,
    'repeat_menu_attempts is not applicable with flow_type greeting',
  ],
  [{ retries: { number_of_retries: 4, interval_mins: 1 } }, 400, 1002, 'number_of_retries must be between 0 and 3'],
  [{ retries: { number_of_retries: 1 } }, 400, 1001, 'interval_mins is mandatory'],
  [{ retries: { number_of_retries: 1, interval_mins: 0 } }, 400, 1002, 'interval_mins must be at least 1'],
  [
    { retries: { number_of_retries: 1, interval_mins: 1, mechanism: 'linear' } },
    400,
    1002,
    'mechanism linear is not allowed',
  ],
  [
    { retries: { number_of_retries: 1, interval_mins: 1, on_status: ['no_answer'] } },
    400,
    1002,
    'on_status no_answer is not allowed',
  ],
  [{ mode: 'fast' }, 400, 1002, 'mode fast is not allowed'],
  [{ throttle: 5 }, 400, 1002, 'throttle is only applicable with mode custom'],
  [{ mode: 'custom' }, 400, 1001, 'throttle is mandatory'],
  [{ mode: 'custom', throttle: 60 }, 400, 1002, 'throttle must be between 1 and 59'],
  [{ mode: 'custom', throttle: 0 }, 400, 1002, 'throttle must be between 1 and 59'],
  [{ status_callback: 'ftp://a.b/c' }, 400, 1002, 'status_callback is not a valid URL'],
  [{ schedule: { send_at: '2030-01-01 12:00:00' } }, 400, 1002, 'schedule.send_at is not an RFC 3339 date-time'],
  [{ schedule: { send_at: '2030-02-30T12:00:00Z' } }, 400, 1002, 'schedule.send_at is not an RFC 3339 date-time'],
  [{ schedule: { send_at: '2020-01-01T12:00:00Z' } }, 400, 1002, 'schedule.send_at must be in the future'],
  [
    { schedule: { send_at: '2030-01-01T12:00:00Z', end_at: '2030-01-01T12:00:00Z' } },
    400,
    1002,
    'schedule.end_at must be after schedule.send_at',
  ],
  [
    { from: mobile(1) },
    400,
    1007,
    'json: cannot unmarshal string into Go struct field campaigns.from of type []string',
  ],
  [
    { custom_field: { a: 1 } },
    400,
    1007,
    'json: cannot unmarshal object into Go struct field campaigns.custom_field of type string',
  ],
  [
    { call_duplicate_numbers: 'true' },
    400,
    1007,
    'json: cannot unmarshal string into Go struct field campaigns.call_duplicate_numbers of type bool',
  ],
];

describe('create', () => {
  it.each(CREATES)('refuses %j with %i', async (overrides, status, code, description) => {
    expect(refusalOf(await create(exotel.url, overrides))).toEqual([status, code, description]);
  });

  it.each([
    ['not JSON', '{', 400, 1007],
    ['no wrapper', JSON.stringify(makeCampaign()), 400, 1001],
    ['an empty wrapper', '{"campaigns":[]}', 400, 1001],
    ['two campaigns', JSON.stringify({ campaigns: [makeCampaign(), makeCampaign()] }), 400, 1002],
    ['a wrapper of another type', '{"campaigns":"all"}', 400, 1007],
  ])('refuses a body that is %s', async (_what, body, status, code) => {
    const answer = await ask(exotel.url, { method: 'POST', body });
    expect(refusalOf(answer).slice(0, 2)).toEqual([status, code]);
  });

  it('makes nothing of what it refuses', () => {
    expect(exotel.control.summary().counts.campaigns).toBe(0);
  });
});

describe('every request', () => {
  it.each([
    ['no credentials', { headers: { authorization: '' } }, 401, 1010],
    ['a wrong token', { headers: { authorization: `Basic ${btoa('demo-key:wrong')}` } }, 401, 1010],
    ['another account', { sid: 'somebody' }, 403, 1003],
    ['an unknown path', { path: '/a/b/c' }, 404, 1000],
    ['a method that is not there', { method: 'DELETE' }, 404, 1000],
    [
      'a form for a body',
      { method: 'POST', body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      1011,
    ],
  ])('is refused with %s', async (_what, request, status, code) => {
    expect(refusalOf(await ask(exotel.url, request)).slice(0, 2)).toEqual([status, code]);
  });
});

describe('what is accepted', () => {
  it.each([
    ['a number without country', { from: ['9810010001'] }],
    ['a landline with its STD code', { from: ['02222728000'] }],
    ['a name of four characters', { name: 'abcd' }],
    ['an unknown field', { surprise: 1 }],
    ['null for absent', { retries: null, schedule: null, status_callback: null, name: null }],
    ['the largest campaign', { from: mobiles(5_000, 100) }],
    ['the highest throttle', { mode: 'custom', throttle: 59 }],
    ['a window of one minute', { schedule: { send_at: '2030-01-02T12:00:00Z', end_at: '2030-01-02T12:01:00Z' } }],
  ])('includes %s', async (_what, overrides) => {
    expect((await create(exotel.url, overrides)).status).toBe(200);
  });

  it('names a nameless campaign after the account and the time, and starts it in a minute for thirty days', async () => {
    const { first } = await create(exotel.url, { name: undefined });
    expect(first?.data?.['name']).toMatch(/^dialsheet-demo_2030-01-01 10:0\d:\d\d$/);
    const schedule = JSON.stringify(first?.data?.['schedule']);
    expect(schedule).toMatch(
      /^\{"send_at":"2030-01-01T10:0\d:\d\d\+05:30","end_at":"2030-01-31T10:0\d:\d\d\+05:30"\}$/,
    );
  });
});
