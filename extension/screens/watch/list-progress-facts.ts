import type { CampaignState, CampaignView, ListView } from '../../../shared/protocol/campaign-view.ts';

/** Before these a campaign waits for its lists, and all of them are worth seeing. */
const WAITING: ReadonlySet<CampaignState> = new Set<CampaignState>([
  'pending',
  'uploading',
  'sending',
  'in_doubt',
  'refused',
  'held',
]);

/** Whether Exotel took another number of contacts than the list was made of. */
export function listDiffers({ state, counts, contacts }: ListView): boolean {
  return state === 'completed' && counts !== null && counts.success !== contacts;
}

/** Lists to be shown of a campaign, with their place in it: all while it waits for them, then only what differs. */
export function listsToShow({ state, lists }: Pick<CampaignView, 'state' | 'lists'>): (readonly [number, ListView])[] {
  const numbered = lists.map((list, index) => [index + 1, list] as const);
  return WAITING.has(state) ? numbered : numbered.filter(([, list]) => listDiffers(list));
}
