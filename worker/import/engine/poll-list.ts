import { isPersonal } from '../../../shared/template/template-schema.ts';
import { isSameName } from '../../../shared/campaign/same-name.ts';
import { showsAll, totalBeyond } from '../../exotel/answer.ts';
import {
  listPath,
  memberPagePath,
  membersPath,
  readMember,
  readList,
  readUploadStatus,
  recentListsPath,
  searchListsPath,
  uploadStatusPath,
  type UpstreamList,
} from '../../exotel/list-api.ts';
import { LIST_PAGE_SIZE } from '../../../shared/limits.ts';
import { MAX_PROVEN_CONTACTS } from '../../../shared/list-limits.ts';
import {
  afterCount,
  afterLook,
  afterOtherName,
  afterStatus,
  lookFailed,
  looksThroughNewest,
  wait,
} from '../outbox/list-transitions.ts';
import { afterMembers } from '../outbox/reused-list.ts';
import { createNumbersFingerprint } from '../record/numbers-fingerprint.ts';
import { listOf, withList } from '../outbox/campaign-lists.ts';
import type { ExotelExchange } from '../../exotel/client.ts';
import type { Ask, EngineDeps } from './engine-ports.ts';
import type { ListRow } from '../outbox/list-record.ts';
import type { ListPlace } from '../outbox/list-record.ts';

/** The lists that an answer shows; null if the answer cannot be relied on. A 404 can mean that nothing was found. */
export function toLists({ result }: ExotelExchange): UpstreamList[] | null {
  if (!result.ok) return result.error.code === 'not_found' ? [] : null;
  return result.value.items.map(readList).filter((list) => list !== null);
}

/** Whether a page of lists proves that a list it does not show does not exist. */
export function showsAllLists(exchange: ExotelExchange): boolean {
  return showsAll(exchange, (item) => (readList(item)?.name ?? '') !== '');
}

/** Looks by name for a list whose upload had no usable answer; the last look reads the newest lists instead. */
export async function lookUpList(deps: EngineDeps, ask: Ask, { seq, first }: ListPlace): Promise<void> {
  const before = listOf(deps.row(seq), first);
  if (before === undefined) return;
  const newest = looksThroughNewest(before);
  const exchange = await ask('GET', newest ? recentListsPath(before.lookOffset) : searchListsPath(before.name));
  const row = deps.row(seq);
  const list = listOf(row, first);
  if (list === undefined) return;
  const shown = toLists(exchange) ?? [];
  const found = shown.find(({ name }) => isSameName(list.name, name))?.sid ?? null;
  if (found === null && !showsAllLists(exchange)) {
    deps.putRow(withList(row, lookFailed(list, deps.rules, deps.now())));
    return;
  }
  const isWhole = !newest || shown.length < LIST_PAGE_SIZE;
  deps.putRow(withList(row, afterLook(list, { found, isWhole }, deps.rules, deps.now())));
}

/** Asks how far Exotel has come with a list: by its upload if that is known, otherwise by what the list holds. */
export async function pollList(deps: EngineDeps, ask: Ask, { seq, first }: ListPlace): Promise<void> {
  const before = listOf(deps.row(seq), first);
  if (before === undefined || before.sid === null) return;
  const { sid, uploadId, byMembers, proof } = before;
  if (proof !== null) return proveMembers(deps, ask, { seq, first }, sid, proof);
  const { result } = await ask('GET', pollPath(before, sid));
  const now = deps.now();
  const row = deps.row(seq);
  const list = listOf(row, first);
  if (list === undefined) return;
  const isMissing = !result.ok && result.error.code === 'not_found';
  if (!result.ok && !isMissing) {
    deps.putRow(withList(row, wait(list, now)));
    return;
  }
  const item = result.ok ? result.value.items[0] : undefined;
  // For a list without contacts Exotel may have no page of contacts.
  const members = result.ok ? totalBeyond(result.value, result.value.items.length) : null;
  const shown = uploadId === null && !byMembers ? readList(item) : null;
  const counted = byMembers ? members : isMissing ? 'gone' : (shown?.contacts ?? null);
  const status = isMissing ? null : readUploadStatus(item);
  const after = isOther(list, shown)
    ? afterOtherName(list, deps.rules, now)
    : uploadId === null
      ? afterCount({ ...list, named: list.named || isOwn(list, shown) }, counted, now)
      : afterStatus(list, status, now);
  deps.putRow(withList(row, after));
  if (list.reused && !after.reused) await deps.lists.forget(sid);
  else if (isWorthRemembering(deps, after)) await deps.lists.remember(after);
}

function isOther(list: ListRow, shown: UpstreamList | null): boolean {
  return shown !== null && shown.name !== '' && !isOwn(list, shown);
}

function isOwn(list: ListRow, shown: UpstreamList | null): boolean {
  return shown !== null && isSameName(list.name, shown.name);
}

/**
 * Reads the contacts of a list that another import uploaded, page by page: its count alone does not say who they are.
 */
async function proveMembers(
  deps: EngineDeps,
  ask: Ask,
  { seq, first }: ListPlace,
  sid: string,
  proof: NonNullable<ListRow['proof']>,
): Promise<void> {
  const { result } = await ask('GET', memberPagePath(sid, proof.read));
  const row = deps.row(seq);
  const list = listOf(row, first);
  if (list === undefined) return;
  if (!result.ok && result.error.code !== 'not_found') {
    deps.putRow(withList(row, wait(list, deps.now())));
    return;
  }
  const members = result.ok ? result.value.items.map(readMember) : [];
  const shown = createNumbersFingerprint(proof.sums);
  for (const number of members) shown.add(number);
  const wanted = createNumbersFingerprint();
  for (const number of deps.numbers(list)) wanted.add(number);
  const isWanted = shown.toHex() === wanted.toHex();
  const page = { read: members.length, sums: shown.sums(), isWanted };
  const after = afterMembers(list, page, deps.now());
  deps.putRow(withList(row, after));
  if (list.reused && !after.reused) await deps.lists.forget(sid);
}

function pollPath({ uploadId, byMembers }: ListRow, sid: string): string {
  if (uploadId !== null) return uploadStatusPath(uploadId);
  return byMembers ? membersPath(sid) : listPath(sid);
}

/** A list may be used again if it holds everybody it should, and no values beside the numbers. */
function isWorthRemembering(deps: EngineDeps, { state, reused, counts, contacts }: ListRow): boolean {
  if (contacts > MAX_PROVEN_CONTACTS) return false;
  return state === 'completed' && !reused && counts?.success === contacts && !isPersonal(deps.record().template);
}
