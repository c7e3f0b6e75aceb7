import { describeFailure, type ExotelFailure } from '../../exotel/failure.ts';
import type { EngineDeps } from './engine-ports.ts';

/** Credentials, balance and permission stop every campaign alike: launching waits for a person, nothing is refused. */
const ACCOUNT_WIDE: ReadonlySet<string> = new Set(['unauthorised', 'forbidden', 'payment_required']);

/** Holds the import when a request was refused for a reason that is the account's; true when it did. */
export function holdFor(deps: EngineDeps, failure: ExotelFailure): boolean {
  if (!ACCOUNT_WIDE.has(failure.code)) return false;
  deps.updateRecord({ hold: { code: failure.code, message: describeFailure(failure) } });
  return true;
}
