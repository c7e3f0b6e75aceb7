import type { ExotelCampaign } from '../../../shared/protocol/exotel-campaign.ts';
import type { Template } from '../../../shared/template/template-schema.ts';

/**
 * A campaign made elsewhere, as the template it could have been made from, because every import has a template. It is
 * in no list of templates and cannot start anything; what Exotel does not tell stays empty.
 */
export function followedTemplate(campaign: ExotelCampaign, user: string, now: number): Template {
  const at = new Date(now).toISOString();
  const stored = {
    id: 'exotel',
    name: campaign.name,
    window: null,
    purpose: 'service' as const,
    createdAt: at,
    updatedAt: at,
    createdBy: user,
  };
  if (campaign.channel === 'sms') {
    return {
      ...stored,
      channel: 'sms',
      text: campaign.text ?? '',
      smsType: campaign.smsType?.toLowerCase() === 'promotional' ? 'promotional' : 'transactional',
      senderId: campaign.sender ?? '',
      dltEntityId: campaign.dltEntityId ?? '',
      dltTemplateId: campaign.dltTemplateId ?? '',
    };
  }
  return {
    ...stored,
    channel: 'voice',
    callerId: campaign.sender ?? '',
    flow: flowOf(campaign),
    retries: campaign.retries ?? { count: 0, intervalMinutes: 0, mechanism: 'Linear', on: [] },
    throttle: campaign.throttle,
    callDuplicates: false,
    keys: {},
    customField: campaign.customField,
  };
}

function flowOf({
  flowType,
  flowUrl,
  text,
  repeatMenu,
}: ExotelCampaign): Extract<Template, { channel: 'voice' }>['flow'] {
  if (flowType === 'ivr') return { kind: 'ivr', text: text ?? '', repeatMenu: repeatMenu ?? 0 };
  return flowType === 'greeting' ? { kind: 'greeting', text: text ?? '' } : { kind: 'flow', url: flowUrl ?? '' };
}
