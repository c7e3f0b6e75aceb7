import type { OutcomeCounts } from '../../shared/protocol/outcomes.ts';
import { OUTCOMES_IN_ORDER } from '../state/outcome-totals.ts';
import { words } from '../words/words.ts';
import type { BarPart } from './stacked-bar.tsx';

export function outcomeParts(counts: OutcomeCounts): BarPart[] {
  return OUTCOMES_IN_ORDER.map((outcome) => ({
    key: outcome,
    label: words.places.outcome[outcome],
    count: counts[outcome],
  }));
}
