import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROLES, rolesOf, type Role } from '../../../shared/team/roles.ts';
import { CALLS } from '../../../worker/routes/calls.ts';
import { groupOf, WHO_MAY } from '../../../worker/openapi/who-may.ts';
import { ask, makeTemplate } from '../support/edge.ts';
import { join } from './team.ts';

const tokens = new Map<Role, string>();
beforeEach(async () => {
  for (const role of ROLES) tokens.set(role, (await join(`one ${role}`, role)).token);
});
afterEach(reset);

const apiCalls = CALLS.filter(({ open }) => open !== true);

/**
 * Asked about something that does not exist and with nothing given: whatever else is wrong, the role is judged first.
 */
async function isAllowed(role: Role, method: string, path: string): Promise<boolean> {
  const answer = await ask(path.replaceAll(/\{\w+\}/g, 'nobody'), { method, token: tokens.get(role) ?? null });
  if (method === 'HEAD') return answer.status !== 403;
  const text = await answer.text();
  if (answer.status === 403 && text.includes('"not_allowed"')) return false;
  return true;
}

describe('who may', () => {
  it('is said for every call below /api, and for no other', () => {
    const calls = apiCalls.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(calls.filter((call) => WHO_MAY[call] === undefined)).toEqual([]);
    expect(Object.keys(WHO_MAY).filter((call) => !calls.includes(call))).toEqual([]);
  });

  it.each(ROLES)('holds for a %s on every call there is', async (role) => {
    const judged = new Map<string, boolean>();
    const meant = new Map<string, boolean>();
    for (const { method, path } of apiCalls) {
      const call = `${method.toUpperCase()} ${path}`;
      judged.set(call, await isAllowed(role, method.toUpperCase(), path));
      meant.set(call, rolesOf(groupOf(WHO_MAY[call] ?? 'admins')).includes(role));
    }
    expect(Object.fromEntries(judged)).toEqual(Object.fromEntries(meant));
  });

  it('is said of a token for one template: its imports, what it needs to start them, and to stop everything', async () => {
    const { id } = await makeTemplate();
    const script = await join('one template', 'admin', { template: id });
    tokens.set('admin', script.token);
    const allowed: string[] = [];
    for (const { method, path } of apiCalls) {
      const [call, asked] = [`${method.toUpperCase()} ${path}`, method.toUpperCase()];
      if (path.startsWith('/api/imports') || !(await isAllowed('admin', asked, path))) continue;
      allowed.push(call);
    }
    expect(allowed.toSorted()).toEqual([
      'GET /api/account',
      'GET /api/exophones',
      'GET /api/settings',
      'GET /api/stop-everything',
      'GET /api/templates',
      'GET /api/templates/{id}',
      'POST /api/live-tickets',
      'POST /api/people/screen',
      'POST /api/stop-everything',
      'POST /api/test-calls',
    ]);
  });

  /** The rules that were agreed, written out independently of the table. */
  it.each<[string, string, readonly Role[]]>([
    ['start', 'POST /api/imports/nobody/launch', ['launcher', 'admin']],
    ['start with the file', 'POST /api/imports?template=x&launch=true', ['launcher', 'admin']],
    ['start with the file, said twice', 'POST /api/imports?template=x&launch=false&launch=true', ['launcher', 'admin']],
    ['resume', 'POST /api/imports/nobody/resume', ['launcher', 'admin']],
    ['decide about what waits', 'POST /api/imports/nobody/campaigns/1/decide', ['launcher', 'admin']],
    ['pause', 'POST /api/imports/nobody/pause', ['preparer', 'launcher', 'admin']],
    ['stop', 'POST /api/imports/nobody/stop', ['preparer', 'launcher', 'admin']],
    ['make templates', 'POST /api/templates', ['preparer', 'launcher', 'admin']],
    ['make tokens', 'POST /api/tokens', ['admin']],
    ['see tokens', 'GET /api/tokens', ['admin']],
    ['revoke tokens', 'DELETE /api/tokens/nobody', ['admin']],
    ['change campaigns at Exotel', 'POST /api/campaigns/nobody/actions', ['launcher', 'admin']],
    ['see imports', 'GET /api/imports', ['viewer', 'preparer', 'launcher', 'admin']],
  ])('%s', async (_what, call, roles) => {
    const [method = '', path = ''] = call.split(' ');
    const allowed: Role[] = [];
    for (const role of ROLES) if (await isAllowed(role, method, path)) allowed.push(role);
    expect(allowed).toEqual(roles);
  });

  it('finds nothing at an address that no line of the table names, whatever is routed there', async () => {
    for (const role of ROLES)
      expect((await ask('/api/imports/a/b/c', { token: tokens.get(role) ?? null })).status).toBe(404);
  });
});
