import type { Account } from '../account.ts';
import { isOutsideWindow, toIst } from '../ist-time.ts';
import type { Ledger } from '../ledger.ts';
import { speak } from '../speak.ts';
import { toMessageStatus } from './render-message-campaign.ts';

/** Every message that left, campaign by campaign; `result` is null while it is on its way. */
export function viewMessages({ ledger }: Account) {
  return ledger.messageCampaigns.flatMap(({ sid, spec, sentAt, results }) =>
    sentAt.map((at, place) => ({
      sid,
      number: spec.numbers[place],
      at: toIst(at),
      result: results[place] ?? null,
      text: speak(spec.template, spec.audience, place),
      outsideWindow: isOutsideWindow(at),
    })),
  );
}

/** The judgement of messages; two to one number are counted whether or not they arrived. */
export function viewMessageSummary({ messageCampaigns }: Ledger) {
  const seen = new Set<string>();
  const twice = new Set<string>();
  const outcomes: Record<string, number> = {};
  let messages = 0;
  let outsideWindow = 0;
  for (const { spec, sentAt, results } of messageCampaigns) {
    for (const [place, at] of sentAt.entries()) {
      const number = spec.numbers[place] ?? '';
      if (seen.has(number)) twice.add(number);
      seen.add(number);
      messages += 1;
      if (isOutsideWindow(at)) outsideWindow += 1;
      const result = results[place] ?? 'submitted';
      outcomes[result] = (outcomes[result] ?? 0) + 1;
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
      startAt: toIst(spec.startAt),
      endAt: toIst(spec.endAt),
      numbers: spec.numbers.length,
      sent: sentAt.length,
    })),
  };
}
