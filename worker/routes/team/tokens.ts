import { Hono } from 'hono';
import { tokenRequestSchema } from '../../../shared/protocol/team.ts';
import { teamOf, unwrap, type AppTypes } from '../../context.ts';
import { readPage } from '../../page-query.ts';
import { parseAs, readJson } from '../../request-body.ts';
import { readEnd } from '../../team/read-end.ts';
import { findTemplate } from '../templates.ts';

/** Tokens of the team, made and taken back without a deploy. */
export function tokenRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();

  routes.post('/', async (c) => {
    const { name, role, expires = null, template = null } = parseAs(tokenRequestSchema, await readJson(c));
    const expiresAt = readEnd(expires);
    if (template !== null) await findTemplate(c, template);
    const wish = { name, role, template, expiresAt, createdBy: c.get('user') };
    const made = unwrap(await teamOf(c).makeToken(wish));
    return c.json(made, 201, { location: `/api/tokens/${made.id}` });
  });

  routes.get('/', async (c) => {
    const page = readPage(c);
    return c.json({ ...(await teamOf(c).page(page.offset, page.limit)), ...page });
  });

  routes.delete('/:id', async (c) => {
    const { id, name, role } = unwrap(await teamOf(c).revoke(c.req.param('id')));
    c.set('trail', { on: { kind: 'token', ref: id, name }, before: { role } });
    return c.body(null, 204);
  });

  return routes;
}
