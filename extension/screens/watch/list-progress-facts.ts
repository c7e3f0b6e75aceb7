import type { CampaignState, CampaignView, ListView } from '../../../shared/protocol/campaign-view.ts';

/** In these states a campaign waits for its lists, so all lists are shown. */
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

/**
 * The lists of a campaign to show, each with its number: all while the campaign waits for them, later only those that
 * differ.
 */
export function listsToShow({ state, lists }: Pick<CampaignView, 'state' | 'lists'>): (readonly [number, ListView])[] {
  const numbered = lists.map((list, index) => [index + 1, list] as const);
  return WAITING.has(state) ? numbered : numbered.filter(([, list]) => listDiffers(list));
}
