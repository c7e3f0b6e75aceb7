import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { startCallbackSink } from './callback-sink.ts';
import type { CallbackSink } from './callback-sink.ts';
import { ask, create, mobile, mobiles, put } from '../dialler/exotel-caller.ts';
import { startExotel } from '../start-exotel.ts';
import type { Exotel } from '../start-exotel.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

const DAY = '2026-11-23T';
const SCHEDULE = { send_at: `${DAY}11:00:00+05:30`, end_at: `${DAY}12:00:00+05:30` };

let exotel: Exotel;
let sink: CallbackSink;
beforeEach(async () => {
  sink = await startCallbackSink();
  exotel = await startExotel({
    startAt: Date.parse(`${DAY}10:00:00+05:30`),
    speed: 1e-6,
    settings: { pastSendAt: 'start_now' },
    mix: { completed: 1 },
    script: {
      [mobile(1)]: [
        { result: 'busy', seconds: 2 },
        { result: 'completed', seconds: 10 },
      ],
    },
  });
});
afterEach(async () => {
  await exotel.close();
  await sink.close();
});

const skipTo = (time: string): Promise<unknown> => exotel.control.setClock({ skipTo: `${DAY}${time}+05:30` });
const arrived = (count: number): Promise<void> => vi.waitFor(() => expect(sink.arrived).toHaveLength(count), PATIENCE);
/** A try is logged when its answer is known; the next one is planned at the same time. */
const tried = (count: number): Promise<void> =>
  vi.waitFor(() => expect(exotel.control.ledger().callbacks).toHaveLength(count), PATIENCE);

function bodies(path: string): unknown[] {
  return sink.arrived.filter((callback) => callback.path === path).map(({ body }): unknown => JSON.parse(body));
}

function withCallbacks(overrides: Readonly<Record<string, unknown>> = {}) {
  return create(exotel.url, {
    schedule: SCHEDULE,
    status_callback: `${sink.url}/campaign`,
    call_status_callback: `${sink.url}/call`,
    call_schedule_callback: `${sink.url}/schedule`,
    ...overrides,
  });
}

describe('callbacks', () => {
  it('tell of each call, each number and the campaign in Exotel’s shapes, misspelling included', async () => {
    const retries = { number_of_retries: 1, interval_mins: 5, mechanism: 'Linear', on_status: ['busy'] };
    const { id } = await withCallbacks({ retries });
    await skipTo('11:30:00');
    await arrived(5);
    const details = await ask(exotel.url, { path: `/${id}/call-details?sort_by=date_created:asc` });
    const sids = details.body?.response.map(({ data }) => data?.['call_sid']);
    expect(sids).toHaveLength(2);
    const number = mobile(1);
    expect(bodies('/call')).toEqual([
      {
        campaign_sid: id,
        call_sid: sids?.[0],
        date_created: `${DAY}11:00:00+05:30`,
        date_updated: `${DAY}11:00:02+05:30`,
        number,
        status: 'busy',
      },
      {
        campaign_sid: id,
        call_sid: sids?.[1],
        date_created: `${DAY}11:05:02+05:30`,
        date_updated: `${DAY}11:05:12+05:30`,
        number,
        status: 'completed',
      },
    ]);
    expect(bodies('/schedule')).toEqual([
      {
        campaign_sid: id,
        to: number,
        from: '08088919888',
        date_created: `${DAY}10:00:00+05:30`,
        date_updcated: `${DAY}11:05:12+05:30`,
        call_sids: [
          { call_sid: sids?.[0], status: 'busy' },
          { call_sid: sids?.[1], status: 'completed' },
        ],
        status: 'completed',
      },
    ]);
    const started = { campaign_sid: id, date_created: `${DAY}10:00:00+05:30`, date_started: `${DAY}11:00:00+05:30` };
    expect(bodies('/campaign')).toEqual([
      { ...started, date_updated: `${DAY}11:00:00+05:30`, status: 'in-progress' },
      {
        ...started,
        date_updated: `${DAY}11:05:12+05:30`,
        status: 'completed',
        reports: `https://campaigns-reports.s3.ap-southeast-1.amazonaws.com/${id}.csv`,
      },
    ]);
    expect(sink.arrived.every(({ contentType }) => contentType === 'application/json')).toBe(true);
  });

  it.each([
    ['dnd', 'failed-dnd'],
    ['invalid', 'invalid'],
  ] as const)('tell of a %s number without a call', async (result, status) => {
    exotel.control.setScript({ script: { [mobile(1)]: [result] } });
    await withCallbacks({ status_callback: null });
    await skipTo('11:30:00');
    await arrived(1);
    expect(bodies('/schedule')).toMatchObject([{ to: mobile(1), call_sids: [], status }]);
  });

  it('leave a failed call for a blocked number when told to', async () => {
    exotel.control.setSettings({ blockedNumber: 'failed_call' });
    exotel.control.setScript({ script: { [mobile(1)]: ['dnd'] } });
    await withCallbacks({ status_callback: null });
    await skipTo('11:30:00');
    await arrived(2);
    expect([bodies('/call'), bodies('/schedule')]).toMatchObject([[{ status: 'failed' }], [{ status: 'failed' }]]);
    expect(exotel.control.summary().outcomes.dnd).toBe(1);
  });

  it('are tried again after five and fifteen minutes, then dropped', async () => {
    sink.answerWith(301, 404, 500);
    await withCallbacks({ call_status_callback: null, call_schedule_callback: null, from: mobiles(2_000, 100) });
    await skipTo('11:00:00');
    await tried(1);
    await skipTo('11:04:59');
    await tried(1);
    await skipTo('11:05:00');
    await tried(2);
    await skipTo('11:19:59');
    await tried(2);
    await skipTo('11:20:00');
    await tried(3);
    await skipTo('11:59:00');
    await tried(3);
    const tries = exotel.control
      .ledger()
      .callbacks.map(({ at, kind, try: nth, status }) => [at.slice(11, 16), kind, nth, status]);
    expect(tries).toEqual([
      ['11:00', 'campaign', 1, 301],
      ['11:05', 'campaign', 2, 404],
      ['11:20', 'campaign', 3, 500],
    ]);
  });

  it('are delivered once the receiver answers 2xx', async () => {
    sink.answerWith(503, 204);
    await withCallbacks({ call_status_callback: null, call_schedule_callback: null, from: mobiles(2_000, 100) });
    await skipTo('11:00:00');
    await tried(1);
    await skipTo('11:05:00');
    await tried(2);
    await skipTo('11:50:00');
    expect(exotel.control.ledger().callbacks.map(({ status }) => status)).toEqual([503, 204]);
  });

  it('note what went wrong when nobody listens', async () => {
    await withCallbacks({
      status_callback: 'http://127.0.0.1:9/none',
      call_status_callback: null,
      call_schedule_callback: null,
    });
    await skipTo('11:00:00');
    await tried(1);
    expect(exotel.control.ledger().callbacks[0]?.status).toBe('ECONNREFUSED');
  });

  it('go to an address that was changed after the start', async () => {
    const { id } = await withCallbacks({
      from: mobiles(5, 100),
      call_status_callback: null,
      call_schedule_callback: null,
    });
    await skipTo('11:00:00');
    await arrived(1);
    await put(exotel.url, id, { status_callback: `${sink.url}/moved` });
    await skipTo('11:30:00');
    await arrived(2);
    expect(sink.arrived.map(({ path }) => path)).toEqual(['/campaign', '/moved']);
  });
});

describe('callback faults', () => {
  const fifty = { from: mobiles(50, 100), status_callback: null, call_status_callback: null };

  it('lose what they are told to, and say so in the ledger', async () => {
    exotel.control.setCallbackFaults({ lose: 0.5 });
    await withCallbacks(fifty);
    await skipTo('11:30:00');
    await tried(50);
    const lost = exotel.control.ledger().callbacks.filter(({ status }) => status === 'lost').length;
    expect([lost > 10, lost < 40, sink.arrived.length]).toEqual([true, true, 50 - lost]);
  });

  it('duplicate', async () => {
    exotel.control.setCallbackFaults({ duplicate: 1 });
    await withCallbacks(fifty);
    await skipTo('11:30:00');
    await arrived(100);
    expect(new Set(sink.arrived.map(({ body }) => body)).size).toBe(50);
  });

  it('reorder', async () => {
    exotel.control.setCallbackFaults({ reorder: 0.5 });
    await withCallbacks(fifty);
    await skipTo('11:30:00');
    await arrived(50);
    const times = sink.arrived.map(({ body }) => /"date_updcated":"([^"]+)"/.exec(body)?.[1] ?? '');
    expect(times).not.toEqual(times.toSorted((a, b) => a.localeCompare(b)));
  });

  it('delay', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    onTestFinished(() => timers.mockRestore());
    exotel.control.setCallbackFaults({ delay: 1, delayMs: 151 });
    await withCallbacks(fifty);
    await skipTo('11:30:00');
    await arrived(50);
    expect(timers.mock.calls.filter(([, ms]) => ms === 151)).toHaveLength(50);
  });

  it('form-encode', async () => {
    exotel.control.setCallbackFaults({ formEncoded: true });
    await withCallbacks({ ...fifty, from: mobiles(1, 100) });
    await skipTo('11:30:00');
    await arrived(1);
    const form = new URLSearchParams(sink.arrived[0]?.body);
    expect([sink.arrived[0]?.contentType, form.get('to'), form.get('status')]).toEqual([
      'application/x-www-form-urlencoded',
      mobile(100),
      'completed',
    ]);
  });
});

describe('a reset', () => {
  it('takes back the callbacks that were still held', async () => {
    const held = { call_status_callback: null, call_schedule_callback: null, from: mobiles(2_000, 100) };
    exotel.control.setCallbackFaults({ delay: 1, delayMs: 50 });
    await withCallbacks({ ...held, status_callback: `${sink.url}/old` });
    await skipTo('11:00:00');
    exotel.control.reset();
    exotel.control.setCallbackFaults({ delay: 1, delayMs: 100 });
    await withCallbacks({ ...held, status_callback: `${sink.url}/new` });
    await skipTo('11:00:00');
    await arrived(1);
    expect(sink.arrived.map(({ path }) => path)).toEqual(['/new']);
  });
});
