import { pageSchema } from '../../../shared/protocol/page.ts';
import { madeTokenSchema, teamTokenSchema, tokenRequestSchema } from '../../../shared/protocol/team.ts';
import { teamOf, unwrap } from '../../context.ts';
import { readEnd } from '../../team/read-end.ts';
import { call, json, NO_CONTENT, PAGE, type Call } from '../call.ts';
import { findTemplate } from '../templates.ts';

/** Makes and revokes the team's tokens without a new deployment. */
export const TOKEN_CALLS: readonly Call[] = [
  call({
    method: 'post',
    path: '/api/tokens',
    summary: 'Make a token for a person or a script; its answer is the only place that shows it',
    body: { schema: tokenRequestSchema },
    answer: json(madeTokenSchema, 201),
    refusals: [400, 401, 404, 409],
    async handle(c, { body: { name, role, expires = null, template = null } }) {
      const expiresAt = readEnd(expires);
      if (template !== null) await findTemplate(c, template);
      const made = unwrap(await teamOf(c).makeToken({ name, role, template, expiresAt, createdBy: c.get('user') }));
      return c.json(made, 201, { location: `/api/tokens/${made.id}` });
    },
  }),
  call({
    method: 'get',
    path: '/api/tokens',
    summary: 'Tokens that were made here, newest first',
    query: PAGE,
    answer: json(pageSchema(teamTokenSchema)),
    refusals: [400, 401],
    handle: async (c, { query: page }) => c.json({ ...(await teamOf(c).page(page.offset, page.limit)), ...page }),
  }),
  call({
    method: 'delete',
    path: '/api/tokens/{id}',
    summary: 'Revoke a token: from now on it opens nothing, and its live sockets are closed',
    answer: NO_CONTENT,
    refusals: [401, 404],
    async handle(c, asked) {
      const { id, name, role } = unwrap(await teamOf(c).revoke(asked.id));
      c.set('trail', { on: { kind: 'token', ref: id, name }, before: { role } });
      return c.body(null, 204);
    },
  }),
];
