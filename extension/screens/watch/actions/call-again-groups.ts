import type { Outcome, OutcomeCounts } from '../../../../shared/protocol/outcomes.ts';
import type { Channel } from '../../../../shared/template/template-schema.ts';

/** Outcomes after which another try makes sense. Messages are not answered, so they have others. */
const AGAIN: Readonly<Record<Channel, readonly Outcome[]>> = {
  voice: ['no_answer', 'busy', 'failed', 'not_attempted'],
  sms: ['failed', 'not_attempted'],
};

/** People who did not answer: preselected if there are any. */
const UNANSWERED: ReadonlySet<Outcome> = new Set<Outcome>(['no_answer', 'busy']);

/** The outcomes to choose from, without empty ones. */
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
