import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, create, mobiles, put } from '../dialler/exotel-caller.ts';
import type { Asked } from '../dialler/exotel-caller.ts';
import { startExotel } from '../start-exotel.ts';
import type { Exotel } from '../start-exotel.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

const DAY = '2026-11-23T';
let exotel: Exotel;
beforeEach(async () => {
  exotel = await startExotel({
    startAt: Date.parse(`${DAY}10:00:00+05:30`),
    speed: 1e-6,
    settings: { pastSendAt: 'start_now' },
    mix: { completed: 0.5, busy: 0.5 },
  });
});
afterEach(() => exotel.close());

const names = ({ body }: Asked): unknown[] => body?.response.map(({ data }) => data?.['name']) ?? [];
const list = (query: string): Promise<Asked> => ask(exotel.url, { path: `?${query}` });

describe('list', () => {
  it.each([
    ['contains', 'DIWALI', ['Old diwali leads', 'Diwali leads']],
    ['prefix', 'diwali', ['Diwali leads']],
    ['exact', 'diwali leads', []],
    ['exact', 'Diwali leads', ['Diwali leads']],
    ['fuzzy', 'leads of Holi', ['Holi', 'Old diwali leads', 'Diwali leads']],
  ] as const)('finds by name, %s, "%s"', async (nameSearch, search, found) => {
    exotel.control.setSettings({ nameSearch });
    for (const name of ['Diwali leads', 'Old diwali leads', 'Holi']) await create(exotel.url, { name });
    expect(names(await list(`name=${encodeURIComponent(search)}`))).toEqual(found);
  });

  it('is newest first, or as asked', async () => {
    for (const name of ['bbbb', 'cccc', 'aaaa']) await create(exotel.url, { name });
    expect(names(await list(''))).toEqual(['aaaa', 'cccc', 'bbbb']);
    expect(names(await list('sort_by=date_created:asc'))).toEqual(['bbbb', 'cccc', 'aaaa']);
    expect(names(await list('sort_by=name:asc'))).toEqual(['aaaa', 'bbbb', 'cccc']);
    expect(names(await list('sort_by=name:desc'))).toEqual(['cccc', 'bbbb', 'aaaa']);
  });

  it('pages', async () => {
    for (const name of ['bbbb', 'cccc', 'aaaa']) await create(exotel.url, { name });
    const page = await list('offset=1&limit=1&sort_by=name:asc');
    expect([names(page), page.body?.metadata]).toEqual([['bbbb'], { count: 1, offset: 1, total: 3, limit: 1 }]);
  });

  it('filters by status in any case', async () => {
    const { id } = await create(exotel.url, { name: 'held' });
    await create(exotel.url, { name: 'waiting' });
    await put(exotel.url, id, { action: 'pause' });
    expect(names(await list('status=Created,Completed'))).toEqual(['waiting']);
    expect(names(await list('status=in-progress,%20PAUSED'))).toEqual(['held']);
  });

  it.each(['limit=501', 'limit=0', 'limit=x', 'offset=-1', 'sort_by=size', 'status=lost', 'type=promo'])(
    'refuses %s',
    async (query) => {
      expect((await list(query)).status).toBe(400);
    },
  );

  it('shows a new campaign only after its lag', async () => {
    exotel.control.setSettings({ listLagMs: 100 });
    const { id } = await create(exotel.url);
    expect(names(await list(''))).toEqual([]);
    expect((await ask(exotel.url, { path: `/${id}` })).status).toBe(200);
    await vi.waitFor(async () => expect(names(await list(''))).toEqual(['Diwali leads']), PATIENCE);
  });
});

describe('call details', () => {
  const calls = (id: string, query = ''): Promise<Asked> => ask(exotel.url, { path: `/${id}/call-details?${query}` });
  const skipTo = (time: string): Promise<unknown> => exotel.control.setClock({ skipTo: `${DAY}${time}+05:30` });

  it('is 404 before the first call has ended, or an empty list when told to', async () => {
    const { id } = await create(exotel.url);
    expect((await calls(id)).status).toBe(404);
    exotel.control.setSettings({ noCallsIs404: false });
    const empty = await calls(id);
    expect([empty.status, empty.body?.response, empty.body?.metadata?.['total']]).toEqual([200, [], 0]);
  });

  it('reads every call once, oldest first, in pages no longer than its largest', async () => {
    const { id } = await create(exotel.url, { from: mobiles(250) });
    await skipTo('11:00:00');
    const seen: unknown[] = [];
    for (let offset = 0; offset < 300; offset += 100) {
      const page = await calls(id, `offset=${offset}&limit=500&sort_by=date_created:asc`);
      expect(page.body?.metadata).toMatchObject({ offset, limit: 100, total: 250 });
      seen.push(...(page.body?.response.map(({ data }) => data?.['call_sid']) ?? []));
    }
    expect(new Set(seen).size).toBe(250);
    expect(new Set(seen)).toEqual(new Set(exotel.control.ledger().dials.map(({ callSid }) => callSid)));
  });

  it('filters by status', async () => {
    const { id } = await create(exotel.url, { from: mobiles(50) });
    await skipTo('11:00:00');
    const { outcomes } = exotel.control.summary();
    const busy = await calls(id, 'status=busy,no-answer&limit=100');
    expect(busy.body?.metadata?.['total']).toBe(outcomes.busy);
    expect(new Set(busy.body?.response.map(({ data }) => data?.['status']))).toEqual(new Set(['busy']));
  });

  it('and the stats run behind by the lag', async () => {
    const { id } = await create(exotel.url, { from: mobiles(50) });
    exotel.control.setSettings({ statsLagMs: 120_000, noCallsIs404: false });
    const seen = async (): Promise<unknown[]> => {
      const { first } = await ask(exotel.url, { path: `/${id}` });
      return [first?.summary?.['call_initialized'], (await calls(id)).body?.metadata?.['total']];
    };
    await skipTo('10:02:59');
    expect(await seen()).toEqual([0, 0]);
    await skipTo('10:10:00');
    expect(await seen()).toEqual([50, 50]);
  });
});

describe('ExoPhones', () => {
  it('are listed once each, in E.164 with the national form as their name', async () => {
    const answer = await fetch(`${exotel.url}/v2_beta/Accounts/dialsheet-demo/IncomingPhoneNumbers`, {
      headers: { authorization: `Basic ${btoa('demo-key:demo-token')}` },
    });
    expect(await answer.json()).toMatchObject({
      page: 0,
      page_size: 50,
      incoming_phone_numbers: [{ phone_number: '+918088919888', friendly_name: '08088919888', country: 'IN' }],
    });
  });
});
