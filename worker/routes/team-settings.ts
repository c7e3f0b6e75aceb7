import { Hono } from 'hono';
import { approveAboveSchema } from '../../shared/protocol/team.ts';
import { teamOf, type AppTypes } from '../context.ts';
import { parseAs, readJson } from '../request-body.ts';

/** What holds for the whole team. */
export function teamSettingsRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();

  routes.get('/', async (c) => c.json({ approveAbove: await teamOf(c).approveAbove() }));

  routes.put('/', async (c) => {
    const { approveAbove } = parseAs(approveAboveSchema, await readJson(c));
    const before = await teamOf(c).approveAbove();
    await teamOf(c).setApproveAbove(approveAbove);
    c.set('trail', { before: { approveAbove: before }, after: { approveAbove } });
    return c.json({ approveAbove });
  });

  return routes;
}
