import type { Outcome, OutcomeCounts } from '../../../../shared/protocol/outcomes.ts';
import type { Channel } from '../../../../shared/template/template-schema.ts';

/** Ends after which it makes sense to try somebody once more. A message is not answered. */
const AGAIN: Readonly<Record<Channel, readonly Outcome[]>> = {
  voice: ['no_answer', 'busy', 'failed', 'not_attempted'],
  sms: ['failed', 'not_attempted'],
};

/** Who did not pick up: what is ticked at first, where there is anybody. */
const UNANSWERED: ReadonlySet<Outcome> = new Set<Outcome>(['no_answer', 'busy']);

/** Outcomes to choose from, those that nobody had left out. */
export function againOutcomes(counts: OutcomeCounts, channel: Channel): Outcome[] {
  return AGAIN[channel].filter((outcome) => counts[outcome] > 0);
}

export function firstTicked(outcomes: readonly Outcome[]): Outcome[] {
  const unanswered = outcomes.filter((outcome) => UNANSWERED.has(outcome));
  return unanswered.length > 0 ? unanswered : [...outcomes];
}

export function countOfOutcomes(counts: OutcomeCounts, outcomes: readonly Outcome[]): number {
  return outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
}
