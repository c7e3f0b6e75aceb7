import { Hono } from 'hono';
import { launchRequestSchema } from '../../../shared/protocol/import-requests.ts';
import { sendBackSchema } from '../../../shared/protocol/team.ts';
import { importOf, unwrap, type AppTypes } from '../../context.ts';
import { parseAs, readJson } from '../../request-body.ts';
import type { Import } from '../../../shared/protocol/import.ts';

/** A start that needs two: one asks, another approves, which starts it, or sends it back with a word. */
export function approvalRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();

  routes.post('/:id/ask', async (c) => {
    const { expect, again = false } = parseAs(launchRequestSchema, await readJson(c));
    const asked = await importOf(c, c.req.param('id')).ask({ expect, again, user: c.get('user') });
    return c.json(unwrap<Import>(asked));
  });

  routes.post('/:id/approve', async (c) => {
    const { expect, again = false } = parseAs(launchRequestSchema, await readJson(c));
    const view = unwrap<Import>(await importOf(c, c.req.param('id')).approve({ expect, again, user: c.get('user') }));
    c.set('trail', { before: { askedBy: view.approval?.askedBy ?? null } });
    return c.json(view);
  });

  routes.post('/:id/send-back', async (c) => {
    const { note } = parseAs(sendBackSchema, await readJson(c));
    c.set('trail', { note });
    return c.json(unwrap<Import>(await importOf(c, c.req.param('id')).sendBack(c.get('user'), note)));
  });

  return routes;
}
