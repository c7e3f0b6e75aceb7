import { z } from 'zod';
import { MAX_LISTS_PER_CAMPAIGN } from '../../shared/limits.ts';
import { readContactNumber } from '../campaign/restore-campaign.ts';
import { listPath, readList } from '../exotel/list-api.ts';
import type { CampaignWorld, FoundCampaign } from './find-campaign.ts';

/** Whom a campaign calls, as far as it can be known: the numbers (E.164 digits) that are named, and the total. */
export interface Audience {
  readonly numbers: readonly number[];
  readonly expected: number;
}

const namedSchema = z.object({
  from: z
    .union([z.array(z.coerce.string()), z.string().transform((text) => text.split(','))])
    .nullish()
    .catch(null),
  call_duplicate_numbers: z.boolean().nullish().catch(null),
});

/**
 * Numbers sent inside a campaign are read from it. For lists, Exotel only tells how many contacts they hold, with one
 * request per list.
 */
export async function readAudience(world: CampaignWorld, found: FoundCampaign, country: string): Promise<Audience> {
  const { campaign, item } = found;
  const counted = Object.values(campaign.stats).reduce((sum, count) => sum + count, 0);
  if (campaign.lists.length > 0) {
    let listed = 0;
    for (const sid of campaign.lists.slice(0, MAX_LISTS_PER_CAMPAIGN)) {
      const asked = await world.exotel.ask('GET', listPath(sid));
      // A list that cannot be read now is counted from the campaign's statistics once it is called.
      if (asked.ok) listed += readList(asked.value.items[0])?.contacts ?? 0;
    }
    return { numbers: [], expected: counted > 0 ? counted : listed };
  }
  const { from, call_duplicate_numbers: twice } = namedSchema.parse(item.data);
  const named = (from ?? []).map((text) => readContactNumber(text.trim(), country));
  const read = named.filter((number) => number !== null);
  const numbers = twice === true ? read : [...new Set(read)];
  return { numbers, expected: numbers.length + named.filter((number) => number === null).length };
}
