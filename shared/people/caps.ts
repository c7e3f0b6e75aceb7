import { z } from 'zod';
import {
  MAX_CALL_ATTEMPTS_BY_DEFAULT,
  MAX_CALL_IMPORTS_BY_DEFAULT,
  DEFAULT_CAP_HOURS,
  MAX_MESSAGES_BY_DEFAULT,
  MAX_CAP_COUNT,
  MAX_CAP_HOURS,
} from '../people-limits.ts';

const mostSchema = z.int().min(1).max(MAX_CAP_COUNT).nullable();

/** How often one number may be called or written to within rolling hours; null means no limit. */
export const capSchema = z.object({
  attempts: mostSchema.describe('Calls placed, retries too, or messages; null is no limit'),
  imports: mostSchema.describe('Imports that call the number; null is no limit'),
  hours: z.int().min(1).max(MAX_CAP_HOURS),
});
export type Cap = z.infer<typeof capSchema>;

export const DEFAULT_CAPS: { readonly voice: Cap; readonly sms: Cap } = {
  voice: { attempts: MAX_CALL_ATTEMPTS_BY_DEFAULT, imports: MAX_CALL_IMPORTS_BY_DEFAULT, hours: DEFAULT_CAP_HOURS },
  sms: { attempts: MAX_MESSAGES_BY_DEFAULT, imports: null, hours: DEFAULT_CAP_HOURS },
};

/**
 * Which count of a number has reached its cap, counting what other imports called or reserved, not the import's own
 * attempts. Null if the number may be called.
 */
export function capReached(cap: Cap, attempts: number, imports: number): 'imports' | 'attempts' | null {
  if (cap.imports !== null && imports >= cap.imports) return 'imports';
  return cap.attempts !== null && attempts >= cap.attempts ? 'attempts' : null;
}

export function hasCap(cap: Cap): boolean {
  return cap.attempts !== null || cap.imports !== null;
}
