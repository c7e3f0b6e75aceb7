import { HIGH_TALK_SECONDS, LIKELY_ANSWERED_SHARE, LIKELY_TALK_SECONDS, LOW_ANSWERED_SHARE } from '../people-limits.ts';
import type { SpendEstimate, SpendTerms } from '../protocol/spend.ts';
import type { Channel } from '../template/template-schema.ts';

/** What a start sends out. `parts` is of all messages; null for calls, or if nobody counted them. */
export interface Outgoing {
  readonly channel: Channel;
  readonly contacts: number;
  readonly parts: number | null;
}

/**
 * What a start may cost; null if the price is not known. Parts of messages are counted; the length of calls is
 * estimated.
 */
export function estimateSpend(
  { channel, contacts, parts }: Outgoing,
  { prices, pulsesPerContact }: SpendTerms,
): SpendEstimate | null {
  if (channel === 'sms') {
    if (prices.smsPart === null || parts === null) return null;
    const sum = wholePaise(parts * prices.smsPart);
    return { low: sum, likely: sum, high: sum, basis: 'parts' };
  }
  if (prices.pulse === null) return null;
  const pulses = (seconds: number) => Math.ceil(seconds / prices.pulseSeconds);
  const guess = LIKELY_ANSWERED_SHARE * pulses(LIKELY_TALK_SECONDS);
  const likely = pulsesPerContact ?? guess;
  const low = Math.min(LOW_ANSWERED_SHARE, likely);
  const high = Math.max(pulses(HIGH_TALK_SECONDS), likely);
  const rupees = (each: number) => wholePaise(contacts * each * (prices.pulse ?? 0));
  return {
    low: rupees(low),
    likely: rupees(likely),
    high: rupees(high),
    basis: pulsesPerContact === null ? 'defaults' : 'history',
  };
}

/** Sums in paise are exact; fractions of a paisa do not count. */
export function toPaise(rupees: number): number {
  return Math.round(rupees * 100);
}

function wholePaise(rupees: number): number {
  return toPaise(rupees) / 100;
}

/** Divides an amount by weight into whole paise whose sum is the amount. */
export function shareOut(paise: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let weight = 0;
  let given = 0;
  return weights.map((each) => {
    weight += each;
    const until = all === 0 ? 0 : Math.round((paise * weight) / all);
    const share = until - given;
    given = until;
    return share;
  });
}
