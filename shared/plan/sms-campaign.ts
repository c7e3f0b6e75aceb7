import type { SmsTemplateInput } from '../template/template-schema.ts';
import { formatRfc3339 } from './zoned-time.ts';

/** One message campaign as Exotel's create call takes it, without wrapper. */
export type SmsCampaign = {
  name: string;
  content_type: 'static' | 'dynamic';
  lists: readonly string[];
  channel: 'SMS';
  schedule: { start_time: string; end_time: string };
  dlt_entity_id: string;
  dlt_template_id: string;
  sender_id: string;
  sms_type: 'Transactional' | 'Promotional';
  template: string;
  status_callback: string;
  sms_status_callback: string;
};

export type SmsCampaignInput = {
  readonly template: SmsTemplateInput;
  /** Sids of lists: at most `MAX_LISTS_PER_CAMPAIGN`, and exactly one for a personal text. */
  readonly lists: readonly string[];
  readonly personalText: string | null;
  readonly name: string;
  /** Epoch milliseconds, as is `endAt`. */
  readonly sendAt: number;
  readonly endAt: number;
  readonly callbacks: { readonly message: string; readonly campaign: string };
  readonly timeZone: string;
};

/**
 * Names and letter case as in Exotel's create call; its answer has others. DLT ids are texts because they are too long
 * for numbers.
 */
export function toSmsCampaign(campaign: SmsCampaignInput): SmsCampaign {
  const { template, personalText, callbacks, timeZone } = campaign;
  return {
    name: campaign.name,
    content_type: personalText === null ? 'static' : 'dynamic',
    lists: campaign.lists,
    channel: 'SMS',
    schedule: {
      start_time: formatRfc3339(campaign.sendAt, timeZone),
      end_time: formatRfc3339(campaign.endAt, timeZone),
    },
    dlt_entity_id: template.dltEntityId,
    dlt_template_id: template.dltTemplateId,
    sender_id: template.senderId,
    sms_type: template.smsType === 'transactional' ? 'Transactional' : 'Promotional',
    template: personalText ?? template.text,
    status_callback: callbacks.campaign,
    sms_status_callback: callbacks.message,
  };
}
