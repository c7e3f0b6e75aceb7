import { Hono } from 'hono';
import { accountsOf, importOf, unwrap, type AppContext, type AppTypes } from '../../context.ts';
import { deleteList, listLists, listQuerySchema } from '../../dashboard/account-lists.ts';
import { campaignWorld } from '../../dashboard/dashboard-deps.ts';
import { readQuery } from '../../read-query.ts';

/** Lists as Exotel has them: those we upload, and the account's others. */
export function listRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();

  routes.get('/', async (c) => {
    const query = readQuery(c, listQuerySchema);
    return c.json(unwrap(await listLists(campaignWorld(c), query)));
  });

  routes.delete('/:sid', async (c) => {
    const world = { ...campaignWorld(c), isInUse: (sid: string) => importUsing(c, sid) };
    unwrap(await deleteList(world, c.req.param('sid')));
    return c.body(null, 204);
  });

  return routes;
}

/** An import that still calls people of a list, by its id. Each is asked: only it knows where its campaigns are. */
async function importUsing(c: AppContext, sid: string): Promise<string | null> {
  for (const id of await accountsOf(c).importsUnderWay()) {
    const view = await importOf(c, id).get();
    const uses = view.ok && view.value.campaigns.some(({ lists }) => lists.some((list) => list.sid === sid));
    if (uses) return id;
  }
  return null;
}
