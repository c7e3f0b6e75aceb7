import { saysNumber } from '../../shared/phone/says-number.ts';
import { factsOf, textOf } from './understand-callback.ts';
import type { BufferedCallback } from '../campaign/callback-batches.ts';
import type { CampaignRecord } from '../campaign/campaign-store.ts';

/** How a callback is recognised as a person's: by their number, or by a call of theirs. */
export interface Traces {
  readonly digits: string;
  readonly sids: readonly string[];
}

type Said = Pick<BufferedCallback, 'body' | 'query' | 'encoding'>;

export function isOf({ digits, sids }: Traces, callback: Said): boolean {
  const text = textOf(callback);
  const query = callback.query ?? '';
  return [text, query].some((said) => saysNumber(said, digits) || sids.some((sid) => said.includes(sid)));
}

/** Whether the callback that just arrived is about somebody who was erased. */
export function isOfErased(
  { erased = [], country }: CampaignRecord,
  hash: (number: number) => string,
  callback: Said,
): boolean {
  if (erased.length === 0) return false;
  const { numbers } = factsOf({ kind: 'call', body: textOf(callback), query: callback.query ?? '' }, country);
  return numbers.some((number) => erased.includes(hash(Number(number.slice(1)))));
}
