import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act, ACTIONS } from './campaign-status.ts';
import type { CampaignStatus } from './campaign-status.ts';
import { ask, create, mobile, mobiles, put } from '../dialler/exotel-caller.ts';
import { startExotel } from '../start-exotel.ts';
import type { Exotel } from '../start-exotel.ts';

const LEGAL: Record<CampaignStatus, Readonly<Record<string, CampaignStatus>>> = {
  created: { pause: 'paused', delete: 'deleted' },
  'in-progress': { pause: 'paused' },
  paused: { resume: 'in-progress', complete: 'completed' },
  completed: { archive: 'archived' },
  archived: {},
  failed: {},
  canceled: {},
  deleted: {},
};

describe('act', () => {
  it.each(Object.entries(LEGAL))('allows from %s exactly what Exotel lists', (status, legal) => {
    const from = Object.keys(LEGAL).find((known): known is CampaignStatus => known === status) ?? 'deleted';
    const found = ACTIONS.flatMap((action) => {
      const next = act(from, action, true);
      return next.ok ? [[action, next.value]] : [];
    });
    expect(Object.fromEntries(found)).toEqual(legal);
  });

  it('takes a campaign paused before its start back to created, and lets it be deleted', () => {
    expect(act('paused', 'resume', false)).toEqual({ ok: true, value: 'created' });
    expect(act('paused', 'delete', false)).toEqual({ ok: true, value: 'deleted' });
  });
});

const DAY = '2026-11-23T';
let exotel: Exotel;
beforeEach(async () => {
  exotel = await startExotel({
    startAt: Date.parse(`${DAY}10:00:00+05:30`),
    speed: 1e-6,
    settings: { pastSendAt: 'start_now' },
    mix: { completed: 1 },
  });
});
afterEach(() => exotel.close());

const skipTo = (time: string): Promise<unknown> => exotel.control.setClock({ skipTo: `${DAY}${time}+05:30` });
const schedule = { send_at: `${DAY}11:00:00+05:30`, end_at: `${DAY}12:00:00+05:30` };

async function statusOf(id: string): Promise<unknown> {
  return (await ask(exotel.url, { path: `/${id}` })).first?.data?.['status'];
}

describe('a campaign', () => {
  it('goes from Created through in-progress to Completed by itself', async () => {
    const { id } = await create(exotel.url, { schedule, from: mobiles(3) });
    const seen = [await statusOf(id)];
    await skipTo('11:00:00');
    seen.push(await statusOf(id));
    await skipTo('11:10:00');
    seen.push(await statusOf(id));
    expect(seen).toEqual(['Created', 'in-progress', 'Completed']);
  });

  it('dials nobody while paused and the rest after resume', async () => {
    const { id } = await create(exotel.url, { schedule, from: mobiles(60) });
    await skipTo('11:00:20');
    await put(exotel.url, id, { action: 'pause' });
    const before = exotel.control.summary().counts.dials;
    await skipTo('11:30:00');
    expect([before, exotel.control.summary().counts.dials]).toEqual([21, 21]);
    expect((await put(exotel.url, id, { action: 'resume' })).first?.data?.['status']).toBe('in-progress');
    await skipTo('11:40:00');
    expect(exotel.control.summary().counts.dials).toBe(60);
    expect(await statusOf(id)).toBe('Completed');
  });

  it('leaves the uncalled not attempted when completed by hand, and lets running calls finish', async () => {
    const { id } = await create(exotel.url, { schedule, from: mobiles(60) });
    await skipTo('11:00:20');
    await put(exotel.url, id, { action: 'pause' });
    expect((await put(exotel.url, id, { action: 'complete' })).first?.data?.['status']).toBe('Completed');
    await skipTo('11:10:00');
    const { outcomes } = exotel.control.summary();
    expect([outcomes.completed, outcomes.not_attempted, outcomes.pending]).toEqual([21, 39, 0]);
    expect((await put(exotel.url, id, { action: 'archive' })).first?.data?.['status']).toBe('archived');
  });

  it('does not try again what ends busy after it was completed by hand', async () => {
    exotel.control.setScript({ mix: { busy: 1 } });
    const retries = { number_of_retries: 1, interval_mins: 1, mechanism: 'Linear', on_status: ['busy'] };
    const { id } = await create(exotel.url, { schedule, retries });
    await skipTo('11:00:00');
    await put(exotel.url, id, { action: 'pause' });
    await put(exotel.url, id, { action: 'complete' });
    await skipTo('11:30:00');
    expect(exotel.control.outcomes()).toEqual({ [mobile(1)]: { sid: id, outcome: 'busy', attempts: 1 } });
  });

  it('is canceled when its end passes while it is paused', async () => {
    const { id } = await create(exotel.url, { schedule, from: mobiles(60) });
    await put(exotel.url, id, { action: 'pause' });
    await skipTo('12:00:01');
    expect(await statusOf(id)).toBe('canceled');
    const { first } = await ask(exotel.url, { path: `/${id}` });
    expect(first?.data?.['stats']).toMatchObject({ created: 0, paused: 0, 'failed-no-attempt': 60 });
    expect(exotel.control.summary().outcomes.not_attempted).toBe(60);
  });

  it('starts at once when resumed after a send_at it slept through', async () => {
    const { id } = await create(exotel.url, { schedule });
    await put(exotel.url, id, { action: 'pause' });
    await skipTo('11:30:00');
    expect(await statusOf(id)).toBe('paused');
    await put(exotel.url, id, { action: 'resume' });
    expect(exotel.control.ledger().dials.map(({ at }) => at)).toEqual([`${DAY}11:30:00+05:30`]);
  });

  it('is gone after a delete before its start, and cannot be deleted later', async () => {
    const first = await create(exotel.url, { schedule });
    const second = await create(exotel.url, { schedule });
    expect((await ask(exotel.url, { method: 'DELETE', path: `/${first.id}` })).status).toBe(200);
    expect((await ask(exotel.url, { path: `/${first.id}` })).status).toBe(404);
    expect((await ask(exotel.url)).body?.metadata?.['total']).toBe(1);
    await skipTo('11:00:00');
    const late = await ask(exotel.url, { method: 'DELETE', path: `/${second.id}` });
    expect([late.status, late.first?.error_data?.code]).toEqual([409, 409]);
    expect(exotel.control.ledger().dials.map(({ sid }) => sid)).toEqual([second.id]);
  });

  it.each(['resume', 'complete', 'archive'])('refuses to %s what is only created', async (action) => {
    const { id } = await create(exotel.url, { schedule });
    expect((await put(exotel.url, id, { action })).status).toBe(409);
    expect((await put(exotel.url, id, { action: 'explode' })).status).toBe(400);
  });
});

describe('update', () => {
  it('changes anything before send_at and keeps what it is not told', async () => {
    const { id } = await create(exotel.url, { schedule, custom_field: 'kept' });
    const change = {
      from: mobiles(2, 50),
      schedule: { send_at: `${DAY}11:30:00+05:30`, end_at: `${DAY}12:00:00+05:30` },
    };
    const { first } = await put(exotel.url, id, { name: 'Holi leads', ...change });
    expect(first?.data).toMatchObject({ name: 'Holi leads', custom_field: 'kept', ...change });
    await skipTo('11:29:59');
    expect(exotel.control.summary().counts.dials).toBe(0);
    await skipTo('11:40:00');
    expect(Object.keys(exotel.control.outcomes())).toEqual([mobile(50), mobile(51)]);
  });

  it('changes only callback addresses from send_at on', async () => {
    const { id } = await create(exotel.url, { schedule, from: mobiles(60) });
    await skipTo('11:00:00');
    const late = await put(exotel.url, id, { name: 'Holi leads' });
    expect([late.status, late.first?.error_data?.description]).toEqual([
      400,
      'name can not be updated once send_at has passed',
    ]);
    const moved = await put(exotel.url, id, { status_callback: 'http://127.0.0.1:9/new' });
    expect(moved.first?.data).toMatchObject({ name: 'Diwali leads', status_callback: 'http://127.0.0.1:9/new' });
  });

  it('replaces a flow by a text', async () => {
    const { id } = await create(exotel.url, { schedule });
    await put(exotel.url, id, { flow_type: 'greeting', read_via_text: 'Namaste' });
    const { first } = await ask(exotel.url, { path: `/${id}` });
    expect(first?.data).toMatchObject({ flow_type: 'greeting', read_via_text: 'Namaste' });
  });
});
