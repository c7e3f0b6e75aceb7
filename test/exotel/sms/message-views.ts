import type { Account } from '../account.ts';
import { isTerminal } from '../campaigns/campaign-status.ts';
import { isOutsideWindow, toToldIst } from '../campaigns/ist-time.ts';
import type { Ledger } from '../control/ledger.ts';
import { speak } from '../control/speak.ts';
import type { MessageCampaign } from './message-campaign.ts';
import { toMessageStatus } from './render-message-campaign.ts';

/** Every sent message, campaign by campaign; `result` is null while it is on its way. */
export function viewMessages({ ledger }: Account) {
  return ledger.messageCampaigns.flatMap(({ sid, spec, sentAt, results }) =>
    sentAt.map((at, place) => ({
      sid,
      number: spec.numbers[place],
      at: toToldIst(at, spec),
      result: results[place] ?? null,
      text: speak(spec.template, spec.audience, place),
      outsideWindow: isOutsideWindow(at - spec.aheadMs),
    })),
  );
}

/** The outcome of every number of the message campaigns; for a number in two campaigns, the later one counts. */
export function viewMessageOutcomes({ messageCampaigns }: Ledger): Record<string, { sid: string; outcome: string }> {
  const found = new Map<string, { sid: string; outcome: string }>();
  for (const campaign of messageCampaigns) {
    for (const [place, number] of campaign.spec.numbers.entries()) {
      found.set(number, { sid: campaign.sid, outcome: outcomeOf(campaign, place) });
    }
  }
  return Object.fromEntries(found);
}

function outcomeOf({ sentAt, results, status }: MessageCampaign, place: number): string {
  if (place >= sentAt.length) return isTerminal(status) ? 'not_attempted' : 'pending';
  return results[place] ?? 'pending';
}

/** What tests judge messages by; a number with two messages is counted even if they did not arrive. */
export function viewMessageSummary({ messageCampaigns }: Ledger) {
  const seen = new Set<string>();
  const twice = new Set<string>();
  const outcomes: Record<string, number> = {};
  let messages = 0;
  let outsideWindow = 0;
  for (const campaign of messageCampaigns) {
    const { spec, sentAt } = campaign;
    for (const place of spec.numbers.keys()) {
      const outcome = outcomeOf(campaign, place);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
    for (const [place, at] of sentAt.entries()) {
      const number = spec.numbers[place] ?? '';
      if (seen.has(number)) twice.add(number);
      seen.add(number);
      messages += 1;
      if (isOutsideWindow(at - spec.aheadMs)) outsideWindow += 1;
    }
  }
  return {
    counts: {
      messageCampaigns: messageCampaigns.length,
      messages,
      numbersMessaged: seen.size,
      messagesOutsideWindow: outsideWindow,
    },
    numbersMessagedTwice: [...twice],
    outcomes,
    campaigns: messageCampaigns.map(({ sid, spec, status, sentAt }) => ({
      sid,
      name: spec.name,
      status: toMessageStatus(status),
      lists: spec.audience.lists,
      startAt: toToldIst(spec.startAt, spec),
      endAt: toToldIst(spec.endAt, spec),
      numbers: spec.numbers.length,
      sent: sentAt.length,
    })),
  };
}
