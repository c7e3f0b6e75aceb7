import { accountsOf, type AppContext } from '../context.ts';
import { personClient } from './interactive-client.ts';
import type { CampaignWorld } from './find-campaign.ts';

/** The world as one request at the edge has it. */
export function campaignWorld(c: AppContext): CampaignWorld {
  const account = accountsOf(c);
  return {
    exotel: personClient(c),
    knownImports: async (names) => account.knownImports(names),
    now: () => Date.now(),
  };
}
