import { listDurableObjectIds, reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactFile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import type { Import } from '../../../shared/protocol/import.ts';

/** At one call a minute these make three campaigns on three days. */
const CONTACTS = 1_800;

let template: string;
let before: ReadonlySet<string>;
beforeEach(async () => {
  const left = await Promise.all([listDurableObjectIds(env.IMPORTS), listDurableObjectIds(env.CAMPAIGNS)]);
  before = new Set(left.flat().map(String));
  startClock();
  await standIn.reset();
  template = (await makeTemplate({ throttle: 1 })).id;
});
afterEach(reset);

function press(id: string, word: 'pause' | 'resume' | 'stop'): Promise<Response> {
  return post(`/api/imports/${id}/${word}`);
}

async function launched(contacts = CONTACTS): Promise<Import> {
  const made = await importIn(sendFile(contactFile(contacts), { template, launch: 'true' }));
  return driveUntil(made.id, isLaunched);
}

async function statuses(): Promise<string[]> {
  return (await standIn.creates()).map(({ status }) => status);
}

/** Goes on until the first campaign is done, the second is half-way, and the third has not begun. */
async function goToTheMiddle(): Promise<void> {
  const [, second] = await standIn.creates();
  await standIn.skipTo(new Date(Date.parse(second?.sendAt ?? '') + 30 * 60_000).toISOString());
}

describe('a mix of campaigns', () => {
  it('is stopped for good: what dials is silenced, what is to come deleted, and everyone accounted for', async () => {
    const { id, campaigns } = await launched();
    expect(campaigns).toHaveLength(3);
    await goToTheMiddle();
    expect(await statuses()).toEqual(['completed', 'in-progress', 'created']);
    await importIn(press(id, 'stop'));
    const stopped = await driveUntil(id, ({ state, finishedAt }) => state === 'stopped' && finishedAt !== null);
    expect(await statuses()).toEqual(['completed', 'completed', 'deleted']);

    const { dials } = (await standIn.summary()).counts;
    await dialToTheEnd();
    const judge = await standIn.summary();
    expect(judge.counts.dials).toBe(dials);
    expect(Object.values(stopped.contacts).reduce((sum, count) => sum + count, 0)).toBe(CONTACTS);
    expect([stopped.contacts.queued, stopped.contacts.dialling, stopped.contacts.retrying]).toEqual([0, 0, 0]);
    expect(stopped.contacts.completed).toBe(judge.outcomes['completed']);
    expect(stopped.contacts.not_attempted).toBeGreaterThan(300);
  });

  it('is paused, stays paused, and goes on to its end', async () => {
    const { id } = await launched();
    await goToTheMiddle();
    await importIn(press(id, 'pause'));
    await driveUntil(id, ({ state }) => state === 'paused');
    expect(await statuses()).toEqual(['completed', 'paused', 'paused']);
    const { dials } = (await standIn.summary()).counts;
    await goToTheMiddle();
    expect((await standIn.summary()).counts.dials).toBe(dials);

    await importIn(press(id, 'resume'));
    await driveUntil(id, ({ campaigns }) => campaigns.every(({ state }) => state !== 'paused'));
    await dialToTheEnd();
    const end = await driveUntil(id, ({ state }) => state === 'finished');
    const judge = await standIn.summary();
    expect(judge.numbersDialledBySeveralCampaigns).toEqual([]);
    expect(end.contacts.completed).toBe(judge.outcomes['completed']);
  });

  it('paused before it was sent is never sent; stopped then, it is over at once', async () => {
    await standIn.faults({ operation: 'create', kind: 'payment_required', count: 50 });
    const made = await importIn(sendFile(contactFile(20), { template, launch: 'true' }));
    await driveUntil(made.id, ({ state }) => state === 'needs_attention');
    await importIn(press(made.id, 'pause'));
    await importIn(press(made.id, 'stop'));
    const stopped = await driveUntil(made.id, ({ finishedAt }) => finishedAt !== null);
    expect([stopped.state, stopped.contacts.not_attempted]).toEqual(['stopped', 20]);
    expect((await standIn.creates()).length).toBe(0);
  });
});

describe('a press', () => {
  it('is refused before the launch, after the end, and for what is not there', async () => {
    const made = await importIn(sendFile(contactFile(3), { template }));
    expect(await refusalOf(await press(made.id, 'pause'))).toEqual({ status: 409, code: 'not_running' });
    expect(await refusalOf(await press('nobody', 'stop'))).toEqual({ status: 404, code: 'import_not_found' });
    await post(`/api/imports/${made.id}/launch`, { expect: { contacts: 3, campaigns: 1 } });
    await driveUntil(made.id, isLaunched);
    await dialToTheEnd();
    await driveUntil(made.id, ({ state }) => state === 'finished');
    expect(await refusalOf(await press(made.id, 'resume'))).toEqual({ status: 409, code: 'not_running' });
    expect((await importIn(press(made.id, 'stop'))).state).toBe('finished');
  });

  it('on stop is obeyed by a launch that is under way', async () => {
    const { id } = await importIn(sendFile(contactFile(10), { template }));
    const input = { user: 'asha', expect: { contacts: 10, campaigns: 1 }, again: false };
    const answers = await runInDurableObject(env.IMPORTS.getByName(id), (object) =>
      Promise.all([object.launch(input), object.steer('stop')]),
    );
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    await driveUntil(id, ({ state }) => state === 'stopped');
    await dialToTheEnd();
    expect((await standIn.summary()).counts.dials).toBe(0);
  });

  it('on stop is final, and may be repeated', async () => {
    const { id } = await launched(20);
    await importIn(press(id, 'stop'));
    expect((await importIn(press(id, 'stop'))).state).toMatch(/^stop/);
    await driveUntil(id, ({ state }) => state === 'stopped');
    expect(await refusalOf(await press(id, 'resume'))).toEqual({ status: 409, code: 'not_running' });
    expect(await statuses()).toEqual(['deleted']);
  });
});

describe('deleting', () => {
  it('is refused while anything may still be called', async () => {
    const { id } = await launched(20);
    const refused = { status: 409, code: 'still_running' };
    expect(await refusalOf(await ask(`/api/imports/${id}`, { method: 'DELETE' }))).toEqual(refused);
    await importIn(press(id, 'pause'));
    await driveUntil(id, ({ state }) => state === 'paused');
    expect(await refusalOf(await ask(`/api/imports/${id}`, { method: 'DELETE' }))).toEqual(refused);
  });

  it('erases every trace of the contacts, and the sink knows them no more', async () => {
    const { id } = await launched(20);
    const [campaign] = await standIn.creates();
    const url = campaign?.callStatusCallback ?? '';
    const call = JSON.stringify({
      campaign_sid: campaign?.sid,
      call_sid: 'a',
      number: '+919810010001',
      status: 'busy',
    });
    const report = () => ask(url, { token: null, method: 'POST', body: call });
    expect((await report()).status).toBe(200);
    await dialToTheEnd();
    await driveUntil(id, ({ state }) => state === 'finished');
    expect((await ask(`/api/imports/${id}`, { method: 'DELETE' })).status).toBe(204);

    expect((await ask(`/api/imports/${id}`)).status).toBe(404);
    expect(await (await ask('/api/imports')).json()).toMatchObject({ items: [], total: 0 });
    expect((await report()).status).toBe(404);
    expect((await env.CALLBACKS.list()).keys).toEqual([]);
    await expectNothingStored();
    expect(await refusalOf(await ask(`/api/imports/${id}`, { method: 'DELETE' }))).toMatchObject({
      code: 'import_not_found',
    });
  });

  it('while the stopped import still closes its campaigns leaves nothing behind either', async () => {
    await standIn.faults({ operation: 'create', kind: 'payment_required', count: 50 });
    const made = await importIn(sendFile(contactFile(CONTACTS), { template, launch: 'true' }));
    await driveUntil(made.id, ({ state }) => state === 'needs_attention');
    const erased = await runInDurableObject(env.IMPORTS.getByName(made.id), async (object) => {
      await object.steer('stop');
      const [answer] = await Promise.all([object.erase(), object.alarm()]);
      return answer;
    });
    expect(erased).toEqual({ ok: true, value: null });
    await expectNothingStored();
  });

  it('is allowed before the launch', async () => {
    const made = await importIn(sendFile(contactFile(20), { template }));
    expect((await ask(`/api/imports/${made.id}`, { method: 'DELETE' })).status).toBe(204);
    await expectNothingStored();
  });
});

async function expectNothingStored(): Promise<void> {
  const [imports, campaigns] = await storedObjects();
  for (const id of imports) {
    expect(await runInDurableObject(env.IMPORTS.get(id), (_, { storage }) => filledTables(storage.sql))).toEqual([]);
  }
  for (const id of campaigns) {
    expect(await runInDurableObject(env.CAMPAIGNS.get(id), (_, { storage }) => filledTables(storage.sql))).toEqual([]);
  }
}

/** Only objects that this test made, because an object of another test may survive the reset while it works. */
async function storedObjects(): Promise<[DurableObjectId[], DurableObjectId[]]> {
  const [imports, campaigns] = [await listDurableObjectIds(env.IMPORTS), await listDurableObjectIds(env.CAMPAIGNS)];
  const isNew = (id: DurableObjectId) => !before.has(id.toString());
  return [imports.filter(isNew), campaigns.filter(isNew)];
}

/** Every table with at least one row, except the platform's own. */
function filledTables(sql: SqlStorage): string[] {
  const names = sql
    .exec<{ name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf*' AND name NOT GLOB 'sqlite*'`,
    )
    .toArray()
    .map(({ name }) => name);
  return names.filter((name) => sql.exec(`SELECT 1 FROM "${name}" LIMIT 1`).toArray().length > 0);
}
