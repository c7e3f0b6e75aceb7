import { formatRfc3339 } from '../../shared/plan/zoned-time.ts';
import type { CampaignUpdate, ExotelCampaign } from '../../shared/protocol/exotel-campaign.ts';

type Raw = Readonly<Record<string, unknown>>;

/**
 * The body of an update, without Exotel's wrapper. It is not documented whether Exotel merges or replaces, so
 * everything that was read is sent again with the change on top. A campaign that may only change its callbacks is sent
 * only those.
 */
export function updateBody(
  raw: Raw,
  campaign: ExotelCampaign,
  update: CampaignUpdate,
  timeZone: string,
): Record<string, unknown> {
  const body =
    campaign.channel === 'sms' ? smsBody(raw, campaign, update, timeZone) : voiceBody(raw, campaign, update, timeZone);
  const sent = campaign.editable === 'all' ? body : callbacksOf(campaign, update);
  const taken = takenAway(campaign, update);
  return Object.fromEntries(
    Object.entries(sent).filter(([name, value]) => value !== undefined && (value !== null || taken.has(name))),
  );
}

/** Callback addresses to be removed. If Exotel merges, leaving them out would not remove them. */
function takenAway(campaign: ExotelCampaign, { callbacks = {} }: CampaignUpdate): ReadonlySet<string> {
  const known = Object.entries(callbacksOf(campaign, {}));
  const wished = new Map(Object.entries(callbacksOf(campaign, { callbacks })));
  return new Set(known.flatMap(([name, url]) => (typeof url === 'string' && wished.get(name) === null ? [name] : [])));
}

/** The addresses after the update; Exotel uses other field names for messages. */
function callbacksOf({ channel, callbacks: known }: ExotelCampaign, { callbacks = {} }: CampaignUpdate): Raw {
  const { call, schedule, message, campaign } = { ...known, ...callbacks };
  return channel === 'sms'
    ? { status_callback: campaign, sms_status_callback: message }
    : { call_status_callback: call, call_schedule_callback: schedule, status_callback: campaign };
}

function voiceBody(raw: Raw, campaign: ExotelCampaign, update: CampaignUpdate, timeZone: string): Raw {
  return {
    name: update.name ?? campaign.name,
    type: raw['type'],
    caller_id: update.sender ?? campaign.sender,
    // Never both, because it is not known which of them would count.
    ...(campaign.lists.length > 0 ? { lists: campaign.lists } : { from: raw['from'] }),
    campaign_type: raw['campaign_type'],
    ...flowOf(campaign, update),
    call_duplicate_numbers: raw['call_duplicate_numbers'],
    retries: update.retries === undefined ? raw['retries'] : toRetries(update.retries),
    schedule: scheduleOf(campaign, update, timeZone, ['send_at', 'end_at']),
    ...paceOf(raw, campaign, update),
    ...callbacksOf(campaign, update),
    custom_field: update.customField ?? campaign.customField,
  };
}

/**
 * Exotel reports a flow address for every campaign, even for one that reads out a text; it must not be sent together
 * with `flow_type`.
 */
function flowOf(campaign: ExotelCampaign, { flowUrl, text, repeatMenu }: CampaignUpdate): Raw {
  if (flowUrl !== undefined) return { url: flowUrl };
  if (campaign.flowType === null) return { url: campaign.flowUrl };
  const menu = campaign.flowType === 'ivr' ? { repeat_menu_attempts: repeatMenu ?? campaign.repeatMenu } : {};
  return { flow_type: campaign.flowType, read_via_text: text ?? campaign.text, ...menu };
}

/**
 * Exotel never answers with the throttle, so a custom pace is sent only when it is known; otherwise it is left
 * unchanged.
 */
function paceOf(raw: Raw, campaign: ExotelCampaign, { throttle }: CampaignUpdate): Raw {
  if (throttle === null) return { mode: 'auto' };
  const pace = throttle ?? campaign.throttle;
  if (pace !== null) return { mode: 'custom', throttle: pace };
  return raw['mode'] === 'auto' ? { mode: 'auto' } : {};
}

function toRetries({ count, intervalMinutes, mechanism, on }: NonNullable<CampaignUpdate['retries']>): Raw {
  if (count === 0) return { number_of_retries: 0, interval_mins: 1, mechanism, on_status: on };
  return { number_of_retries: count, interval_mins: intervalMinutes, mechanism, on_status: on };
}

function smsBody(raw: Raw, campaign: ExotelCampaign, update: CampaignUpdate, timeZone: string): Raw {
  return {
    name: update.name ?? campaign.name,
    content_type: raw['content_type'],
    lists: campaign.lists,
    channel: raw['channel'],
    schedule: scheduleOf(campaign, update, timeZone, ['start_time', 'end_time']),
    // Exotel misspells the first of these two in answers, but not in requests.
    dlt_entity_id: campaign.dltEntityId,
    dlt_template_id: campaign.dltTemplateId,
    sender_id: update.sender ?? campaign.sender,
    sms_type: capitalised(campaign.smsType),
    template: update.text ?? campaign.text,
    ...callbacksOf(campaign, update),
  };
}

function scheduleOf(
  campaign: ExotelCampaign,
  update: CampaignUpdate,
  timeZone: string,
  [start, end]: readonly [string, string],
): Raw {
  const times = [
    [start, timeOf(update.sendAt, campaign.sendAt, timeZone)],
    [end, timeOf(update.endAt, campaign.endAt, timeZone)],
  ] as const;
  return Object.fromEntries(times.filter(([, time]) => time !== null));
}

function timeOf(given: string | undefined, known: string | null, timeZone: string): string | null {
  return given === undefined ? known : formatRfc3339(Date.parse(given), timeZone);
}

/** Answers have the word in lower case; the create call needs it capitalised. */
function capitalised(word: string | null): string | null {
  return word === null ? null : word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}
