import type { CampaignState } from '../../../shared/protocol/campaign-view.ts';
import type { ExotelCampaign } from '../../../shared/protocol/exotel-campaign.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { words } from '../../words/words.ts';

/** Messages are not called, so their states have words of their own. */
export function stateWord(channel: Channel, state: CampaignState): string {
  return channel === 'sms' && state === 'in_progress' ? words.places.sending : words.places.campaignState[state];
}

/** An unknown state is shown in Exotel's own word. */
export function campaignStateWord({ channel, state, word }: ExotelCampaign): string {
  return state === 'unknown' ? word : stateWord(channel, state);
}
