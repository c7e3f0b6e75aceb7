import { isOver } from '../../shared/campaign/campaign-actions.ts';
import { MAX_CONTACTS_PER_CAMPAIGN } from '../../shared/limits.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { adoptedImportId } from '../../shared/campaign/name-token.ts';
import { readAudience, type Audience } from './audience.ts';
import { findCampaign, type CampaignWorld } from './find-campaign.ts';
import { sendUpdate } from './update-campaign.ts';
import type { ExotelCampaign } from '../../shared/protocol/exotel-campaign.ts';
import type { Channel } from '../../shared/template/template-schema.ts';
import type { CallbackKind } from '../callbacks/read-callback.ts';
import type { Fault } from '../errors.ts';

/** A campaign whose callbacks now reach us, and the import that is to follow it. */
export interface Adoptable {
  readonly id: string;
  readonly incarnation: string;
  readonly campaign: ExotelCampaign;
  readonly audience: Audience;
}

/**
 * Points the callbacks of a campaign made elsewhere at our sink. This comes before the import is made: if making it
 * fails, a second try finds the addresses already in place, and what was reported meanwhile is in the call details,
 * which are read anyway.
 */
export async function claimCampaign(
  world: CampaignWorld & {
    /** The incarnation of the import that follows it, or will. */
    readonly incarnationOf: (importId: string) => Promise<string>;
    readonly callbackUrl: (importId: string, incarnation: string, kind: CallbackKind) => Promise<string>;
    readonly country: string;
    readonly timeZone: string;
  },
  sid: string,
  channel: Channel,
): Promise<Result<Adoptable, Fault>> {
  const id = adoptedImportId(sid);
  if (id === null) return err({ code: 'campaign_not_found' });
  const found = await findCampaign(world, sid, channel);
  if (!found.ok) return found;
  const { campaign } = found.value;
  const owner = campaign.import?.id ?? null;
  if (owner !== null && owner !== id) return err({ code: 'belongs_to_import', details: { import: owner } });
  const incarnation = await world.incarnationOf(id);
  if (isOver(campaign.state)) {
    return owner === null ? err({ code: 'campaign_over' }) : ok({ id, incarnation, campaign, audience: NOBODY });
  }
  const audience = owner === null ? await readAudience(world, found.value, world.country) : NOBODY;
  if (audience.expected > MAX_CONTACTS_PER_CAMPAIGN) {
    return err({ code: 'too_large_to_adopt', details: { contacts: audience.expected } });
  }
  const url = (kind: CallbackKind) => world.callbackUrl(id, incarnation, kind);
  const shared = { campaign: await url('campaign') };
  const callbacks =
    channel === 'sms'
      ? { ...shared, message: await url('message') }
      : { ...shared, call: await url('call'), schedule: await url('schedule') };
  const known = new Map(Object.entries(campaign.callbacks));
  // Message campaigns already on their way keep their addresses; they are followed by reading alone.
  const points =
    campaign.editable === 'none' || Object.entries(callbacks).every(([kind, address]) => known.get(kind) === address);
  const sent = points ? ok(campaign) : await sendUpdate(world, found.value, { callbacks }, world.timeZone);
  return sent.ok ? ok({ id, incarnation, campaign: sent.value, audience }) : sent;
}

/** The import that follows the campaign already knows its people. */
const NOBODY: Audience = { numbers: [], expected: 0 };
