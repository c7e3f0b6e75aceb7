import { SHORT_CALL_SECONDS } from '../../../shared/people-limits.ts';
import { isOpenCall, type ContactCalls } from '../contact-calls.ts';
import type { CallHealth } from '../../../shared/people/health-brake.ts';
import type { CallStatus } from '../../exotel/status.ts';

/** How a call ended that was really dialled. The other words are our own, or say that no call was made. */
const TRIED: ReadonlySet<CallStatus> = new Set(['completed', 'no_answer', 'busy', 'failed', 'dnd', 'invalid']);

/** Adds a contact to the campaign's count (`by` 1), or takes it off before it is counted again (`by` -1). */
export function countHealth(health: CallHealth, contact: ContactCalls, by: 1 | -1): CallHealth {
  const tried = contact.calls.filter((call) => !isOpenCall(call) && TRIED.has(call.status));
  const answered = tried.filter(({ status }) => status === 'completed');
  const lengths = answered.flatMap(({ durationSeconds }) => durationSeconds ?? []);
  // Exotel never dials a do-not-disturb number: only the end of its schedule says so.
  const isBlocked = contact.ended === 'dnd' && tried.every(({ status }) => status !== 'dnd');
  const dnd = tried.filter(({ status }) => status === 'dnd').length + (isBlocked ? 1 : 0);
  return {
    ended: health.ended + by * (tried.length + (isBlocked ? 1 : 0)),
    answered: health.answered + by * answered.length,
    timed: health.timed + by * lengths.length,
    short: health.short + by * lengths.filter((seconds) => seconds < SHORT_CALL_SECONDS).length,
    dnd: health.dnd + by * dnd,
  };
}
