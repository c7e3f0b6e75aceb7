import { accountsOf, importOf, unwrap, type AppContext } from '../../context.ts';
import { deleteList, listLists, listQuerySchema } from '../../dashboard/account-lists.ts';
import { campaignWorld } from '../../dashboard/dashboard-deps.ts';
import { exotelListSchema } from '../../../shared/protocol/exotel-campaign.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { call, json, NO_CONTENT, type Call } from '../call.ts';
import { ABOUT_UPSTREAM_PAGE, UPSTREAM_REFUSALS } from './upstream.ts';

/** Lists at Exotel: those we upload, and the account's others. */
export const LIST_CALLS: readonly Call[] = [
  call({
    method: 'get',
    path: '/api/lists',
    summary: "The account's lists of contacts as Exotel has them",
    query: {
      schema: listQuerySchema,
      about: { ...ABOUT_UPSTREAM_PAGE, name: 'Part of the name', sort: 'created, -created, name or -name' },
    },
    answer: json(pageSchema(exotelListSchema)),
    refusals: [400, ...UPSTREAM_REFUSALS],
    handle: async (c, { query }) => c.json(unwrap(await listLists(campaignWorld(c), query))),
  }),
  call({
    method: 'delete',
    path: '/api/lists/{sid}',
    summary: 'Delete a list that no import under way calls',
    answer: NO_CONTENT,
    refusals: [404, 409, 422, ...UPSTREAM_REFUSALS],
    async handle(c, { sid }) {
      const world = { ...campaignWorld(c), isInUse: (of: string) => importUsing(c, of) };
      unwrap(await deleteList(world, sid));
      return c.body(null, 204);
    },
  }),
];

/**
 * The id of an import that still calls people of this list. Every import is asked, because only it knows where its
 * campaigns are.
 */
async function importUsing(c: AppContext, sid: string): Promise<string | null> {
  for (const id of await accountsOf(c).importsUnderWay()) {
    const view = await importOf(c, id).get();
    const uses = view.ok && view.value.campaigns.some(({ lists }) => lists.some((list) => list.sid === sid));
    if (uses) return id;
  }
  return null;
}
