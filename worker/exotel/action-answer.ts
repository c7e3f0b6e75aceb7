import { isOver } from '../../shared/campaign/campaign-actions.ts';
import { onlyItem, type ExotelAnswer } from './answer.ts';
import { readCampaign } from './read-campaign.ts';
import type { CampaignAction } from './campaign-api.ts';
import type { CampaignState } from '../../shared/protocol/campaign-view.ts';

/**
 * The campaign's state after an action, by an answer without errors; null if it does not show that the action was done.
 * An answer that still shows the state before does not show it: believing it would report a campaign as silent that may
 * still ring.
 */
export function stateAfter(action: CampaignAction | 'delete', answer: ExotelAnswer): CampaignState | null {
  const item = onlyItem(answer);
  if (item === undefined) return null;
  const told = readCampaign(item);
  // A deleted campaign may not be shown any more.
  if (told === null) return action === 'delete' ? 'deleted' : null;
  return isReached(action, told.state) ? told.state : null;
}

function isReached(action: CampaignAction | 'delete', told: CampaignState): boolean {
  switch (action) {
    case 'pause':
      return told === 'paused' || isOver(told);
    case 'resume':
      return told !== 'paused' && told !== 'unknown';
    case 'complete':
    case 'archive':
    case 'delete':
      return isOver(told);
  }
}
