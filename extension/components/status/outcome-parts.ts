import type { Outcome, OutcomeCounts } from '../../../shared/protocol/outcomes.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { OUTCOMES_IN_ORDER } from '../../state/outcome-totals.ts';
import { words } from '../../words/words.ts';
import type { BarPart } from './stacked-bar.tsx';

/** Outcomes that only calls have; for messages they are not listed. */
const OF_CALLS: ReadonlySet<Outcome> = new Set<Outcome>(['no_answer', 'busy', 'retrying']);

export function outcomeWord(outcome: Outcome, channel: Channel): string {
  return channel === 'sms' ? words.places.messageOutcome[outcome] : words.places.outcome[outcome];
}

export function outcomeParts(counts: OutcomeCounts, channel: Channel = 'voice'): BarPart[] {
  return OUTCOMES_IN_ORDER.filter(
    (outcome) => channel === 'voice' || counts[outcome] > 0 || !OF_CALLS.has(outcome),
  ).map((outcome) => ({ key: outcome, label: outcomeWord(outcome, channel), count: counts[outcome] }));
}
