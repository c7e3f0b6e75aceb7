import { formatRfc3339 } from '../../shared/plan/zoned-time.ts';
import type { CampaignUpdate, ExotelCampaign } from '../../shared/protocol/exotel-campaign.ts';

type Raw = Readonly<Record<string, unknown>>;

/**
 * The body of an update, before Exotel's wrapper. Nobody says whether Exotel merges or replaces what it is sent: so what
 * was read is sent again with the change laid over it. Once it may change callbacks only, it is sent those only.
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

/** Addresses that are there and are to go: where Exotel merges, leaving them out would leave them as they are. */
function takenAway(campaign: ExotelCampaign, { callbacks = {} }: CampaignUpdate): ReadonlySet<string> {
  const known = Object.entries(callbacksOf(campaign, {}));
  const wished = new Map(Object.entries(callbacksOf(campaign, { callbacks })));
  return new Set(known.flatMap(([name, url]) => (typeof url === 'string' && wished.get(name) === null ? [name] : [])));
}

/** The addresses as they will be; Exotel calls them differently for messages. */
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
    // Never both: which of them counts then is not known.
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

/** An address is told of every campaign, also of those that read out a text; beside `flow_type` it must not be sent. */
function flowOf(campaign: ExotelCampaign, { flowUrl, text, repeatMenu }: CampaignUpdate): Raw {
  if (flowUrl !== undefined) return { url: flowUrl };
  if (campaign.flowType === null) return { url: campaign.flowUrl };
  const menu = campaign.flowType === 'ivr' ? { repeat_menu_attempts: repeatMenu ?? campaign.repeatMenu } : {};
  return { flow_type: campaign.flowType, read_via_text: text ?? campaign.text, ...menu };
}

/** No answer of Exotel's holds the throttle: a custom pace is named only when it is known, and else left as it is. */
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
    // Exotel's answers misspell the first of the two; what it is sent does not.
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

/** Answers have it in lower case, the create call takes it capitalised. */
function capitalised(word: string | null): string | null {
  return word === null ? null : word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}
