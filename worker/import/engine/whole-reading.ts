import type { AnswerItem } from '../../exotel/answer.ts';
import { readCampaign } from '../../exotel/read-campaign.ts';
import type { ExotelExchange } from '../../exotel/client.ts';

/** The sids that a reading has shown so far, page by page; null once a page was unreadable or repeated one. */
export type ShownSids = readonly string[] | null;

export function shownWith(before: ShownSids, { result }: ExotelExchange): ShownSids {
  if (before === null || !result.ok || !result.value.items.every(readsAsNamed)) return null;
  const sids = [...before, ...result.value.items.flatMap((item) => readCampaign(item)?.sid ?? [])];
  return new Set(sids).size === sids.length ? sids : null;
}

/** Whether the reading that ends with this page shows everything that Exotel lists: an empty page may have been cut. */
export function isWhole(shown: ShownSids, { result }: ExotelExchange): boolean {
  if (shown === null || !result.ok) return false;
  return result.value.items.length > 0 || (result.value.total ?? 0) <= shown.length;
}

export function readsAsNamed(item: AnswerItem): boolean {
  return (readCampaign(item)?.name ?? '') !== '';
}
