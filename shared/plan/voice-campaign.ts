import { assertNever } from '../result.ts';
import type { VoiceTemplateInput } from '../template/template-schema.ts';
import { formatRfc3339 } from './zoned-time.ts';

/** One campaign as Exotel's create call takes it: an item of its `campaigns` array. */
export type VoiceCampaign = {
  name: string;
  caller_id: string;
  from?: readonly string[];
  lists?: readonly string[];
  campaign_type: 'static' | 'dynamic';
  type: 'trans';
  call_duplicate_numbers: boolean;
  schedule: { send_at: string; end_at: string };
  call_status_callback: string;
  call_schedule_callback: string;
  status_callback: string;
  url?: string;
  flow_type?: 'ivr' | 'greeting';
  read_via_text?: string;
  repeat_menu_attempts?: number;
  retries?: {
    number_of_retries: number;
    interval_mins: number;
    mechanism: 'Linear' | 'Exponential';
    on_status: readonly string[];
  };
  mode?: 'custom';
  throttle?: number;
  custom_field?: string;
};

/** One to `MAX_NUMBERS_PER_CAMPAIGN` E.164 numbers, or sids of lists, exactly one for a personal text. */
type Audience = { readonly numbers: readonly string[] } | { readonly lists: readonly string[] };

export type VoiceCampaignInput = {
  readonly template: VoiceTemplateInput;
  readonly audience: Audience;
  /** The text with its variables named like the list's columns; null if it is the same for everybody. */
  readonly personalText: string | null;
  readonly name: string;
  /** Epoch milliseconds, as is `endAt`. */
  readonly sendAt: number;
  readonly endAt: number;
  readonly callbacks: { readonly call: string; readonly schedule: string; readonly campaign: string };
  readonly timeZone: string;
};

/**
 * Every setting is sent, because by default Exotel starts a campaign within a minute and lets it run for 30 days, at
 * any hour. `lists` is never sent with `from`, nor `flow_type` with `url`.
 */
export function toVoiceCampaign(campaign: VoiceCampaignInput): VoiceCampaign {
  const { template, audience, personalText, callbacks, timeZone } = campaign;
  return {
    name: campaign.name,
    caller_id: template.callerId,
    ...('numbers' in audience ? { from: audience.numbers } : { lists: audience.lists }),
    campaign_type: personalText === null ? 'static' : 'dynamic',
    type: 'trans',
    ...toFlow(template.flow, personalText),
    call_duplicate_numbers: template.callDuplicates,
    ...toRetries(template.retries),
    schedule: {
      send_at: formatRfc3339(campaign.sendAt, timeZone),
      end_at: formatRfc3339(campaign.endAt, timeZone),
    },
    ...(template.throttle === null ? {} : { mode: 'custom', throttle: template.throttle }),
    call_status_callback: callbacks.call,
    call_schedule_callback: callbacks.schedule,
    status_callback: callbacks.campaign,
    ...(template.customField === null || template.customField === '' ? {} : { custom_field: template.customField }),
  };
}

function toFlow(
  flow: VoiceTemplateInput['flow'],
  personalText: string | null,
): Pick<VoiceCampaign, 'url' | 'flow_type' | 'read_via_text' | 'repeat_menu_attempts'> {
  switch (flow.kind) {
    case 'flow':
      return { url: flow.url };
    case 'greeting':
      return { flow_type: 'greeting', read_via_text: personalText ?? flow.text };
    case 'ivr':
      return { flow_type: 'ivr', read_via_text: personalText ?? flow.text, repeat_menu_attempts: flow.repeatMenu };
    default:
      return assertNever(flow);
  }
}

function toRetries(retries: VoiceTemplateInput['retries']): Pick<VoiceCampaign, 'retries'> {
  if (retries.count === 0) return {};
  return {
    retries: {
      number_of_retries: retries.count,
      interval_mins: retries.intervalMinutes,
      mechanism: retries.mechanism,
      on_status: retries.on,
    },
  };
}
