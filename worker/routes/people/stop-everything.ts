import { Hono } from 'hono';
import { stopEverythingSchema } from '../../../shared/protocol/brake.ts';
import { accountsOf, type AppTypes } from '../../context.ts';
import { parseAs, readJson } from '../../request-body.ts';

/** The panic button: everything of everybody. */
export function stopEverythingRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();
  routes.get('/', async (c) => c.json(await accountsOf(c).stoppedEverything()));
  routes.post('/', async (c) => {
    const { reason } = parseAs(stopEverythingSchema, (await readJson(c)) ?? {});
    c.set('trail', { note: reason });
    return c.json(await accountsOf(c).stopEverything(c.get('user'), reason));
  });
  routes.delete('/', async (c) => c.json(await accountsOf(c).allowStarting()));
  return routes;
}
