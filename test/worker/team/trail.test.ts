import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXTENSION_ORIGIN } from '../../../shared/protocol/extension-origin.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { trailLineSchema, type TrailLine } from '../../../shared/protocol/team.ts';
import { ACTS, NO_ACTS } from '../../../worker/openapi/acts.ts';
import { CALLS } from '../../../worker/routes/calls.ts';
import { sha256Hex } from '../../../worker/sha256-hex.ts';
import { contactFile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import { join } from './team.ts';

beforeEach(async () => {
  startClock();
  await standIn.reset();
});
afterEach(reset);

async function exported(): Promise<string[]> {
  const answer = await ask('/api/audit.ndjson');
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
  return new TextDecoder()
    .decode(await answer.arrayBuffer())
    .split('\n')
    .filter((line) => line !== '');
}

async function lines(): Promise<TrailLine[]> {
  return (await exported()).map((line) => trailLineSchema.parse(JSON.parse(line)));
}

async function found(query: string) {
  return pageSchema(trailLineSchema).parse(await (await ask(`/api/audit?${query}`)).json());
}

describe('the trail', () => {
  it('knows of every call that changes something what it does, or that it is no act', () => {
    const changing = CALLS.filter(({ method, open }) => !['get', 'head'].includes(method) && open !== true);
    const calls = changing.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(calls.filter((call) => (ACTS[call] !== undefined) === NO_ACTS.has(call))).toEqual([]);
  });

  it('tells a day: who did what, from where, on what, and what the Worker did by itself', async () => {
    const template = await makeTemplate();
    const meena = await join('Meena', 'preparer');
    const own = await importIn(meena.sendFile(contactFile(3), { template: template.id, name: 'Diwali' }));
    const expectations = { expect: { contacts: 3, campaigns: 1 } };
    expect((await meena.send('POST', `/api/imports/${own.id}/launch`, expectations)).status).toBe(403);
    await importIn(
      ask(`/api/imports/${own.id}/launch`, {
        method: 'POST',
        body: JSON.stringify(expectations),
        headers: { 'content-type': 'application/json', origin: EXTENSION_ORIGIN },
      }),
    );
    await driveUntil(own.id, isLaunched);
    await dialToTheEnd();
    await driveUntil(own.id, ({ state }) => state === 'finished');
    await ask(`/api/tokens/${meena.id}`, { method: 'DELETE' });
    const on = { kind: 'import', ref: own.id, name: 'Diwali' };
    const counts = { contacts: 3, rows: 3, campaigns: 1 };
    expect(await lines()).toMatchObject([
      { seq: 1, who: 'asha', role: 'admin', from: 'script', what: 'template.made', result: 'done', prev: '' },
      { seq: 2, what: 'token.made', on: { kind: 'token', ref: meena.id, name: 'Meena' }, after: { role: 'preparer' } },
      { seq: 3, who: 'Meena', role: 'preparer', what: 'import.opened', on, counts },
      { seq: 4, who: 'Meena', what: 'import.launched', result: 'refused', code: 'not_allowed', on: { ref: own.id } },
      { seq: 5, who: 'asha', from: 'extension', what: 'import.launched', result: 'done', on, counts },
      { seq: 6, who: 'system', from: 'system', what: 'import.finished', on, counts: { contacts: 3 } },
      { seq: 7, who: 'asha', what: 'token.revoked', on: { name: 'Meena' }, before: { role: 'preparer' } },
    ]);
  });

  it('carries in each line the hash of the one before, also when many act at once', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, at) => makeTemplate({ name: `Template ${at}` })));
    const all = await exported();
    expect(all.length).toBe(12);
    const hashes = await Promise.all(all.map(sha256Hex));
    expect(all.map((line) => trailLineSchema.parse(JSON.parse(line)).prev)).toEqual(['', ...hashes.slice(0, -1)]);
  });

  it('holds no phone number, whatever was named or said with one', async () => {
    const template = await makeTemplate({ name: 'Ask for 9820012345' });
    const wish = { ...template, name: 'Ask for 9820012346', callerId: '08088919777' };
    await ask(`/api/templates/${template.id}`, {
      method: 'PUT',
      body: JSON.stringify(wish),
      headers: { 'content-type': 'application/json' },
    });
    await importIn(sendFile(contactFile(2), { template: template.id, id: '9820012347', name: '+91 98200 12348' }));
    const text = (await exported()).join('\n');
    expect(text).not.toMatch(/98200|08088919/);
    expect(await lines()).toMatchObject([
      {},
      { what: 'template.changed', before: { callerId: 'xxxxxxxx888' }, after: { callerId: 'xxxxxxxx777' } },
      { what: 'import.opened', on: { ref: 'xxxxxxx347', name: '+xx xxxxx xx348' } },
    ]);
  });

  it('is searched and paged, newest first', async () => {
    for (const name of ['Holi', 'Diwali', 'Diwali again']) await makeTemplate({ name });
    const page = await found('search=DIWALI&limit=1');
    expect([page.total, page.items.map(({ on }) => on?.name)]).toEqual([2, ['Diwali again']]);
    expect((await found('search=diwali&limit=1&offset=1')).items.map(({ on }) => on?.name)).toEqual(['Diwali']);
  });

  it('keeps a line for a year and a month', async () => {
    await makeTemplate();
    await runInDurableObject(env.TEAM.getByName('dialsheet-demo'), (_, { storage }) => {
      storage.sql.exec('UPDATE trail SET at = at - ?', 395 * 86_400_000);
    });
    await post('/api/tokens', { name: 'a', role: 'viewer' });
    expect((await lines()).length).toBe(2);
    await runInDurableObject(env.TEAM.getByName('dialsheet-demo'), (_, { storage }) => {
      storage.sql.exec('UPDATE trail SET at = at - ? WHERE seq = 1', 2 * 86_400_000);
    });
    await post('/api/tokens', { name: 'b', role: 'viewer' });
    expect((await lines()).map(({ seq }) => seq)).toEqual([2, 3]);
  });
});
