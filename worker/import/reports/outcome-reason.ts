import type { Channel } from '../../../shared/template/template-schema.ts';
import type { Outcome } from '../../../shared/protocol/outcomes.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';

/** Exotel's more exact words for "failed", in plain words. Its other words are quoted unchanged. */
const SAID: Readonly<Record<string, string>> = {
  failednobalance: 'The Exotel account had no balance left.',
  failedexpired: 'The message expired before it was delivered.',
  failedspamdetected: 'The operator took the message for spam.',
  undelivered: 'The operator did not deliver the message.',
  rejected: 'The operator rejected the message.',
  canceled: 'It was cancelled at Exotel.',
  cancelled: 'It was cancelled at Exotel.',
};

const SPOKEN = {
  voice: {
    failed: 'Exotel reports a failed call and gives no reason.',
    dnd: 'The number is on the do-not-disturb list, so Exotel does not call it.',
    unaccounted: "Exotel's call details name no finished call to this number. It may or may not have been called.",
    suppressed: 'The number came onto the list of people not to be called after Start, before its campaign was sent.',
    reached: 'called',
  },
  sms: {
    failed: 'Exotel reports a failed message and gives no reason.',
    dnd: 'The number is on the do-not-disturb list, so Exotel does not write to it.',
    unaccounted: 'Exotel names no finished message to this number. It may or may not have been sent.',
    suppressed:
      'The number came onto the list of people not to be written to after Start, before its campaign was sent.',
    reached: 'written to',
  },
} as const satisfies Record<Channel, unknown>;

/** Why a contact ended this way, as far as Exotel says; null if the outcome says everything. */
export function reasonOf(
  { outcome, detail }: { readonly outcome: Outcome; readonly detail: string | null },
  number: number,
  campaign: Pick<CampaignRow, 'refusal' | 'excluded' | 'state'>,
  channel: Channel,
): string | null {
  const words = SPOKEN[channel];
  switch (outcome) {
    case 'failed':
      return detail === null ? words.failed : said(detail);
    case 'dnd':
      return words.dnd;
    case 'invalid':
      return campaign.excluded.includes(number)
        ? 'Exotel refused this number when the campaign was made.'
        : 'Exotel says that this is not a valid number.';
    case 'not_attempted':
      return notAttempted(campaign, words.reached);
    case 'unaccounted':
      return words.unaccounted;
    case 'suppressed':
      return words.suppressed;
    case 'completed':
    case 'no_answer':
    case 'busy':
    case 'queued':
    case 'dialling':
    case 'retrying':
      return null;
  }
}

function said(detail: string): string {
  const key = detail.toLowerCase().replace(/[^a-z]/g, '');
  return (Object.hasOwn(SAID, key) ? SAID[key] : undefined) ?? `Exotel says “${detail}”.`;
}

function notAttempted({ refusal, state }: Pick<CampaignRow, 'refusal' | 'state'>, reached: string): string {
  if (refusal !== null) return `The campaign was not made. ${refusal.message}`;
  if (state === 'cancelled') return 'The campaign was cancelled before it was made.';
  if (state === 'canceled' || state === 'deleted') return `The campaign was stopped before this number was ${reached}.`;
  return `The campaign ended before this number was ${reached}.`;
}
