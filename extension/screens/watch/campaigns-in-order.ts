import type { CampaignView } from '../../../shared/protocol/campaign-view.ts';
import { CAMPAIGN_TONES } from '../../state/campaign-tones.ts';
import type { Tone } from '../../state/import-states.ts';

const RANK: Readonly<Record<Tone, number>> = { danger: 0, warn: 1, active: 2, neutral: 3, good: 4 };

/** A few campaigns stay in calling order; of many, those that need attention come first and completed ones last. */
export function campaignsInOrder(campaigns: readonly CampaignView[], few: number): readonly CampaignView[] {
  if (campaigns.length <= few) return campaigns;
  const rank = ({ state }: CampaignView) => RANK[CAMPAIGN_TONES[state]];
  return campaigns.toSorted((left, right) => rank(left) - rank(right) || left.seq - right.seq);
}
