import { accountsOf, type AppContext } from '../context.ts';
import { PERSON, type Priority } from '../account/request-budget.ts';
import { personClient } from './interactive-client.ts';
import type { CampaignWorld } from './find-campaign.ts';

/** What a request about campaigns may use, built for one request at the edge. */
export function campaignWorld(c: AppContext, priority: Priority = PERSON): CampaignWorld {
  const account = accountsOf(c);
  return {
    exotel: personClient(c, priority),
    knownImports: async (names) => account.knownImports(names),
    now: () => Date.now(),
  };
}
