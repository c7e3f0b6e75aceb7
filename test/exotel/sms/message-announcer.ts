import type { CallbackSender } from '../callbacks/callback-sender.ts';
import { toToldIst } from '../campaigns/ist-time.ts';
import type { Settings } from '../control/settings.ts';
import type { MessageCampaign } from './message-campaign.ts';
import type { MessengerEvents } from './messenger.ts';
import { detailedStatus, messageReportUrl, messageSid, toMessageStatus } from './render-message-campaign.ts';

/**
 * Turns what the messenger does into callbacks. No page shows one: names and values are guessed from those of calls.
 */
export function createMessageAnnouncer(
  sender: Pick<CallbackSender, 'send'>,
  settings: Pick<Settings, 'smsCallbacks'>,
  seed: number,
): MessengerEvents {
  function send(kind: 'message' | 'campaign', url: string | null, sid: string, payload: Payload): void {
    if (url === null) return;
    const asForm = settings.smsCallbacks === 'pascal_form';
    sender.send({ kind, sid, url, payload: asForm ? inPascalCase(payload) : payload, asForm });
  }

  function tellCampaign(campaign: MessageCampaign): void {
    send('campaign', campaign.spec.statusCallback, campaign.sid, {
      campaign_sid: campaign.sid,
      date_created: toToldIst(campaign.createdAt, campaign.spec),
      date_updated: toToldIst(campaign.updatedAt, campaign.spec),
      status: toMessageStatus(campaign.status),
      ...(campaign.status === 'completed' ? { report_url: messageReportUrl(campaign) } : {}),
    });
  }

  return {
    onReport: (campaign, place, at) => {
      const status = campaign.results[place] ?? 'failed';
      send('message', campaign.spec.smsStatusCallback, campaign.sid, {
        campaign_sid: campaign.sid,
        sid: messageSid(seed, campaign, place),
        number: campaign.spec.numbers[place] ?? '',
        status,
        detailed_status: detailedStatus(status),
        date_updated: toToldIst(at, campaign.spec),
      });
    },
    onStart: tellCampaign,
    onFinish: tellCampaign,
  };
}

type Payload = Readonly<Record<string, string>>;

function inPascalCase(payload: Payload): Payload {
  const entries = Object.entries(payload).map(([key, value]) => {
    const words = key.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
    return [words.join(''), value] as const;
  });
  return Object.fromEntries(entries);
}
