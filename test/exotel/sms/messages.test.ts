import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startCallbackSink } from '../callbacks/callback-sink.ts';
import { mobile, mobiles, upload } from '../dialler/exotel-caller.ts';
import { startExotel } from '../start-exotel.ts';
import type { Exotel } from '../start-exotel.ts';
import { askMessages, makeList, makeMessages } from './message-caller.ts';
import type { MessageAnswer } from './message-caller.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

const START = Date.parse('2030-01-01T10:00:30+05:30');
let exotel: Exotel;
beforeEach(async () => {
  exotel = await startExotel({
    speed: 1e-9,
    startAt: START,
    settings: { csvProcessingMs: 0 },
    mix: { completed: 1 },
    messages: { [mobile(1)]: 'failed_dnd', [mobile(2)]: 'failed_expired' },
  });
});
afterEach(() => exotel.close());

const send = (method: string, path = '', body?: unknown): Promise<MessageAnswer> =>
  askMessages(exotel.url, method, path, body);
const skipTo = (time: string): Promise<unknown> => exotel.control.setClock({ skipTo: `2030-01-01T${time}+05:30` });
const statusOf = async (sid: string): Promise<unknown> => (await send('GET', `/${sid}`)).items[0]?.['status'];

async function make(numbers: readonly string[], overrides: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const list = await makeList(exotel.url, `list ${numbers.length} ${numbers[0]}`, numbers);
  return (await send('POST', '', makeMessages(list, overrides))).sid;
}

describe('a message campaign', () => {
  it('is shown with the keys of the published sample in their order, misspelling included', async () => {
    const sid = await make(mobiles(3));
    await skipTo('10:30:00');
    const answer = await send('PUT', `/${sid}`, { action: 'archive' });
    expect(answer.text).toMatch(
      /^\{"request_id":"[0-9a-f]{32}","method":"PUT","http_code":200,"response":\{"code":200,"status":"success","data":\{"name"/,
    );
    expect(Object.keys(answer.items[0] ?? {}).join(' ')).toBe(
      'name content_type sid account_sid lists schedule status_callback sms_status_callback status report_url ' +
        'dlt_template_id dlt_entitiy_id sender_id channel sms_type template estimated_cost date_created date_updated stats',
    );
    expect(answer.items[0]).toMatchObject({ status: 'archived', sms_type: 'transactional', estimated_cost: 0.51 });
    expect(JSON.stringify(answer.items[0]?.['stats'])).toBe(
      '{"scheduled":0,"submitted":0,"failed":0,"failed-dnd":1,"invalid":0,"failed-no-attempt":0,"sent":1,"failed-expired":1,"failed-no-balance":0}',
    );
  });

  it('starts ten minutes from the minute it is made in, for thirty days, unless it says otherwise', async () => {
    const sid = await make(mobiles(1));
    expect((await send('GET', `/${sid}`)).items[0]).toMatchObject({
      status: 'scheduled',
      schedule: { start_time: '2030-01-01T10:10:00+05:30', end_time: '2030-01-31T10:10:00+05:30' },
    });
  });

  it('sends three hundred a minute, or what it is set to, one account for all', async () => {
    exotel.control.setSettings({ messagesPerMinute: 60 });
    await make(mobiles(90, 10));
    await make(mobiles(90, 200));
    await skipTo('10:11:00');
    expect(exotel.control.summary().counts).toMatchObject({ messages: 61, numbersMessaged: 61 });
    expect(exotel.control.summary().messageCampaigns.map(({ sent }) => sent)).toEqual([31, 30]);
  });

  it('pauses, resumes, completes and archives as calls do, and leaves who was not written to', async () => {
    exotel.control.setSettings({ messagesPerMinute: 60 });
    const sid = await make(mobiles(100, 10));
    const act = async (action: string): Promise<unknown> => {
      const answer = await send('PUT', `/${sid}`, { action });
      return answer.status === 200 ? answer.items[0]?.['status'] : answer.status;
    };
    expect([await act('resume'), await act('complete'), await act('archive'), await act('dance')]).toEqual([
      409, 409, 409, 400,
    ]);
    expect([await act('pause'), await act('pause'), await act('resume')]).toEqual(['paused', 409, 'scheduled']);
    await skipTo('10:10:30');
    expect([await statusOf(sid), await act('pause')]).toEqual(['in-progress', 'paused']);
    await skipTo('10:20:00');
    expect([await act('resume'), await act('pause'), await act('complete'), await act('archive')]).toEqual([
      'in-progress',
      'paused',
      'completed',
      'archived',
    ]);
    const { items } = await send('GET', `/${sid}`);
    expect(items[0]?.['stats']).toMatchObject({ scheduled: 0, 'failed-no-attempt': 68 });
    await skipTo('10:21:00');
    expect(exotel.control.summary().messageOutcomes).toEqual({ sent: 32, not_attempted: 68 });
    expect(exotel.control.messageOutcomes()).toMatchObject({
      [mobile(10)]: { sid, outcome: 'sent' },
      [mobile(109)]: { sid, outcome: 'not_attempted' },
    });
  });

  it('ends at its end with the rest not attempted', async () => {
    exotel.control.setSettings({ messagesPerMinute: 0.1 });
    const schedule = { start_time: '2030-01-01T10:30:00+05:30', end_time: '2030-01-01T12:30:00+05:30' };
    const sid = await make(mobiles(100, 10), { schedule });
    await skipTo('13:00:00');
    expect(await statusOf(sid)).toBe('completed');
    expect(exotel.control.summary().counts.messages).toBe(12);
  });

  it('is changed in every field before it starts, and in none from then on', async () => {
    const sid = await make(mobiles(2, 10));
    const schedule = { start_time: '2030-01-01T11:00:00+05:30', end_time: '2030-01-01T15:00:00+05:30' };
    const changed = await send('PUT', `/${sid}`, { name: 'Another', template: 'Hello', schedule });
    expect(changed.items[0]).toMatchObject({ name: 'Another', template: 'Hello', schedule });
    expect((await send('PUT', `/${sid}`, { sender_id: '12' })).status).toBe(400);
    await skipTo('10:59:00');
    expect(exotel.control.summary().counts.messages).toBe(0);
    await skipTo('11:00:30');
    expect((await send('PUT', `/${sid}`, { name: 'Too late' })).status).toBe(400);
    expect(exotel.control.summary().messageOutcomes).toEqual({ sent: 2 });
  });

  it('answers create and get with an object, or an array when so switched, and is unknown by another id', async () => {
    const sid = await make(mobiles(1));
    expect((await send('GET', `/${sid}`)).text).toContain('"response":{"code":200');
    exotel.control.setSettings({ smsShape: 'array' });
    expect((await send('GET', `/${sid}`)).text).toContain('"response":[{"code":200');
    expect((await send('GET', '/nobody')).status).toBe(404);
  });

  it('says to each its own text', async () => {
    const csv = `number,Name,Name2\n${mobile(5)},Asha,Rao\n`;
    const { listSid } = await upload(exotel.url, { list: 'd', csv, type: 'dynamic' });
    await send('POST', '', makeMessages(listSid, { content_type: 'dynamic', template: 'Hi @@Name @@Name2 @@Nobody' }));
    await skipTo('10:30:00');
    expect(exotel.control.ledger().messages).toMatchObject([
      { number: mobile(5), text: 'Hi Asha Rao @@Nobody', result: 'sent', outsideWindow: false },
    ]);
  });

  it('counts as a use of its list, and the judge sees who is written to twice or at night', async () => {
    const list = await makeList(exotel.url, 'all', mobiles(2, 10));
    const schedule = { start_time: '2030-01-01T21:00:00+05:30', end_time: '2030-01-02T21:00:00+05:30' };
    const { sid } = await send('POST', '', makeMessages(list));
    await send('POST', '', makeMessages(list, { schedule }));
    await skipTo('23:00:00');
    expect(exotel.control.summary()).toMatchObject({
      numbersMessagedTwice: mobiles(2, 10),
      counts: { messages: 4, messagesOutsideWindow: 2, messageCampaigns: 2 },
    });
    expect(exotel.control.ledger().lists[0]?.usedBy[0]).toBe(sid);
  });
});

describe('the list of message campaigns', () => {
  it('is searched, filtered, sorted and paged', async () => {
    const late = { start_time: '2030-01-01T15:00:00+05:30' };
    const [first, second] = [
      await make(mobiles(1), { name: 'Alpha', schedule: late }),
      await make(mobiles(2), { name: 'Beta' }),
    ];
    const sids = async (query: string): Promise<unknown> =>
      (await send('GET', `?channel=sms${query}`)).items.map(({ sid }) => sid);
    expect(await sids('')).toEqual([first, second]);
    expect(await sids('&sort_by=schedule.start_time:asc')).toEqual([second, first]);
    expect(await sids('&sort_by=name:desc')).toEqual([second, first]);
    expect(await sids('&name=lph')).toEqual([first]);
    await skipTo('10:30:00');
    expect(await sids('&status=completed')).toEqual([second]);
    const page = await send('GET', '?channel=SMS&limit=1&offset=1');
    expect([page.counts, page.items.length]).toEqual([{ count: 1, offset: 1, total: 2, limit: 1 }, 1]);
  });
});

describe('message details', () => {
  it('hold each message that was reported on, oldest first when asked, or those to one number', async () => {
    const sid = await make(mobiles(25));
    const path = `/${sid}/message-details?channel=sms`;
    expect((await send('GET', path)).items).toEqual([]);
    await skipTo('10:30:00');
    const all = await send('GET', `${path}&sort_by=schedule_time:asc`);
    expect(all.counts).toEqual({ count: 20, offset: 0, total: 25, limit: 20 });
    expect(all.items.slice(0, 3).map(({ number, status }) => [number, status])).toEqual([
      [mobile(0), 'sent'],
      [mobile(1), 'failed_dnd'],
      [mobile(2), 'failed_expired'],
    ]);
    const found = await send('GET', `${path}&number=${encodeURIComponent(mobile(7))}`);
    expect(found.items).toEqual([
      {
        number: mobile(7),
        name: 'NA',
        message: 'Your order is on its way.',
        status: 'sent',
        detailed_status: 'DELIVERED_TO_HANDSET',
        schedule_time: '2030-01-01T10:10:01+05:30',
        sender_id: 'EXOTEL',
        direction: 'outbound',
        sid: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ]);
    expect((await send('GET', `/${sid}/message-details`)).status).toBe(400);
  });
});

describe('callbacks of messages', () => {
  it.each([
    ['json', 'application/json', '"campaign_sid":'],
    ['pascal_form', 'application/x-www-form-urlencoded', 'CampaignSid='],
  ] as const)('come as %s for each message and for the campaign', async (smsCallbacks, contentType, begins) => {
    const sink = await startCallbackSink();
    exotel.control.setSettings({ smsCallbacks });
    await make(mobiles(2), { status_callback: `${sink.url}/campaign`, sms_status_callback: `${sink.url}/message` });
    await skipTo('10:30:00');
    // A callback is in the ledger only when its answer has come, a little after it arrived.
    await vi.waitFor(() => expect(exotel.control.ledger().callbacks).toHaveLength(4), PATIENCE);
    expect(sink.arrived.map(({ path }) => path).sort()).toEqual(['/campaign', '/campaign', '/message', '/message']);
    expect(sink.arrived.every((one) => one.contentType === contentType && one.body.includes(begins))).toBe(true);
    expect(
      exotel.control
        .ledger()
        .callbacks.map(({ kind }) => kind)
        .sort(),
    ).toEqual(['campaign', 'campaign', 'message', 'message']);
    await sink.close();
  });
});

describe('faults of message campaigns', () => {
  it('drop the answer of a create that was done', async () => {
    const list = await makeList(exotel.url, 'a', mobiles(1));
    exotel.control.addFaults({ kind: 'drop_after', operation: 'sms_create' });
    await expect(send('POST', '', makeMessages(list))).rejects.toThrow('fetch failed');
    expect((await send('GET', '?channel=sms')).counts).toMatchObject({ total: 1 });
  });
});
