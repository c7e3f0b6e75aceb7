import type { Settings } from '../../../shared/protocol/settings.ts';

/** What the caps on money cannot hold for, since nobody said its price; null where there are no caps, or they hold. */
export function unpricedCaps({ prices, spend }: Pick<Settings, 'prices' | 'spend'>): 'all' | 'voice' | 'sms' | null {
  if (Object.values(spend).every((cap) => cap === null)) return null;
  if (prices.pulse === null) return prices.smsPart === null ? 'all' : 'voice';
  return prices.smsPart === null ? 'sms' : null;
}
