import type { Prices } from '../../api/team-answers.ts';

export type Cost =
  | { readonly of: 'messages'; readonly rupees: number }
  /** If everybody answers once and no call is longer than a pulse: what is billed beyond that nobody can know. */
  | { readonly of: 'calls'; readonly rupees: number; readonly pulseSeconds: number };

/** What a start comes to by the prices that are known; null where they are not. `parts` are null for calls. */
export function costOf(prices: Prices | undefined, contacts: number, parts: number | null): Cost | null {
  if (prices === undefined) return null;
  const { pulse, pulseSeconds, smsPart } = prices;
  if (parts !== null) return smsPart === null ? null : { of: 'messages', rupees: parts * smsPart };
  return pulse === null ? null : { of: 'calls', rupees: contacts * pulse, pulseSeconds };
}
