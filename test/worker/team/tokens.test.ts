import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { teamTokenSchema } from '../../../shared/protocol/team.ts';
import { contactFile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { join, makeToken, watchImport } from './team.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

const HOUR_MS = 3_600_000;
const realNow = Date.now;
let ahead = 0;
beforeEach(() => {
  ahead = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => realNow() + ahead);
});
afterEach(reset);

const UNAUTHORISED = { status: 401, code: 'unauthorised' };

async function listed() {
  return pageSchema(teamTokenSchema).parse(await (await ask('/api/tokens')).json());
}

describe('a token', () => {
  it('is shown once, and kept as a hash alone', async () => {
    const made = await makeToken({ name: ' Meena ', role: 'preparer' });
    const { token, ...rest } = made;
    expect(token).toMatch(/^ds_live_[\w-]{43}$/);
    expect(rest).toEqual({
      id: made.id,
      name: 'Meena',
      role: 'preparer',
      prefix: token.slice(0, 12),
      template: null,
      createdAt: made.createdAt,
      createdBy: 'asha',
      expiresAt: null,
      lastUsedAt: null,
    });
    expect(await listed()).toEqual({ items: [rest], total: 1, offset: 0, limit: 50 });
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
    const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    const rows = await runInDurableObject(env.TEAM.getByName('dialsheet-demo'), (_, { storage }) =>
      storage.sql.exec('SELECT * FROM tokens').toArray(),
    );
    expect(rows.map((row) => row['hash'])).toEqual([hash]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('says whose it is and what it may do', async () => {
    const meena = await join('Meena', 'launcher');
    expect(await (await meena.get('/api/account')).json()).toMatchObject({
      user: 'Meena',
      role: 'launcher',
      template: null,
    });
  });

  it('opens nothing once it is revoked, nor after its time', async () => {
    const meena = await join('Meena', 'admin');
    const ravi = await join('Ravi', 'viewer', { expires: new Date(Date.now() + HOUR_MS).toISOString() });
    expect([(await meena.get('/api/account')).status, (await ravi.get('/api/account')).status]).toEqual([200, 200]);
    expect((await ask(`/api/tokens/${meena.id}`, { method: 'DELETE' })).status).toBe(204);
    ahead = HOUR_MS;
    expect(await refusalOf(await meena.get('/api/account'))).toEqual(UNAUTHORISED);
    expect(await refusalOf(await ravi.get('/api/account'))).toEqual(UNAUTHORISED);
    expect(await refusalOf(await ask(`/api/tokens/${meena.id}`, { method: 'DELETE' }))).toEqual({
      status: 404,
      code: 'token_not_found',
    });
  });

  it('is noted as used, once an hour', async () => {
    const meena = await join('Meena', 'viewer');
    const used: (string | null | undefined)[] = [];
    for (const minutes of [0, 59, 60, 119]) {
      ahead = minutes * 60_000;
      await meena.get('/api/account');
      used.push((await listed()).items[0]?.lastUsedAt);
    }
    expect(used[0]).not.toBeNull();
    expect([used[1] === used[0], used[2] === used[1], used[3] === used[2]]).toEqual([true, false, true]);
  });

  it.each([
    ['no name', { role: 'viewer' }],
    ['a blank name', { name: '  ', role: 'viewer' }],
    ['an unknown role', { name: 'Meena', role: 'owner' }],
    ['a time that is over', { name: 'Meena', role: 'viewer', expires: '2020-01-01T00:00:00Z' }],
    ['a time that is none', { name: 'Meena', role: 'viewer', expires: 'tomorrow' }],
    ['what nobody knows', { name: 'Meena', role: 'viewer', admin: true }],
  ])('is not made with %s', async (_what, wish) => {
    expect((await refusalOf(await post('/api/tokens', wish))).code).toBe('invalid_request');
    expect((await listed()).total).toBe(0);
  });

  it('of a single template uses that one, and finds only what was made with it', async () => {
    const [mine, other] = [await makeTemplate({ name: 'Mine' }), await makeTemplate({ name: 'Other' })];
    expect((await refusalOf(await post('/api/tokens', { name: 'x', role: 'launcher', template: 'none' }))).code).toBe(
      'template_not_found',
    );
    const script = await join('nightly', 'launcher', { template: mine.id });
    const theirs = await importIn(sendFile(contactFile(2), { template: other.id }));
    const own = await importIn(script.sendFile(contactFile(3), { template: mine.id }));
    const template404 = { status: 404, code: 'template_not_found' };
    expect(await refusalOf(await script.sendFile(contactFile(2), { template: other.id }))).toEqual(template404);
    expect(await refusalOf(await script.get(`/api/templates/${other.id}`))).toEqual(template404);
    expect(await refusalOf(await script.send('POST', `/api/imports/${own.id}/check`, { template: other.id }))).toEqual(
      template404,
    );
    expect(await refusalOf(await script.get(`/api/imports/${theirs.id}`))).toMatchObject({ status: 404 });
    expect(await (await script.get('/api/imports')).json()).toMatchObject({ items: [{ id: own.id }], total: 1 });
    expect(await (await script.get('/api/templates')).json()).toMatchObject({ items: [{ id: mine.id }], total: 1 });
    for (const call of [
      'GET /api/campaigns',
      `PUT /api/templates/${mine.id}`,
      'POST /api/templates',
      'GET /api/lists',
    ]) {
      const [method = '', path = ''] = call.split(' ');
      expect([call, (await refusalOf(await script.send(method, path))).code]).toEqual([call, 'not_allowed']);
    }
  });
});

describe('the live sockets of a token', () => {
  const watch = async (id: string, token: string) => (await watchImport(id, token)).closed;

  it('are closed when it is revoked, and those of others stay', async () => {
    const template = await makeTemplate();
    const one = await importIn(sendFile(contactFile(2), { template: template.id }));
    const two = await importIn(sendFile(contactFile(3), { template: template.id }));
    const [meena, ravi] = [await join('Meena', 'viewer'), await join('Ravi', 'viewer')];
    const gone = [await watch(one.id, meena.token), await watch(two.id, meena.token), await watch(two.id, meena.token)];
    const stays = [await watch(one.id, ravi.token), await watch(one.id, 'token-of-asha')];
    await ask(`/api/tokens/${meena.id}`, { method: 'DELETE' });
    await vi.waitFor(() => expect(gone).toEqual([[1008], [1008], [1008]]), PATIENCE);
    expect(stays).toEqual([[], []]);
  });
});
