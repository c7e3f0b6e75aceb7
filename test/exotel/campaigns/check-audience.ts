import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { Audience, CampaignSpec } from './campaign.ts';
import { invalid, mandatory } from './check-flow.ts';
import type { ContactBook } from '../lists/contact-book.ts';
import { isReady } from '../lists/contact-list.ts';
import type { ContactList, ListType } from '../lists/contact-list.ts';
import { readNumber } from './phone.ts';
import type { Refusal } from '../http/refusal.ts';
import type { WireCampaign } from '../http/wire-campaign.ts';

const MAX_NUMBERS = 5_000;
const MAX_LISTS = { static: 5, dynamic: 1 } as const;

type Against = {
  readonly isRefused: (number: string) => boolean;
  readonly book: ContactBook;
  readonly listNotReady: 'refuse' | 'accept_empty';
};

/** Whom a campaign calls: its own numbers, or lists. Each number is there only once, unless duplicates are wanted. */
export function checkAudience(
  wire: WireCampaign,
  callDuplicates: boolean,
  account: Against,
): Result<Pick<CampaignSpec, 'audience' | 'numbers'>, Refusal> {
  const { from, lists } = wire;
  const type = wire.campaign_type ?? 'static';
  if (type !== 'static' && type !== 'dynamic') return invalid(`campaign_type ${type} is not allowed`);
  if (from != null && lists != null) return invalid('Either from or lists should be present, not both');
  if (lists != null) {
    const audience = checkLists(lists, type, 'campaign', account);
    return audience.ok
      ? ok({ audience: audience.value, numbers: numbersOf(audience.value, callDuplicates, account.book) })
      : audience;
  }
  if (from == null || from.length === 0) return mandatory('from');
  if (type === 'dynamic') return invalid('campaign_type dynamic needs lists');
  if (from.length > MAX_NUMBERS) return invalid(`from must hold at most ${MAX_NUMBERS} numbers`);
  const numbers: string[] = [];
  for (const given of from) {
    const number = readNumber(given);
    if (number === null || account.isRefused(number))
      return err({ code: 'invalid', description: `Invalid number ${given} in from` });
    numbers.push(number);
  }
  return ok({ audience: { kind: 'from', from }, numbers: callDuplicates ? numbers : [...new Set(numbers)] });
}

export type ListAudience = Extract<Audience, { kind: 'lists' }>;

/**
 * Checks the lists of a campaign of any channel: they exist, have its type, are done with their uploads and not empty.
 */
export function checkLists(
  sids: readonly string[],
  type: ListType,
  what: string,
  { book, listNotReady }: Pick<Against, 'book' | 'listNotReady'>,
): Result<ListAudience, Refusal> {
  if (sids.length === 0) return mandatory('lists');
  if (sids.length > MAX_LISTS[type]) return invalid(`lists must hold at most ${MAX_LISTS[type]} in a ${type} ${what}`);
  const lists: ContactList[] = [];
  for (const sid of sids) {
    const list = book.list(sid);
    if (list === undefined) return invalid(`list ${sid} is unknown`);
    if (lists.includes(list)) return invalid(`list ${sid} is there twice`);
    if ((list.type ?? 'static') !== type) return invalid(`list ${sid} is not ${type}`);
    if (listNotReady === 'refuse' && !isReady(list)) return invalid(`list ${sid} is not ready`);
    if (listNotReady === 'refuse' && list.entries.numbers.length === 0) return invalid(`list ${sid} is empty`);
    lists.push(list);
  }
  const [first] = lists;
  const isDynamic = type === 'dynamic' && first !== undefined;
  return ok({
    kind: 'lists',
    lists: sids,
    type,
    wereReady: lists.every(isReady),
    headers: isDynamic ? first.headers : [],
    details: isDynamic ? [...first.entries.details] : [],
  });
}

/** Everyone who is now in the lists of an audience; within one list a number appears only once. */
export function numbersOf({ lists }: ListAudience, callDuplicates: boolean, book: ContactBook): readonly string[] {
  const numbers = lists.flatMap((sid) => book.list(sid)?.entries.numbers ?? []);
  return callDuplicates || lists.length === 1 ? numbers : [...new Set(numbers)];
}
