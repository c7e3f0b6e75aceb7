import { z } from 'zod';
import { fraction } from '../http/ids.ts';

const share = z.number().min(0).max(1);

/** Faults of callbacks, each as the share of callbacks that it hits. */
export const callbackFaults = z.strictObject({
  /** Never sent. */
  lose: share.default(0),
  /** Sent twice. */
  duplicate: share.default(0),
  /** Delayed by up to half a real second, so that later callbacks overtake it. */
  reorder: share.default(0),
  /** Delayed by `delayMs` real milliseconds. */
  delay: share.default(0),
  delayMs: z.number().nonnegative().default(1_000),
  /** All callbacks are sent as a form instead of JSON. */
  formEncoded: z.boolean().default(false),
});
export type CallbackFaults = z.infer<typeof callbackFaults>;
export type CallbackFaultsChange = z.input<typeof callbackFaults>;

const REORDER_MS = 500;

/** The delay of each copy of the n-th callback, in real milliseconds; empty if it is lost. */
export function planDelivery(faults: CallbackFaults, seed: number, n: number): readonly number[] {
  const happens = (what: string, chance: number): boolean => chance > 0 && fraction(seed, `${what} ${n}`) < chance;
  if (happens('lose', faults.lose)) return [];
  let hold = 0;
  if (happens('reorder', faults.reorder)) hold += REORDER_MS * fraction(seed, `overtaken ${n}`);
  if (happens('delay', faults.delay)) hold += faults.delayMs;
  return happens('duplicate', faults.duplicate) ? [hold, hold] : [hold];
}

/** The body and its content type; nested values in a form are written as JSON (a guess). */
export function encodePayload(
  payload: Readonly<Record<string, unknown>>,
  formEncoded: boolean,
): { readonly body: string; readonly contentType: string } {
  if (!formEncoded) return { body: JSON.stringify(payload), contentType: 'application/json' };
  const form = new URLSearchParams();
  for (const [key, value] of Object.entries(payload))
    form.set(key, typeof value === 'string' ? value : JSON.stringify(value));
  return { body: form.toString(), contentType: 'application/x-www-form-urlencoded' };
}
