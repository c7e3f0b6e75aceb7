import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXTENSION_ORIGIN } from '../../../shared/protocol/extension-origin.ts';
import { inviteSchema, madeTokenSchema } from '../../../shared/protocol/team.ts';
import { ask, ORIGIN, post, refusalOf } from '../support/edge.ts';
import { join } from './team.ts';

const realNow = Date.now;
let ahead = 0;
beforeEach(() => {
  ahead = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => realNow() + ahead);
});
afterEach(reset);

const NO_INVITE = { status: 404, code: 'invite_not_found' };

async function invite(wish: object = { name: 'Meena', role: 'preparer' }): Promise<string> {
  const { link } = inviteSchema.parse(await (await post('/api/invites', wish)).json());
  expect(link).toMatch(new RegExp(`^${ORIGIN}/join#code=[\\w-]{43}$`));
  return link.split('#code=')[1] ?? '';
}

const take = (code: string) => ask(`/invites/${code}`, { token: null, method: 'POST' });

describe('an invite', () => {
  it('becomes a token of its name and role, once, without anybody who asks for it being known', async () => {
    const code = await invite();
    const answer = await take(code);
    expect(answer.status).toBe(201);
    const made = madeTokenSchema.parse(await answer.json());
    expect(made).toMatchObject({ name: 'Meena', role: 'preparer', createdBy: 'asha', expiresAt: null });
    expect(await (await ask('/api/account', { token: made.token })).json()).toMatchObject({
      user: 'Meena',
      role: 'preparer',
    });
    expect(await refusalOf(await take(code))).toEqual(NO_INVITE);
  });

  it('is known as somebody who will ask for starts, until it is over', async () => {
    const known = async () => (await (await ask('/api/account')).json<{ hasPreparers: boolean }>()).hasPreparers;
    await invite({ name: 'Ravi', role: 'launcher' });
    expect(await known()).toBe(false);
    await invite();
    expect(await known()).toBe(true);
    ahead = 15 * 60_000;
    expect(await known()).toBe(false);
    ahead = 0;
    const { id } = await join('Asif', 'preparer', { expires: new Date(realNow() + 60_000).toISOString() });
    ahead = 16 * 60_000;
    expect(await known()).toBe(false);
    expect((await ask(`/api/tokens/${id}`, { method: 'DELETE' })).status).toBe(204);
  });

  it('leads, opened in a browser, to a page that says what to do with it, and uses nothing up', async () => {
    const code = await invite();
    const page = await ask('/join', { token: null });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
    expect(await page.text()).toContain('Join the team');
    expect((await take(code)).status).toBe(201);
  });

  it('lets in one of many who come at once', async () => {
    const code = await invite();
    const answers = await Promise.all(Array.from({ length: 8 }, () => take(code)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201, 404, 404, 404, 404, 404, 404, 404,
    ]);
    expect(await (await ask('/api/tokens')).json()).toMatchObject({ total: 1 });
  });

  it('is over after 15 minutes', async () => {
    const [early, late] = [await invite(), await invite()];
    ahead = 15 * 60_000 - 1_000;
    expect((await take(early)).status).toBe(201);
    ahead = 15 * 60_000 + 1_000;
    expect(await refusalOf(await take(late))).toEqual(NO_INVITE);
  });

  it('is gone with the token of whoever made it', async () => {
    const ravi = await join('Ravi', 'admin');
    const made = await ravi.send('POST', '/api/invites', { name: 'Meena', role: 'admin' });
    const { link } = inviteSchema.parse(await made.json());
    await ask(`/api/tokens/${ravi.id}`, { method: 'DELETE' });
    expect(await refusalOf(await take(link.split('#code=')[1] ?? ''))).toEqual(NO_INVITE);
  });

  it.each(['nobody', 'x'.repeat(43), '%00'])('that never was (%s) is not there', async (code) => {
    expect(await refusalOf(await take(code))).toEqual(NO_INVITE);
  });

  it('is exchanged by the extension', async () => {
    const headers = { origin: EXTENSION_ORIGIN };
    const answer = await ask(`/invites/${await invite()}`, { token: null, method: 'POST', headers });
    expect(answer.headers.get('access-control-allow-origin')).toBe(EXTENSION_ORIGIN);
  });
});
