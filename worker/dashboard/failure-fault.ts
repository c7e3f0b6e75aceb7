import { assertNever } from '../../shared/result.ts';
import { describeFailure } from '../exotel/failure.ts';
import type { Fault } from '../errors.ts';
import type { AskFailure } from './interactive-client.ts';

/** The longest wait that is passed on to a client; after a longer one, a person comes back on their own. */
const LONGEST_WAIT_SECONDS = 3_600;

/** Which thing is missing when Exotel answers 404. */
type Gone = 'campaign_not_found' | 'list_not_found' | 'not_found';

/** Turns a failed request that changed nothing into the refusal a person sees, in Exotel's own words if it gave any. */
export function failureFault(failure: AskFailure, gone: Gone, now: number): Fault {
  switch (failure.code) {
    case 'busy':
      return overloaded(failure.retryAt - now);
    case 'throttled':
      return overloaded(failure.retryAfterMs ?? 0);
    case 'in_doubt':
      return { code: 'exotel_unreachable', details: { reason: failure.reason, status: failure.status } };
    case 'not_found':
      return { code: gone };
    case 'unauthorised':
      return { code: 'exotel_unauthorised' };
    case 'forbidden':
      return { code: 'exotel_forbidden' };
    case 'conflict':
      return { code: 'exotel_conflict', message: quoted(describeFailure(failure)) };
    case 'payment_required':
    case 'refused':
      return { code: 'exotel_refused', message: quoted(describeFailure(failure)) };
    default:
      return assertNever(failure);
  }
}

function quoted(words: string): string {
  return `Exotel refused: ${/[.!?]$/.test(words) ? words : `${words}.`}`;
}

function overloaded(waitMs: number): Fault {
  const retryAfterSeconds = Math.min(LONGEST_WAIT_SECONDS, Math.max(1, Math.ceil(waitMs / 1000)));
  return {
    code: 'overloaded',
    message: `Exotel takes only so many requests a minute, and they are used up. Try again in ${retryAfterSeconds} seconds.`,
    retryAfterSeconds,
  };
}
