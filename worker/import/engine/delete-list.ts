import { listPath, searchListsPath } from '../../exotel/list-api.ts';
import { afterOrphanDelete, afterOrphanLook, afterOrphanNamed, dropList, orphanWaits } from '../outbox/orphan-lists.ts';
import { listOf, withList } from '../outbox/campaign-lists.ts';
import { isSameName } from '../../../shared/campaign/same-name.ts';
import { showsAllLists, toLists } from './poll-list.ts';
import type { Ask, EngineDeps } from './engine-ports.ts';
import type { ListPlace } from '../outbox/list-record.ts';

/** Gives up a list that no campaign will call. It is deleted unless another import calls it too. */
export async function giveUpList(deps: EngineDeps, { seq, first }: ListPlace): Promise<void> {
  const sid = listOf(deps.row(seq), first)?.sid ?? null;
  const isOurs = sid !== null && (await deps.lists.release(sid));
  const row = deps.row(seq);
  const list = listOf(row, first);
  if (list !== undefined && list.sid === sid) deps.putRow(withList(row, dropList(list, isOurs)));
}

/** Deletes what an earlier upload left, or looks whether it left anything. Repeating a delete does no harm. */
export async function clearOrphan(
  deps: EngineDeps,
  ask: Ask,
  { seq, first, name }: ListPlace & { readonly name: string },
): Promise<void> {
  const { sid = null, named } = listOf(deps.row(seq), first)?.orphans.find((orphan) => orphan.name === name) ?? {};
  if (sid !== null && named === false) return nameOrphan(deps, ask, { seq, first, name, sid });
  const exchange = await (sid === null ? ask('GET', searchListsPath(name)) : ask('DELETE', listPath(sid)));
  const now = deps.now();
  const row = deps.row(seq);
  const list = listOf(row, first);
  if (list === undefined) return;
  if (sid === null) {
    const found = toLists(exchange)?.find((each) => isSameName(name, each.name))?.sid ?? null;
    const isUnknown = found === null && !showsAllLists(exchange);
    deps.putRow(withList(row, isUnknown ? orphanWaits(list, name, now) : afterOrphanLook(list, name, found)));
    return;
  }
  const { result } = exchange;
  const isGone = result.ok || result.error.code === 'not_found';
  const isLost = !result.ok && (result.error.code === 'in_doubt' || result.error.code === 'throttled');
  deps.putRow(withList(row, afterOrphanDelete(list, name, isGone ? 'gone' : isLost ? 'lost' : 'refused', now)));
}

/** The answer to its upload may have named the list of another request; a list that is not ours is not deleted. */
async function nameOrphan(
  deps: EngineDeps,
  ask: Ask,
  { seq, first, name, sid }: ListPlace & { readonly name: string; readonly sid: string },
): Promise<void> {
  const exchange = await ask('GET', listPath(sid));
  const shown = toLists(exchange);
  const row = deps.row(seq);
  const list = listOf(row, first);
  if (list === undefined) return;
  const after =
    shown === null ? orphanWaits(list, name, deps.now()) : afterOrphanNamed(list, name, shown[0]?.name ?? null);
  deps.putRow(withList(row, after));
}
