import { isOver } from '../../shared/campaign/campaign-actions.ts';
import { onlyItem, type ExotelAnswer } from './answer.ts';
import { readCampaign } from './read-campaign.ts';
import type { CampaignAction } from './campaign-api.ts';
import type { CampaignState } from '../../shared/protocol/campaign-view.ts';

/**
 * Where a campaign is after an action, by an answer that says nothing is wrong; null where it does not say that it was
 * done. One that still shows the state before is such an answer: believed, whatever went on ringing would have been said
 * to be silent.
 */
export function stateAfter(action: CampaignAction | 'delete', answer: ExotelAnswer): CampaignState | null {
  const item = onlyItem(answer);
  if (item === undefined) return null;
  const told = readCampaign(item);
  // Of what is deleted there may be nothing left to show.
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
