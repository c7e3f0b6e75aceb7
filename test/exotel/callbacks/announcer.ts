import { callPayload, campaignPayload, schedulePayload } from './callback-payloads.ts';
import type { CallbackSender } from './callback-sender.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import type { DiallerEvents } from '../dialler/dialler.ts';
import { callSid } from '../http/ids.ts';
import type { Ledger } from '../control/ledger.ts';
import { toCallStatus } from '../campaigns/render-calls.ts';

type CallRef = { readonly call_sid: string; readonly status: string };

/** Turns what the dialler does into ledger entries and callbacks. */
export function createAnnouncer(ledger: Ledger, sender: Pick<CallbackSender, 'send'>, seed: number): DiallerEvents {
  /** Calls so far of numbers that are not done. */
  const callsOf = new Map<Campaign, Map<number, CallRef[]>>();

  function sendCampaign(campaign: Campaign): void {
    const url = campaign.spec.statusCallback;
    if (url !== null) sender.send({ kind: 'campaign', sid: campaign.id, url, payload: campaignPayload(campaign) });
  }

  return {
    onDial: (dial) => {
      ledger.dials.push(dial);
    },
    onCallEnd: (dial, call, at) => {
      const { campaign, numberIndex } = dial;
      const sid = callSid(seed, campaign.ordinal, call, dial.at);
      const numbers = callsOf.get(campaign) ?? new Map<number, CallRef[]>();
      callsOf.set(campaign, numbers);
      const calls = numbers.get(numberIndex) ?? [];
      numbers.set(numberIndex, [...calls, { call_sid: sid, status: toCallStatus(dial.result) }]);
      const url = campaign.spec.callStatusCallback;
      if (url !== null) sender.send({ kind: 'call', sid: campaign.id, url, payload: callPayload(dial, sid, at) });
    },
    onNumberDone: (campaign, numberIndex, at) => {
      const calls = callsOf.get(campaign)?.get(numberIndex) ?? [];
      callsOf.get(campaign)?.delete(numberIndex);
      const url = campaign.spec.callScheduleCallback;
      if (url === null) return;
      sender.send({
        kind: 'schedule',
        sid: campaign.id,
        url,
        payload: schedulePayload(campaign, numberIndex, calls, at),
      });
    },
    onStart: sendCampaign,
    onFinish: sendCampaign,
  };
}
