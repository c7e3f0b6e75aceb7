import type { Outcome } from '../../../shared/protocol/outcomes.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';

/** Exotel's more exact words for "failed", as people say them. Its other words are quoted. */
const SAID: Readonly<Record<string, string>> = {
  failednobalance: 'The Exotel account had no balance left.',
  failedexpired: 'The message expired before it was delivered.',
  failedspamdetected: 'The operator took the message for spam.',
  undelivered: 'The operator did not deliver the message.',
  rejected: 'The operator rejected the message.',
  canceled: 'The call was cancelled at Exotel.',
  cancelled: 'The call was cancelled at Exotel.',
};

/** Why a contact ended so, as far as Exotel says; null where the outcome says all there is. */
export function reasonOf(
  { outcome, detail }: { readonly outcome: Outcome; readonly detail: string | null },
  number: number,
  campaign: Pick<CampaignRow, 'refusal' | 'excluded' | 'state'>,
): string | null {
  switch (outcome) {
    case 'failed':
      return detail === null ? 'Exotel reports a failed call and gives no reason.' : said(detail);
    case 'dnd':
      return 'The number is on the do-not-disturb list, so Exotel does not call it.';
    case 'invalid':
      return campaign.excluded.includes(number)
        ? 'Exotel refused this number when the campaign was made.'
        : 'Exotel says that this is not a valid number.';
    case 'not_attempted':
      return notAttempted(campaign);
    case 'unaccounted':
      return "Exotel's call details name no finished call to this number. It may or may not have been called.";
    case 'suppressed':
      return 'The number came onto the list of people not to be called after Start, before its campaign was sent.';
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

function notAttempted({ refusal, state }: Pick<CampaignRow, 'refusal' | 'state'>): string {
  if (refusal !== null) return `The campaign was not made. ${refusal.message}`;
  if (state === 'cancelled') return 'The campaign was cancelled before it was made.';
  if (state === 'canceled' || state === 'deleted') return 'The campaign was stopped before this number was called.';
  return 'The campaign ended before this number was called.';
}
