import { describeFailure, type ExotelFailure } from '../../exotel/failure.ts';
import type { EngineDeps } from './engine-ports.ts';

/**
 * Failures that concern the account (credentials, balance, permission) and so stop every campaign: launching waits for
 * a person, and no campaign is marked as refused.
 */
const ACCOUNT_WIDE: ReadonlySet<string> = new Set(['unauthorised', 'forbidden', 'payment_required']);

/** Holds the import if the failure concerns the whole account; true if it does. */
export function holdFor(deps: EngineDeps, failure: ExotelFailure): boolean {
  if (!ACCOUNT_WIDE.has(failure.code)) return false;
  deps.updateRecord({ hold: { code: failure.code, message: describeFailure(failure) } });
  return true;
}
