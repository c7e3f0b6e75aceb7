import type { Priority, Turn, TurnEnd } from '../../account/request-budget.ts';
import { VOICE_API } from '../../exotel/campaign-api.ts';
import { isThrottled, type ExoPhoneClient, type ExotelClient, type ExotelExchange } from '../../exotel/client.ts';

/** For a request of any channel: that Exotel answers for the account is all that it is to show. */
export const ANY_CAMPAIGN = VOICE_API.listPath({}, 0, 1);

/** What asking once more takes. Every request has a turn of its own. */
export interface ProofWorld {
  readonly client: ExotelClient;
  readonly phones: ExoPhoneClient;
  takeTurn(priority: Priority): Promise<Turn>;
  endTurn(leaseId: number, end: TurnEnd): Promise<void>;
}

/**
 * An exchange with Exotel as far as it can be relied on. 404 is what Exotel answers of one thing that is not there, and what
 * a gateway in front of it, or another region, answers to everything. Taken for the first, a campaign would be made twice,
 * or ring on while it is taken for deleted. So a 404 counts only where Exotel answers for the account just after: it shows
 * its campaigns, or, as there may be none yet, its ExoPhones. Else it is in doubt.
 */
export async function relyOn(
  world: ProofWorld,
  exchange: ExotelExchange,
  { priority, campaignPath }: { readonly priority: Priority; readonly campaignPath: string },
): Promise<ExotelExchange> {
  const { result, rate } = exchange;
  if (result.ok || result.error.code !== 'not_found') return exchange;
  const isThere =
    (await isAnswered(world, priority, () => world.client.request('GET', campaignPath))) ||
    (await isAnswered(world, priority, () => world.phones.exoPhones()));
  if (isThere) return exchange;
  const { status } = result.error;
  return { result: { ok: false, error: { code: 'in_doubt', reason: 'unreadable', status } }, rate };
}

async function isAnswered(
  world: ProofWorld,
  priority: Priority,
  request: () => Promise<ExotelExchange>,
): Promise<boolean> {
  const turn = await world.takeTurn(priority);
  if (!turn.granted) return false;
  const exchange = await request();
  await world.endTurn(turn.leaseId, { throttled: isThrottled(exchange), ...exchange.rate });
  return exchange.result.ok;
}
