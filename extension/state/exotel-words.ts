import type { Outcome, OutcomeCounts } from '../../shared/protocol/outcomes.ts';

/** Exotel's words for one number, call or message, without hyphens and underscores. */
const OUTCOMES_OF: Readonly<Record<string, Outcome>> = {
  created: 'queued',
  pending: 'queued',
  queued: 'queued',
  scheduled: 'queued',
  paused: 'queued',
  inprogress: 'dialling',
  ringing: 'dialling',
  submitted: 'dialling',
  retry: 'retrying',
  retrying: 'retrying',
  completed: 'completed',
  sent: 'completed',
  delivered: 'completed',
  noanswer: 'no_answer',
  busy: 'busy',
  failed: 'failed',
  canceled: 'failed',
  failedexpired: 'failed',
  failednobalance: 'failed',
  failedspamdetected: 'failed',
  faileddnd: 'dnd',
  invalid: 'invalid',
  failednoattempt: 'not_attempted',
};

/** null for an unknown word, which is then shown as it came. */
export function outcomeOfWord(word: string): Outcome | null {
  const key = word.toLowerCase().replaceAll(/[^a-z]/g, '');
  return Object.hasOwn(OUTCOMES_OF, key) ? (OUTCOMES_OF[key] ?? null) : null;
}

interface StatCounts {
  readonly counts: OutcomeCounts;
  readonly others: readonly (readonly [word: string, count: number])[];
}

/**
 * Exotel's counts of numbers, assigned to our outcomes; unknown words are kept separately, so that the sum is still
 * right.
 */
export function readStats(stats: Readonly<Record<string, number>>): StatCounts {
  const counts: OutcomeCounts = {
    queued: 0,
    dialling: 0,
    retrying: 0,
    completed: 0,
    no_answer: 0,
    busy: 0,
    failed: 0,
    dnd: 0,
    invalid: 0,
    not_attempted: 0,
    unaccounted: 0,
    suppressed: 0,
  };
  const others: [string, number][] = [];
  for (const [word, count] of Object.entries(stats)) {
    const outcome = outcomeOfWord(word);
    if (outcome !== null) counts[outcome] += count;
    else if (count > 0) others.push([word, count]);
  }
  return { counts, others };
}
