import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exotelListSchema } from '../../../shared/protocol/exotel-campaign.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { contactFile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { standIn } from '../support/stand-in.ts';
import { exotel } from './elsewhere.ts';

beforeEach(async () => {
  startClock();
  await standIn.reset();
});
afterEach(reset);

async function makeList(name: string): Promise<string> {
  const { result } = await exotel.request('POST', '/lists', { lists: [{ name }] });
  if (!result.ok) throw new Error(`Exotel refuses: ${JSON.stringify(result.error)}`);
  return String(result.value.items[0]?.data['sid']);
}

async function listsIn(query: Readonly<Record<string, string>> = {}) {
  const answer = await ask(`/api/lists?${new URLSearchParams(query).toString()}`);
  return pageSchema(exotelListSchema).parse(await answer.json());
}

function drop(sid: string): Promise<Response> {
  return ask(`/api/lists/${sid}`, { method: 'DELETE' });
}

describe("the account's lists", () => {
  it('are told newest first, searched and paged, with how many they hold', async () => {
    for (const name of ['Leads of May', 'Leads of June', 'Others']) await makeList(name);
    const { items, total } = await listsIn();
    expect(total).toBe(3);
    expect(items.map(({ name }) => name)).toEqual(['Others', 'Leads of June', 'Leads of May']);
    expect(items[0]).toMatchObject({ contacts: 0, import: null });
    expect((await listsIn({ name: 'leads', sort: 'name' })).items.map(({ name }) => name)).toEqual([
      'Leads of June',
      'Leads of May',
    ]);
    expect(await listsIn({ offset: '2', limit: '1', sort: 'created' })).toMatchObject({
      total: 3,
      items: [{ name: 'Others' }],
    });
  });

  it('are deleted, also when the answer is lost', async () => {
    const [one, two] = [await makeList('One'), await makeList('Two')];
    expect((await drop(one)).status).toBe(204);
    await standIn.faults({ operation: 'list_delete', kind: 'drop_after' });
    expect((await drop(two)).status).toBe(204);
    expect((await listsIn()).items).toEqual([]);
    expect(await refusalOf(await drop(one))).toEqual({ status: 404, code: 'list_not_found' });
  });

  it('are neither deleted nor missing where Exotel answers 404 to everything for a while', async () => {
    const sid = await makeList('One');
    await standIn.faults({ operation: 'list_delete', kind: 'drop_before' }, { kind: 'not_found', share: 1 });
    for (let presses = 0; presses < 2; presses += 1)
      expect(await refusalOf(await drop(sid))).toMatchObject({ status: 502, code: 'exotel_unanswered' });
    expect(await refusalOf(await ask('/api/lists'))).toMatchObject({ status: 502, code: 'exotel_unreachable' });
    await standIn.clearFaults();
    expect((await listsIn()).items).toMatchObject([{ sid }]);
  });

  it('are not deleted while an import calls their people, and are once it does not', async () => {
    const { id: template } = await makeTemplate();
    const made = await importIn(sendFile(contactFile(3), { template, name: 'Diwali' }));
    await importIn(post(`/api/imports/${made.id}/check`, { delivery: 'lists' }));
    await importIn(post(`/api/imports/${made.id}/launch`, { expect: { contacts: 3, campaigns: 1 } }));
    await driveUntil(made.id, isLaunched);
    const [list] = (await listsIn()).items;
    expect(list).toMatchObject({ contacts: 3, import: { id: made.id } });
    const sid = list?.sid ?? '';
    expect(await refusalOf(await drop(sid))).toEqual({
      status: 409,
      code: 'list_in_use',
      details: { import: made.id },
    });
    await importIn(post(`/api/imports/${made.id}/stop`));
    await driveUntil(made.id, ({ state, finishedAt }) => state === 'stopped' && finishedAt !== null);
    expect([204, 404]).toContain((await drop(sid)).status);
  });
});
