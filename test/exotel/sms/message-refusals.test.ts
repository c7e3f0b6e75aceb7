import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mobile, mobiles, upload } from '../dialler/exotel-caller.ts';
import { startExotel } from '../start-exotel.ts';
import type { Exotel } from '../start-exotel.ts';
import { askMessages, makeList, makeMessages } from './message-caller.ts';

let exotel: Exotel;
let list: string;
let dynamic: string;
beforeAll(async () => {
  const now = Date.parse('2030-01-01T10:00:30+05:30');
  exotel = await startExotel({
    speed: 1e-9,
    startAt: now,
    real: { now: () => now },
    settings: { csvProcessingMs: 0 },
  });
  list = await makeList(exotel.url, 'static', mobiles(2));
  const csv = `number,Name\n${mobile(1)},A\n`;
  dynamic = (await upload(exotel.url, { list: 'dynamic', csv, type: 'dynamic' })).listSid;
});
afterAll(() => exotel.close());

const at = (start_time: string, end_time?: string): Record<string, unknown> => ({ schedule: { start_time, end_time } });

const REFUSED: readonly (readonly [Record<string, unknown>, number, string])[] = [
  [{ name: 'abc' }, 1002, 'name should be greater than 3 characters'],
  [{ content_type: undefined }, 1001, 'content_type is mandatory'],
  [{ content_type: 'other' }, 1002, 'content_type other is not allowed'],
  [{ lists: undefined }, 1001, 'lists is mandatory'],
  [{ lists: [] }, 1001, 'lists is mandatory'],
  [{ lists: ['x'] }, 1002, 'list x is unknown'],
  [{ lists: Array(6).fill('x') }, 1002, 'lists must hold at most 5 in a static campaign'],
  [{ lists: ['x', 'y'], content_type: 'dynamic' }, 1002, 'lists must hold at most 1 in a dynamic campaign'],
  [{ channel: undefined }, 1001, 'channel is mandatory'],
  [{ channel: 'whatsapp' }, 1002, 'channel whatsapp is not allowed'],
  [{ dlt_entity_id: undefined }, 1001, 'dlt_entity_id is mandatory'],
  [{ dlt_entity_id: '11x' }, 1002, 'dlt_entity_id must be numeric'],
  [{ dlt_template_id: undefined }, 1001, 'dlt_template_id is mandatory'],
  [{ dlt_template_id: '' }, 1002, 'dlt_template_id must be numeric'],
  [{ sender_id: undefined }, 1001, 'sender_id is mandatory'],
  [{ sender_id: '123456' }, 1002, 'sender_id must be alphabetic for sms_type Transactional'],
  [{ sms_type: 'Promotional' }, 1002, 'sender_id must be numeric for sms_type Promotional'],
  [{ sms_type: undefined }, 1001, 'sms_type is mandatory'],
  [{ sms_type: 'transactional' }, 1002, 'sms_type transactional is not allowed'],
  [{ template: undefined }, 1001, 'template is mandatory'],
  [{ template: 'x'.repeat(2_001) }, 1002, 'template must be at most 2000 characters'],
  [at('2030-01-01 12:00'), 1002, 'schedule.start_time is not an RFC 3339 date-time'],
  [at('2030-01-01T10:09:59+05:30'), 1002, 'schedule.start_time must be at least 10 minutes ahead'],
  [
    at('2030-01-01T12:00:00+05:30', '2030-01-01T13:59:59+05:30'),
    1002,
    'schedule.end_time must be at least 2 hours after start_time',
  ],
  [{ sms_status_callback: 'ftp://a.b' }, 1002, 'sms_status_callback is not a valid URL'],
  [{ dlt_entity_id: 1_101 }, 1007, 'json: cannot unmarshal number into Go struct field dlt_entity_id of type string'],
];

const ACCEPTED: readonly (readonly [string, Record<string, unknown>])[] = [
  ['lower-case sms', { channel: 'sms' }],
  ['digits for a promotion', { sms_type: 'Promotional', sender_id: '600123' }],
  ['the longest text', { template: 'x'.repeat(2_000) }],
  ['the earliest start and the shortest span', at('2030-01-01T10:10:00+05:30', '2030-01-01T12:10:00+05:30')],
];

describe('a message campaign is refused', () => {
  it.each(REFUSED)('with %j', async (overrides, code, description) => {
    const answer = await askMessages(exotel.url, 'POST', '', makeMessages(list, overrides));
    expect([answer.status, answer.first?.error_data?.code, answer.first?.error_data?.description]).toEqual([
      400,
      code,
      description,
    ]);
  });

  it('when its list is of the other type', async () => {
    const answers = [
      await askMessages(exotel.url, 'POST', '', makeMessages(dynamic)),
      await askMessages(exotel.url, 'POST', '', makeMessages(list, { content_type: 'dynamic' })),
    ];
    expect(answers.map(({ first }) => first?.error_data?.description)).toEqual([
      `list ${dynamic} is not static`,
      `list ${list} is not dynamic`,
    ]);
  });

  it('when it is wrapped as calls are, or deleted', async () => {
    const wrapped = await askMessages(exotel.url, 'POST', '', { campaigns: [makeMessages(list)] });
    expect([wrapped.status, wrapped.first?.error_data?.code]).toEqual([400, 1001]);
    const { sid } = await askMessages(exotel.url, 'POST', '', makeMessages(list));
    expect((await askMessages(exotel.url, 'DELETE', `/${sid}`)).status).toBe(404);
  });

  it.each([
    ['', 'channel is mandatory'],
    ['?channel=voice', 'channel voice is not allowed'],
    ['?channel=sms&limit=51', 'limit must be at most 50'],
    ['?channel=sms&name=ab', 'name must have at least 3 characters'],
    ['?channel=sms&status=created', 'status created is not allowed'],
    ['?channel=sms&sort_by=date_created:asc', 'sort_by date_created:asc is not allowed'],
  ])('in a list asked for with %j', async (query, description) => {
    const answer = await askMessages(exotel.url, 'GET', query);
    expect([answer.status, answer.first?.error_data?.description]).toEqual([400, description]);
  });
});

describe('what is accepted', () => {
  it.each(ACCEPTED)('includes %s', async (_what, overrides) => {
    const sent = makeMessages(list, overrides);
    expect((await askMessages(exotel.url, 'POST', '', sent)).status).toBe(200);
  });
});
