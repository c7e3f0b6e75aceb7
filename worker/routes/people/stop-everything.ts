import { Hono } from 'hono';
import { stopEverythingSchema } from '../../../shared/protocol/brake.ts';
import { accountsOf, importOf, type AppContext, type AppTypes } from '../../context.ts';
import { parseAs, readJson } from '../../request-body.ts';

/** The panic button: everything of everybody. */
export function stopEverythingRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();
  routes.get('/', async (c) => {
    const brake = await accountsOf(c).stoppedEverything();
    return c.json(brake.state === 'released' ? { ...brake, calls: await callsLeft(c) } : brake);
  });
  routes.post('/', async (c) => {
    const { reason } = parseAs(stopEverythingSchema, (await readJson(c)) ?? {});
    c.set('trail', { note: reason });
    return c.json(await accountsOf(c).stopEverything(c.get('user'), reason));
  });
  routes.delete('/', async (c) => c.json(await accountsOf(c).allowStarting()));
  return routes;
}

/** What a press would stop, as each import says it now: the account hears of an import only when its state turns. */
async function callsLeft(c: AppContext): Promise<number> {
  const ids = await accountsOf(c).importsUnderWay();
  const summaries = await Promise.all(ids.map((id) => importOf(c, id).summary()));
  return summaries.reduce((sum, summary) => {
    if (summary === null || summary.state === 'paused') return sum;
    const { queued, dialling, retrying } = summary.contacts;
    return sum + queued + dialling + retrying;
  }, 0);
}
