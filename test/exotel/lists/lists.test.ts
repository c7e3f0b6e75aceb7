import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, create, mobile, mobiles, upload } from '../dialler/exotel-caller.ts';
import type { Asked } from '../dialler/exotel-caller.ts';
import { startExotel } from '../start-exotel.ts';
import type { Exotel } from '../start-exotel.ts';

let exotel: Exotel;
beforeAll(async () => {
  exotel = await startExotel({ speed: 1e-9, startAt: Date.parse('2030-01-01T10:00:00+05:30') });
});
beforeEach(() => {
  exotel.control.reset({ settings: { csvProcessingMs: 0 } });
});
afterAll(() => exotel.close());

const lists = (method: string, path = '', body?: unknown): Promise<Asked> =>
  ask(exotel.url, { collection: 'lists', method, path, ...(body === undefined ? {} : { body }) });
const contacts = (method: string, path = '', body?: unknown): Promise<Asked> =>
  ask(exotel.url, { collection: 'contacts', method, path, ...(body === undefined ? {} : { body }) });
const sidOf = ({ first }: Asked): string => String(first?.data?.['sid']);
const codesOf = ({ body }: Asked): unknown => body?.response.map(({ code }) => code);

async function makeList(name: string): Promise<string> {
  return sidOf(await lists('POST', '', { lists: [{ name, tag: 'demo' }] }));
}

describe('lists', () => {
  it('fail the item whose name is taken, inside an answer that succeeds', async () => {
    const answer = await lists('POST', '', { lists: [{ name: 'a' }, { name: 'b' }, { name: 'a' }, {}] });
    expect([answer.status, answer.body?.http_code, codesOf(answer)]).toEqual([207, 207, [200, 200, 409, 400]]);
    expect(answer.body?.response[2]).toEqual({
      code: 409,
      error_data: { code: 1008, description: 'List with name a already exists', message: 'Duplicate resource' },
      status: 'failure',
      data: null,
    });
  });

  it('are found by a part of their name, in either order, twenty at a time', async () => {
    await lists('POST', '', { lists: Array.from({ length: 25 }, (_, n) => ({ name: `Leads ${n}` })) });
    await makeList('other');
    const all = await lists('GET');
    expect(all.body?.metadata).toEqual({ count: 20, offset: 0, total: 26, limit: 20 });
    const named = await lists('GET', '?name=leads%201&sort_by=date_created:desc&limit=100');
    expect(named.body?.response.map(({ data }) => data?.['name'])).toEqual([
      'Leads 19',
      'Leads 18',
      'Leads 17',
      'Leads 16',
      'Leads 15',
      'Leads 14',
      'Leads 13',
      'Leads 12',
      'Leads 11',
      'Leads 10',
      'Leads 1',
    ]);
    expect((await lists('GET', '?sort_by=size:asc')).status).toBe(400);
  });

  it('are renamed one by one and together, to free names only', async () => {
    const [a, b] = [await makeList('a'), await makeList('b')];
    expect((await lists('PUT', `/${a}`, { name: 'b' })).first?.code).toBe(409);
    expect((await lists('PUT', `/${a}`, { name: 'c' })).first?.data).toMatchObject({ sid: a, name: 'c', tag: 'demo' });
    const both = await lists('PUT', '', {
      lists: [
        { sid: a, name: 'b' },
        { sid: b, name: 'd' },
        { sid: 'x', name: 'e' },
      ],
    });
    expect([both.status, codesOf(both)]).toEqual([207, [409, 200, 404]]);
  });

  it('are deleted, which frees their name, but not while a campaign needs them', async () => {
    const { listSid } = await upload(exotel.url, { list: 'a', csv: `number\n${mobile(1)}\n` });
    const campaign = await create(exotel.url, { from: undefined, lists: [listSid] });
    expect((await lists('DELETE', `/${listSid}`)).status).toBe(409);
    exotel.control.setSettings({ deleteUsedList: 'allow' });
    expect((await lists('DELETE', `/${listSid}`)).status).toBe(200);
    expect((await lists('GET', `/${listSid}`)).status).toBe(404);
    await makeList('a');
    expect(exotel.control.ledger().lists).toMatchObject([
      { sid: listSid, deleted: true, usedBy: [campaign.id] },
      { name: 'a', deleted: false, usedBy: [] },
    ]);
  });

  it('take contacts of the address book by reference, and let them go', async () => {
    const sid = await makeList('a');
    const made = await contacts('POST', '', { contacts: mobiles(2).map((number) => ({ number })) });
    const references = made.body?.response.map(({ data }) => ({ contact_sid: data?.['sid'] })) ?? [];
    const added = await lists('POST', `/${sid}/contacts`, {
      contact_references: [...references, references[0], { contact_sid: 'nobody' }],
    });
    expect([added.status, codesOf(added), added.body?.metadata]).toEqual([
      207,
      [200, 200, 409, 404],
      { success: 2, failed: 2, total: 4 },
    ]);
    expect(added.first?.data).toEqual({ sid: references[0]?.contact_sid, list_id: sid });
    await lists('DELETE', `/${sid}/contacts/${String(references[0]?.contact_sid)}`);
    const left = await lists('GET', `/${sid}/contacts`);
    expect(left.body?.response.map(({ data }) => data?.['number'])).toEqual([mobile(1)]);
    expect((await contacts('GET')).body?.metadata).toMatchObject({ total: 2 });
    expect((await lists('GET', `/${sid}/contacts?limit=21`)).status).toBe(400);
  });
});

describe('contacts', () => {
  it('fail an item whose number is known with its sid, and one whose number is bad without', async () => {
    const [known] = [sidOf(await contacts('POST', '', { contacts: [{ number: mobile(1), first_name: 'Asha' }] }))];
    const answer = await contacts('POST', '', {
      contacts: [{ number: mobile(1) }, { number: '12' }, {}, { number: '9810010002' }],
    });
    expect([answer.status, codesOf(answer)]).toEqual([207, [409, 400, 400, 200]]);
    expect(answer.body?.response.map(({ data }) => data?.['sid'] ?? null).slice(0, 3)).toEqual([known, null, null]);
    expect(answer.body?.response[3]?.data).toMatchObject({ number: '+919810010002' });
  });

  it('are changed, read, listed and deleted', async () => {
    const sid = sidOf(await contacts('POST', '', { contacts: [{ number: mobile(1), first_name: 'Asha' }] }));
    expect((await contacts('PUT', `/${sid}`, { last_name: 'Rao' })).first?.data).toMatchObject({
      first_name: 'Asha',
      last_name: 'Rao',
    });
    const both = await contacts('PUT', '', { contacts: [{ sid, tag: 'x' }, { sid: 'nobody' }] });
    expect([both.status, codesOf(both)]).toEqual([207, [200, 404]]);
    expect((await contacts('GET', `/${sid}`)).first?.data).toMatchObject({ number: mobile(1), tag: 'x' });
    expect((await contacts('GET', '?limit=20')).body?.metadata).toMatchObject({ total: 1 });
    expect((await contacts('GET', '?limit=21')).status).toBe(400);
    await contacts('DELETE', `/${sid}`);
    expect((await contacts('GET', `/${sid}`)).status).toBe(404);
  });

  it.each([
    ['too many', { contacts: mobiles(5_001).map((number) => ({ number })) }, 400, 1002],
    ['none', { contacts: [] }, 400, 1001],
    ['a wrong type', { contacts: [{ number: 9_810_010_001 }] }, 400, 1007],
    ['no wrapper', { number: mobile(1) }, 400, 1001],
  ])('are refused when there are %s', async (_what, body, status, code) => {
    const answer = await contacts('POST', '', body);
    expect([answer.status, answer.first?.error_data?.code]).toEqual([status, code]);
  });
});
