import { adoptedImportId, readCampaignToken } from '../../shared/campaign/name-token.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { campaignApi } from '../exotel/campaign-api.ts';
import { readExotelCampaign } from './read-campaign-detail.ts';
import { failureFault } from './failure-fault.ts';
import type { ImportNames, KnownImport } from '../account/account-store.ts';
import type { ExotelCampaign } from '../../shared/protocol/exotel-campaign.ts';
import type { Channel } from '../../shared/template/template-schema.ts';
import type { Fault } from '../errors.ts';
import type { AnswerItem } from '../exotel/answer.ts';
import type { PersonClient } from './interactive-client.ts';

/** What a person's request about campaigns uses. */
export interface CampaignWorld {
  readonly exotel: PersonClient;
  /** Those of the named imports that exist. */
  readonly knownImports: (names: ImportNames) => Promise<readonly KnownImport[]>;
  readonly now: () => number;
}

/** A campaign, and Exotel's answer word for word, because an update sends that back. */
export interface FoundCampaign {
  readonly campaign: ExotelCampaign;
  readonly item: AnswerItem;
}

export async function findCampaign(
  world: CampaignWorld,
  sid: string,
  channel: Channel,
): Promise<Result<FoundCampaign, Fault>> {
  const asked = await world.exotel.ask('GET', campaignApi(channel).campaignPath(sid));
  if (!asked.ok) return err(failureFault(asked.error, 'campaign_not_found', world.now()));
  const [item] = asked.value.items;
  const read = readExotelCampaign(item, channel, world.now());
  if (item === undefined || read === null) return err({ code: 'campaign_not_found' });
  const [campaign] = await withImports(world, [read]);
  return campaign === undefined ? err({ code: 'campaign_not_found' }) : ok({ campaign, item });
}

/**
 * Finds the import of each campaign: the one whose life its name holds, or the one that adopted it. Only an import that
 * exists counts, because anybody can give a campaign any name.
 */
export async function withImports(
  world: Pick<CampaignWorld, 'knownImports'>,
  campaigns: readonly Omit<ExotelCampaign, 'import'>[],
): Promise<ExotelCampaign[]> {
  const claims = campaigns.map(({ sid, name }) => ({ token: readCampaignToken(name), adopted: adoptedImportId(sid) }));
  const lives = claims.flatMap(({ token }) => (token === null ? [] : [token.life]));
  const ids = claims.flatMap(({ adopted }) => (adopted === null ? [] : [adopted]));
  const known = await world.knownImports({ ids: [...new Set(ids)], lives: [...new Set(lives)] });
  const idOf = new Map(known.map(({ id, life }) => [life, id]));
  const adopters = new Set(known.map(({ id }) => id));
  return campaigns.map((campaign, i) => {
    const { token = null, adopted = null } = claims[i] ?? {};
    const named = token === null ? undefined : idOf.get(token.life);
    if (named !== undefined && token !== null) return { ...campaign, import: { id: named, seq: token.seq } };
    return { ...campaign, import: adopted !== null && adopters.has(adopted) ? { id: adopted, seq: 1 } : null };
  });
}
