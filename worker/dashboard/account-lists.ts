import { z } from 'zod';
import { readListToken } from '../../shared/campaign/name-token.ts';
import { MAX_SEARCH_CHARS } from '../../shared/limits.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { pageOf } from './campaign-query.ts';
import { failureFault } from './failure-fault.ts';
import { listPath, readList } from '../exotel/list-api.ts';
import { readPage, type UpstreamPage } from './list-campaigns.ts';
import type { CampaignWorld } from './find-campaign.ts';
import type { ExotelList } from '../../shared/protocol/exotel-campaign.ts';
import type { Fault } from '../errors.ts';

/** Our choice: Exotel documents no maximum, and its default is 20. */
const LISTS_PAGE = 50;

export const listQuerySchema = z.object({
  ...pageOf(LISTS_PAGE),
  name: z.string().trim().max(MAX_SEARCH_CHARS).default(''),
  sort: z.enum(['created', '-created', 'name', '-name']).default('-created'),
});

const createdSchema = z.object({ date_created: z.string().nullish().catch(null) });

/** One page of the account's lists, both ours and others. */
export async function listLists(
  world: CampaignWorld,
  query: z.infer<typeof listQuerySchema>,
): Promise<Result<UpstreamPage<ExotelList>, Fault>> {
  const { offset, limit, name, sort } = query;
  const search = new URLSearchParams({
    offset: String(offset),
    limit: String(limit),
    sort_by: `${sort.endsWith('name') ? 'name' : 'date_created'}:${sort.startsWith('-') ? 'desc' : 'asc'}`,
    ...(name === '' ? {} : { name }),
  });
  const page = readPage(await world.exotel.ask('GET', `/lists?${search.toString()}`), query);
  if (!page.ok) return err(failureFault(page.error, 'list_not_found', world.now()));
  const lists = page.value.items.flatMap((item) => {
    const list = readList(item);
    const createdAt = createdSchema.parse(item.data).date_created ?? null;
    return list === null ? [] : [{ ...list, createdAt }];
  });
  const lives = lists.flatMap(({ name: text }) => readListToken(text)?.life ?? []);
  const known = await world.knownImports({ ids: [], lives: [...new Set(lives)] });
  const idOf = new Map(known.map(({ id, life }) => [life, id]));
  const items = lists.map((list): ExotelList => {
    const id = idOf.get(readListToken(list.name)?.life ?? '');
    return Object.assign({}, list, { import: id === undefined ? null : { id } });
  });
  return ok({ ...page.value, items });
}

/**
 * Deletes a list that no campaign is calling from. Repeating a delete does no harm, so a lost answer is just reported.
 */
export async function deleteList(
  world: CampaignWorld & { readonly isInUse: (sid: string) => Promise<string | null> },
  sid: string,
): Promise<Result<null, Fault>> {
  const user = await world.isInUse(sid);
  if (user !== null) return err({ code: 'list_in_use', details: { import: user } });
  const asked = await world.exotel.ask('DELETE', listPath(sid));
  if (asked.ok) return ok(null);
  if (asked.error.code !== 'in_doubt') return err(failureFault(asked.error, 'list_not_found', world.now()));
  const again = await world.exotel.ask('GET', listPath(sid));
  return !again.ok && again.error.code === 'not_found' ? ok(null) : err({ code: 'exotel_unanswered' });
}
