import { INVITE_MINUTES } from '../../../shared/team-limits.ts';
import { inviteRequestSchema, inviteSchema, madeTokenSchema, type Invite } from '../../../shared/protocol/team.ts';
import { configOf, teamOf, unwrap } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { sha256Hex } from '../../sha256-hex.ts';
import { isInviteCode, newInviteCode } from '../../team/team-token.ts';
import { readEnd } from '../../team/read-end.ts';
import { call, json, type Call } from '../call.ts';
import { findTemplate } from '../templates.ts';

export const INVITE_CALLS: readonly Call[] = [
  // Makes a link for one person that works once. Nobody else sees the token it is exchanged for.
  call({
    method: 'post',
    path: '/api/invites',
    summary: `Make a link that lets one person in, once, within ${INVITE_MINUTES} minutes`,
    body: { schema: inviteRequestSchema },
    answer: json(inviteSchema, 201),
    refusals: [400, 401, 404, 409],
    async handle(c, { body: { name, role, template = null, expires = null } }) {
      const end = readEnd(expires);
      if (template !== null) await findTemplate(c, template);
      const code = newInviteCode();
      const expiresAt = Date.now() + INVITE_MINUTES * 60_000;
      const wish = { name, role, template, expiresAt: end, createdBy: c.get('user') };
      unwrap(await teamOf(c).invite({ hash: await sha256Hex(code), maker: c.get('token'), wish, expiresAt }));
      const base = configOf(c).PUBLIC_URL || new URL(c.req.url).origin;
      c.set('trail', { on: { kind: 'invite', ref: null, name }, after: { role } });
      // Browsers do not send what is behind the #, so the code appears in no log.
      const invite: Invite = { link: `${base}/join#code=${code}`, expiresAt: new Date(expiresAt).toISOString() };
      return c.json(invite, 201);
    },
  }),
  // Public: takes the code of an invite. A wrong, used or expired code all get the same answer.
  call({
    method: 'post',
    path: '/invites/{code}',
    summary: 'Exchange the code of an invite for a token; the extension does',
    open: true,
    answer: json(madeTokenSchema, 201),
    refusals: [404, 409],
    async handle(c, { code }) {
      if (!isInviteCode(code)) throw new ApiError({ code: 'invite_not_found' });
      return c.json(unwrap(await teamOf(c).join(await sha256Hex(code))), 201);
    },
  }),
];
