import type { CampaignSpec } from '../campaigns/campaign.ts';
import { createFifo } from './fifo.ts';
import type { Fifo } from './fifo.ts';
import type { CallResult } from './outcome-script.ts';

type Retry = { readonly numberIndex: number; readonly dueAt: number };

/**
 * Waiting retries, one queue per number of attempts made. The delay in a queue is constant, so it is sorted by time.
 */
export type RetryQueues = readonly Fifo<Retry>[];

const MOST_RETRIES = 3;
const MINUTE_MS = 60_000;

export function createRetryQueues(): RetryQueues {
  return Array.from({ length: MOST_RETRIES }, () => createFifo<Retry>());
}

/** When the earliest retry is due, or infinity. */
export function nextRetryAt(queues: RetryQueues): number {
  return Math.min(...queues.map((queue) => queue.peek()?.dueAt ?? Number.POSITIVE_INFINITY));
}

/** Removes and answers the earliest retry that is due by `now`. */
export function takeDueRetry(queues: RetryQueues, now: number): number | null {
  const dueAt = nextRetryAt(queues);
  if (dueAt > now) return null;
  return queues.find((queue) => queue.peek()?.dueAt === dueAt)?.shift()?.numberIndex ?? null;
}

/**
 * When an attempt (from 1) that ended at `now` is tried again, or null. Exponential doubles the wait each time
 * (a guess). A retry due at or after `end_at` is not made.
 */
export function retryAfter(
  { retries, endAt }: Pick<CampaignSpec, 'retries' | 'endAt'>,
  result: CallResult,
  attempt: number,
  now: number,
): number | null {
  if (retries === null || attempt > retries.number_of_retries) return null;
  if (!retries.on_status.some((status) => status === result)) return null;
  const factor = retries.mechanism === 'Exponential' ? 2 ** (attempt - 1) : 1;
  const dueAt = now + retries.interval_mins * MINUTE_MS * factor;
  return dueAt < endAt ? dueAt : null;
}
