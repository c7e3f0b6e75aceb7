import type { Settings } from '../../../shared/protocol/settings.ts';

/** What spending caps cannot limit because it has no price; null if there are no caps, or all prices are known. */
export function unpricedCaps({ prices, spend }: Pick<Settings, 'prices' | 'spend'>): 'all' | 'voice' | 'sms' | null {
  if (Object.values(spend).every((cap) => cap === null)) return null;
  if (prices.pulse === null) return prices.smsPart === null ? 'all' : 'voice';
  return prices.smsPart === null ? 'sms' : null;
}
