import { toBodyStatus } from '../campaigns/campaign-status.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { toToldIst } from '../campaigns/ist-time.ts';
import type { Dial } from '../control/ledger.ts';
import { toCallStatus } from '../campaigns/render-calls.ts';
import { reportUrl } from '../campaigns/render-campaign.ts';

export type CallbackKind = 'call' | 'schedule' | 'campaign' | 'message';

/** After each call. Exotel's page shows another sample by mistake, so this is the shape of its newer reference. */
export function callPayload(dial: Dial, sid: string, endedAt: number): Readonly<Record<string, unknown>> {
  return {
    campaign_sid: dial.campaign.id,
    call_sid: sid,
    date_created: toToldIst(dial.at, dial.campaign.spec),
    date_updated: toToldIst(endedAt, dial.campaign.spec),
    number: dial.campaign.spec.numbers[dial.numberIndex],
    status: toCallStatus(dial.result),
  };
}

/** After the last call to a number. `to` is the contact, `from` the ExoPhone, and `date_updcated` is spelt so. */
export function schedulePayload(
  campaign: Campaign,
  numberIndex: number,
  calls: readonly { readonly call_sid: string; readonly status: string }[],
  at: number,
): Readonly<Record<string, unknown>> {
  const result = campaign.lastResults[numberIndex] ?? 'failed';
  return {
    campaign_sid: campaign.id,
    to: campaign.spec.numbers[numberIndex],
    from: campaign.spec.callerId,
    date_created: toToldIst(campaign.createdAt, campaign.spec),
    date_updcated: toToldIst(at, campaign.spec),
    call_sids: calls,
    // A guess: for a blocked number, the key under which `stats` counts it.
    status: calls.length === 0 ? (result === 'dnd' ? 'failed-dnd' : 'invalid') : toCallStatus(result),
  };
}

/** At the start and at the end of a campaign; `reports` only at the end. */
export function campaignPayload(campaign: Campaign): Readonly<Record<string, unknown>> {
  const isRunning = campaign.status === 'in-progress';
  return {
    campaign_sid: campaign.id,
    date_created: toToldIst(campaign.createdAt, campaign.spec),
    date_updated: toToldIst(campaign.updatedAt, campaign.spec),
    ...(campaign.startedAt === null ? {} : { date_started: toToldIst(campaign.startedAt, campaign.spec) }),
    status: toBodyStatus(campaign.status).toLowerCase(),
    ...(isRunning ? {} : { reports: reportUrl(campaign.id) }),
  };
}
