import { checkUpdate } from '../../shared/campaign/check-update.ts';
import { updateSentence, type UpdateFault } from '../../shared/campaign/update-faults.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { withOwnVariables } from '../../shared/campaign/own-variables.ts';
import { campaignApi } from '../exotel/campaign-api.ts';
import { readExotelCampaign } from './read-campaign-detail.ts';
import { failureFault } from './failure-fault.ts';
import { findCampaign, type CampaignWorld, type FoundCampaign } from './find-campaign.ts';
import { updateBody } from './update-body.ts';
import type { CallingHours } from '../../shared/plan/open-hours.ts';
import type { AccountRules } from '../../shared/plan/plan-template.ts';
import type { CampaignUpdate, ExotelCampaign } from '../../shared/protocol/exotel-campaign.ts';
import type { Channel } from '../../shared/template/template-schema.ts';
import type { Fault } from '../errors.ts';

/** Reads, judges, sends: what Exotel or the calling hours would not allow is refused before anything is sent. */
export async function updateCampaign(
  world: CampaignWorld & {
    /**
     * When the people of an import's campaign may be called, or why this change is not allowed; null if the campaign
     * belongs to no import.
     */
    readonly ruledBy: (campaign: ExotelCampaign) => Promise<Result<CallingHours | null, Fault>>;
  },
  target: { readonly sid: string; readonly channel: Channel },
  update: CampaignUpdate,
  account: AccountRules,
): Promise<Result<ExotelCampaign, Fault>> {
  const found = await findCampaign(world, target.sid, target.channel);
  if (!found.ok) return found;
  const mapped = withOwnVariables(found.value.campaign, update);
  if (!mapped.ok) return err(toFault(mapped.error));
  const ruled = await world.ruledBy(found.value.campaign);
  if (!ruled.ok) return ruled;
  const rules = { ...account, ...ruled.value };
  const checked = checkUpdate(found.value.campaign, mapped.value, rules, world.now());
  if (!checked.ok) return err(toFault(checked.error));
  return sendUpdate(world, found.value, mapped.value, account.timeZone);
}

/**
 * Sends one PUT for a campaign that was just read. If the answer is lost, the campaign is read again to see what
 * happened.
 */
export async function sendUpdate(
  world: CampaignWorld,
  { campaign, item }: FoundCampaign,
  update: CampaignUpdate,
  timeZone: string,
): Promise<Result<ExotelCampaign, Fault>> {
  const { sid, channel } = campaign;
  const body = updateBody(item.data, campaign, update, timeZone);
  if (Object.keys(update).length === 0 || Object.keys(body).length === 0) return ok(campaign);
  const api = campaignApi(channel);
  const asked = await world.exotel.ask('PUT', api.campaignPath(sid), api.wrap(body));
  if (asked.ok && takesAway(update)) return readBack(world, campaign, update);
  if (asked.ok) {
    // The answer to an update leaves out some settings and all counts, so what was read and what was sent fill the
    // gaps.
    const data = { ...settingsOf(item.data, body), ...body, ...asked.value.items[0]?.data };
    const after = readExotelCampaign({ ...item, data }, channel, world.now());
    return ok({ ...campaign, ...after });
  }
  if (asked.error.code !== 'in_doubt') return err(failureFault(asked.error, 'campaign_not_found', world.now()));
  const again = await findCampaign(world, sid, channel);
  return again.ok && shows(again.value.campaign, update)
    ? ok(again.value.campaign)
    : err({ code: 'exotel_unanswered' });
}

function takesAway({ callbacks = {} }: CampaignUpdate): boolean {
  return Object.values(callbacks).includes(null);
}

/**
 * Exotel does not promise that it removes an address when told to. Only reading shows it, and calls must not go on
 * without our callbacks.
 */
async function readBack(
  world: CampaignWorld,
  { sid, channel }: ExotelCampaign,
  { callbacks }: CampaignUpdate,
): Promise<Result<ExotelCampaign, Fault>> {
  const after = await findCampaign(world, sid, channel);
  if (!after.ok) return err({ code: 'exotel_unanswered' });
  if (shows(after.value.campaign, { callbacks })) return ok(after.value.campaign);
  return err({ code: 'invalid_update', exact: 'address_kept', message: ADDRESS_KEPT });
}

const ADDRESS_KEPT =
  'Exotel keeps the callback address although it was told to take it away. Put another address in its place.';

/** What was read, without what the change replaces by another kind, for example a flow instead of a text. */
function settingsOf(
  data: Readonly<Record<string, unknown>>,
  body: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { flow_type, read_via_text, repeat_menu_attempts, ...rest } = data;
  return 'url' in body ? rest : { ...rest, flow_type, read_via_text, repeat_menu_attempts };
}

/**
 * Whether a campaign that was read after a lost answer has the changes. Times are compared as instants; the throttle is
 * not compared, because Exotel does not show it.
 */
function shows(
  campaign: ExotelCampaign,
  { sendAt, endAt, throttle: _throttle, callbacks, ...rest }: CampaignUpdate,
): boolean {
  const times = [
    [sendAt, campaign.sendAt],
    [endAt, campaign.endAt],
  ] as const;
  const settings = new Map(Object.entries(campaign).map(([name, value]) => [name, JSON.stringify(value)]));
  const addresses = new Map(Object.entries(campaign.callbacks));
  return (
    times.every(([asked, is]) => asked === undefined || Date.parse(asked) === Date.parse(is ?? '')) &&
    Object.entries(rest).every(
      ([name, value]) => value === undefined || settings.get(name) === JSON.stringify(value),
    ) &&
    Object.entries(callbacks ?? {}).every(([name, url]) => url === undefined || addresses.get(name) === url)
  );
}

function toFault(fault: UpdateFault): Fault {
  const message = updateSentence(fault);
  const { code, ...details } = fault;
  if (fault.code === 'campaign_over') return { code: fault.code, message, details: { state: fault.state } };
  if (fault.code === 'campaign_started')
    return { code: fault.code, message, details: { channel: fault.channel, settings: fault.settings } };
  if (fault.code === 'belongs_to_import')
    return { code: fault.code, message, details: { import: fault.import, settings: fault.settings } };
  return { code: 'invalid_update', exact: code, message, details };
}
