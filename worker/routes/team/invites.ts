import { Hono } from 'hono';
import { INVITE_MINUTES } from '../../../shared/team-limits.ts';
import { inviteRequestSchema, type Invite } from '../../../shared/protocol/team.ts';
import { configOf, teamOf, unwrap, type AppTypes } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { parseAs, readJson } from '../../request-body.ts';
import { sha256Hex } from '../../sha256-hex.ts';
import { isInviteCode, newInviteCode } from '../../team/team-token.ts';
import { readEnd } from '../../team/read-end.ts';
import { findTemplate } from '../templates.ts';

/** A link for one person, once: what it is exchanged for, nobody reads. */
export function inviteRoutes(): Hono<AppTypes> {
  return new Hono<AppTypes>().post('/', async (c) => {
    const { name, role, template = null, expires = null } = parseAs(inviteRequestSchema, await readJson(c));
    const end = readEnd(expires);
    if (template !== null) await findTemplate(c, template);
    const code = newInviteCode();
    const expiresAt = Date.now() + INVITE_MINUTES * 60_000;
    const wish = { name, role, template, expiresAt: end, createdBy: c.get('user') };
    unwrap(await teamOf(c).invite({ hash: await sha256Hex(code), maker: c.get('token'), wish, expiresAt }));
    const base = configOf(c).PUBLIC_URL || new URL(c.req.url).origin;
    c.set('trail', { on: { kind: 'invite', ref: null, name }, after: { role } });
    // Behind the #, it is sent to nobody and stands in no log.
    const invite: Invite = { link: `${base}/join#code=${code}`, expiresAt: new Date(expiresAt).toISOString() };
    return c.json(invite, 201);
  });
}

/** The public door of an invite. What is wrong, used or over looks the same. */
export function joinRoutes(): Hono<AppTypes> {
  return new Hono<AppTypes>().post('/:code', async (c) => {
    const { code } = c.req.param();
    if (!isInviteCode(code)) throw new ApiError({ code: 'invite_not_found' });
    return c.json(unwrap(await teamOf(c).join(await sha256Hex(code))), 201);
  });
}
