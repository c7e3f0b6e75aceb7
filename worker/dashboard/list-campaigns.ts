import { err, ok, type Result } from '../../shared/result.ts';
import { totalBeyond } from '../exotel/answer.ts';
import { campaignApi } from '../exotel/campaign-api.ts';
import { callListPath, campaignListQuery, type CallQuery, type CampaignQuery } from './campaign-query.ts';
import { readExotelCall } from './read-call-detail.ts';
import { readExotelCampaign } from './read-campaign-detail.ts';
import { failureFault } from './failure-fault.ts';
import { withImports, type CampaignWorld } from './find-campaign.ts';
import type { ExotelCall, ExotelCampaign } from '../../shared/protocol/exotel-campaign.ts';
import type { Fault } from '../errors.ts';
import type { Asked } from './interactive-client.ts';

export interface UpstreamPage<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
}

/** One page of all campaigns of the account, whoever made them. */
export async function listCampaigns(
  world: CampaignWorld,
  query: CampaignQuery,
): Promise<Result<UpstreamPage<ExotelCampaign>, Fault>> {
  const { channel, offset, limit } = query;
  const search = campaignListQuery(query);
  if (!search.ok) return search;
  const page = readPage(
    await world.exotel.ask('GET', campaignApi(channel).listPath(search.value, offset, limit)),
    query,
  );
  if (!page.ok) return err(failureFault(page.error, 'campaign_not_found', world.now()));
  const read = page.value.items.map((item) => readExotelCampaign(item, channel, world.now()));
  const items = await withImports(
    world,
    read.filter((campaign) => campaign !== null),
  );
  return ok({ ...page.value, items });
}

/** One page of a campaign's calls or messages. Exotel answers 404 when there are none yet. */
export async function listCalls(
  world: CampaignWorld,
  sid: string,
  query: CallQuery,
): Promise<Result<UpstreamPage<ExotelCall>, Fault>> {
  const path = callListPath(sid, query);
  if (!path.ok) return path;
  const page = readPage(await world.exotel.ask('GET', path.value), query);
  if (!page.ok) return err(failureFault(page.error, 'campaign_not_found', world.now()));
  const calls = page.value.items.map((item) => readExotelCall(item, query.channel));
  return ok({ ...page.value, items: calls.filter((call) => call !== null) });
}

type Page = { readonly offset: number; readonly limit: number };
type Paged = Extract<Asked, { ok: true }>['value']['items'][number];

/** If Exotel gives no total, a full page means that there is more. */
export function readPage(
  asked: Asked,
  { offset, limit }: Page,
): Result<UpstreamPage<Paged>, Extract<Asked, { ok: false }>['error']> {
  if (!asked.ok && asked.error.code !== 'not_found') return asked;
  const answer = asked.ok ? asked.value : { items: [], total: 0 };
  const { items } = answer;
  const seen = offset + items.length;
  // A page past the end is empty, and a total below the offset is then right.
  const total = items.length === 0 ? answer.total : totalBeyond(answer, seen);
  // Exotel cut the page to fewer items than asked for, and there are more: a client that steps by the limit would skip
  // some.
  const isCut = total !== null && items.length > 0 && items.length < limit && total > seen;
  return ok({
    items,
    total: total ?? (items.length < limit ? seen : seen + 1),
    offset,
    limit: isCut ? items.length : limit,
  });
}
