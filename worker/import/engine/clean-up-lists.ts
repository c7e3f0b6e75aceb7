import { ERASED_LIST_LONGEST_SECONDS, LIST_POLL_FIRST_SECONDS, MAX_ERASED_LIST_TRIES } from '../../../shared/limits.ts';
import { MAX_ERASED_LIST_LOOKS } from '../../../shared/lives-limits.ts';
import { READ } from '../../account/request-budget.ts';
import type { Priority, Turn, TurnEnd } from '../../account/request-budget.ts';
import { listPath, searchListsPath } from '../../exotel/list-api.ts';
import { isSameName } from '../../../shared/campaign/same-name.ts';
import { showsAllLists, toLists } from './poll-list.ts';
import { ANY_CAMPAIGN, relyOn, type ProofWorld } from './missing-proof.ts';
import { isThrottled, type ExotelExchange } from '../../exotel/client.ts';
import type { ErasedList } from '../outbox/orphan-lists.ts';

/** What deleting the lists of an import that is gone itself needs. */
export interface ErasedWorld {
  readonly exotel: Pick<ProofWorld, 'client' | 'phones'>;
  readonly store: {
    erasedLists(): ErasedList[];
    saveErased(list: ErasedList): void;
    dropErased(name: string): void;
  };
  now(): number;
  takeTurn(priority: Priority): Promise<Turn>;
  endTurn(leaseId: number, end: TurnEnd): Promise<void>;
}

/**
 * Sends one request, for the list with the fewest tries. Answers when to come back (epoch ms), or null when none is
 * left. After a day of refusals a list stays at Exotel.
 */
export async function clearErasedLists(world: ErasedWorld): Promise<number | null> {
  const [list] = world.store.erasedLists();
  if (list === undefined) return null;
  const { client, phones } = world.exotel;
  const turn = await world.takeTurn(READ);
  if (!turn.granted) return turn.retryAt;
  const { sid, name } = list;
  const answer = await (sid === null
    ? client.request('GET', searchListsPath(name))
    : client.request('DELETE', listPath(sid)));
  await world.endTurn(turn.leaseId, { throttled: isThrottled(answer), ...answer.rate });
  const proof: ProofWorld = {
    client,
    phones,
    takeTurn: (priority) => world.takeTurn(priority),
    endTurn: (leaseId, end) => world.endTurn(leaseId, end),
  };
  const exchange = await relyOn(proof, answer, { priority: READ, campaignPath: ANY_CAMPAIGN });
  const after = sid === null ? afterLook(list, exchange) : afterDelete(list, exchange);
  if (after === null) world.store.dropErased(name);
  else world.store.saveErased(after);
  const [next] = world.store.erasedLists();
  return next === undefined ? null : world.now() + waitMs(next.tries);
}

function afterLook(list: ErasedList, exchange: ExotelExchange): ErasedList | null {
  const found = toLists(exchange)?.find(({ name }) => isSameName(list.name, name));
  if (found !== undefined) return { ...list, sid: found.sid, tries: 0 };
  if (!showsAllLists(exchange)) return failed(list);
  // That Exotel does not show the list yet proves nothing, because Exotel shows a new list late.
  return list.tries + 1 >= MAX_ERASED_LIST_LOOKS ? null : failed(list);
}

function afterDelete(list: ErasedList, { result }: ExotelExchange): ErasedList | null {
  return result.ok || result.error.code === 'not_found' ? null : failed(list);
}

function failed(list: ErasedList): ErasedList | null {
  return list.tries + 1 >= MAX_ERASED_LIST_TRIES ? null : { ...list, tries: list.tries + 1 };
}

function waitMs(tries: number): number {
  return tries === 0 ? 0 : Math.min(LIST_POLL_FIRST_SECONDS * 2 ** tries, ERASED_LIST_LONGEST_SECONDS) * 1000;
}
