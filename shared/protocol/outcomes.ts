import { z } from 'zod';

/** Where an accepted contact is after the launch; every contact is in exactly one. */
export const OUTCOMES = [
  'queued',
  'dialling',
  'retrying',
  'completed',
  'no_answer',
  'busy',
  'failed',
  'dnd',
  'invalid',
  'not_attempted',
  'unaccounted',
  'suppressed',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** Outcomes that Exotel will not change any more. */
export const FINAL_OUTCOMES: readonly Outcome[] = [
  'completed',
  'no_answer',
  'busy',
  'failed',
  'dnd',
  'invalid',
  'not_attempted',
  'unaccounted',
  'suppressed',
];

const count = z.int().min(0);

/** Number of contacts by outcome; once launched, the sum is the number of accepted contacts. */
export const outcomeCountsSchema = z.object({
  queued: count,
  dialling: count,
  retrying: count,
  completed: count,
  no_answer: count,
  busy: count,
  failed: count,
  dnd: count,
  invalid: count,
  not_attempted: count,
  unaccounted: count.default(0).describe('Exotel cannot say what became of them'),
  suppressed: count.default(0).describe('Taken out after Start, before their campaign was sent'),
});

export type OutcomeCounts = z.infer<typeof outcomeCountsSchema>;

export function noOutcomes(): OutcomeCounts {
  return {
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
}

export function sumOutcomes(counts: OutcomeCounts): number {
  return OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
}

export function addOutcomes(left: OutcomeCounts, right: OutcomeCounts): OutcomeCounts {
  const sum = noOutcomes();
  for (const outcome of OUTCOMES) sum[outcome] = left[outcome] + right[outcome];
  return sum;
}
