import { isOver } from '../../../shared/campaign/campaign-actions.ts';
import { CLOCKS_DIFFER_SECONDS } from '../../../shared/safety-limits.ts';
import type { UpstreamCampaign } from '../../exotel/read-campaign.ts';

/** How far campaigns under one name have come: only one of them may call people. Pure. */

type Seen = Pick<UpstreamCampaign, 'state' | 'startsAt'>;

/** Before its start it has called nobody, whatever its state: it was paused or ended before it began. */
export function isBeforeStart({ startsAt }: Pick<Seen, 'startsAt'>, now: number): boolean {
  return startsAt !== null && now < startsAt - CLOCKS_DIFFER_SECONDS * 1000;
}

/**
 * Ranks campaigns under one name: the one that is furthest has called people and is ours; the others must not call them
 * again. One that waits for its start (1) comes before one that was ended before it. In a state that nobody knows, one
 * whose start has passed may have called everybody.
 */
export function howFar(campaign: Seen, now: number): number {
  const { state, startsAt } = campaign;
  const isEarly = isBeforeStart(campaign, now);
  if (state === 'in_progress' || (state === 'unknown' && startsAt !== null && !isEarly)) return 3;
  if (isOver(state)) return isEarly || state === 'deleted' ? 0 : 4;
  return state === 'paused' && !isEarly ? 2 : 1;
}
