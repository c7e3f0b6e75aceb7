import type { CampaignStatus } from '../campaigns/campaign-status.ts';
import { hexId } from '../http/ids.ts';
import { toToldIst } from '../campaigns/ist-time.ts';
import { MESSAGE_STAT_KEYS } from './message-campaign.ts';
import type { MessageCampaign } from './message-campaign.ts';
import type { MessageResult } from '../dialler/outcome-script.ts';
import { speak } from '../control/speak.ts';

/** The price of a message in rupees, as in Exotel's sample. */
const PRICE = 0.17;

export function toMessageStatus(status: CampaignStatus): string {
  return status === 'created' ? 'scheduled' : status;
}

export function messageReportUrl({ sid, updatedAt }: MessageCampaign): string {
  const at = Math.floor(updatedAt / 1_000);
  return `https://exotelreports.s3.ap-southeast-1.amazonaws.com/sms-campaign-report/account_sid=Exotel/_timestamp=${at}/${sid}.csv`;
}

export function messageSid(seed: number, { ordinal }: MessageCampaign, place: number): string {
  return hexId(seed, `message ${ordinal} ${place}`);
}

/** No page lists the values of `detailed_status`. */
export function detailedStatus(result: MessageResult): string {
  return result === 'sent' ? 'DELIVERED_TO_HANDSET' : result.toUpperCase();
}

/** `data` of a message campaign: keys and their order are those of Exotel's only sample, including `dlt_entitiy_id`. */
export function renderMessageCampaign(
  campaign: MessageCampaign,
  accountSid: string,
  now: number,
): Readonly<Record<string, unknown>> {
  const { spec, sid, status } = campaign;
  const counts = campaign.counters.read(now);
  const hasReport = status === 'completed' || status === 'archived';
  return {
    name: spec.name,
    content_type: spec.audience.type,
    sid,
    account_sid: accountSid,
    lists: spec.audience.lists,
    schedule: { start_time: toToldIst(spec.startAt, spec), end_time: toToldIst(spec.endAt, spec) },
    status_callback: spec.statusCallback,
    sms_status_callback: spec.smsStatusCallback,
    status: toMessageStatus(status),
    // The sample shows a campaign that has ended; null before the end is a guess.
    report_url: hasReport ? messageReportUrl(campaign) : null,
    dlt_template_id: spec.dltTemplateId,
    dlt_entitiy_id: spec.dltEntityId,
    sender_id: spec.senderId,
    channel: 'SMS',
    sms_type: spec.smsType,
    template: spec.template,
    estimated_cost: Math.round(spec.numbers.length * PRICE * 100) / 100,
    date_created: toToldIst(campaign.createdAt, spec),
    date_updated: toToldIst(campaign.updatedAt, spec),
    stats: Object.fromEntries(MESSAGE_STAT_KEYS.map((key) => [key, counts[key]])),
  };
}

/**
 * One message as message details show it. `failed_expired`, `failed_no_balance` are guessed from the keys of `stats`.
 */
export function renderMessage(
  campaign: MessageCampaign,
  place: number,
  seed: number,
): Readonly<Record<string, unknown>> {
  const { spec } = campaign;
  const result = campaign.results[place] ?? 'failed';
  return {
    number: spec.numbers[place],
    name: 'NA',
    message: speak(spec.template, spec.audience, place),
    status: result,
    detailed_status: detailedStatus(result),
    schedule_time: toToldIst(campaign.sentAt[place] ?? spec.startAt, spec),
    sender_id: spec.senderId,
    direction: 'outbound',
    sid: messageSid(seed, campaign, place),
  };
}
