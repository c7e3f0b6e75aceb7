import type { Outcome, OutcomeCounts } from '../../shared/protocol/outcomes.ts';

/** Whether an outcome is final; listed in the order in which a bar shows them. */
const FINAL: Readonly<Record<Outcome, boolean>> = {
  completed: true,
  no_answer: true,
  busy: true,
  failed: true,
  dnd: true,
  invalid: true,
  not_attempted: true,
  unaccounted: true,
  suppressed: true,
  dialling: false,
  retrying: false,
  queued: false,
};

/** Repeated here without the API's schemas, because the popup's first paint does not load them. */
export const OUTCOMES_IN_ORDER: readonly Outcome[] = Object.keys(FINAL).filter(isOutcome);

function isOutcome(name: string): name is Outcome {
  return name in FINAL;
}

export function totalOf(counts: OutcomeCounts): number {
  return OUTCOMES_IN_ORDER.reduce((sum, outcome) => sum + counts[outcome], 0);
}

/** Contacts about whom nothing more will be heard, whether they were called or not. */
export function settledOf(counts: OutcomeCounts): number {
  return OUTCOMES_IN_ORDER.reduce((sum, outcome) => sum + (FINAL[outcome] ? counts[outcome] : 0), 0);
}

/** Contacts to whom something may still happen: waiting, being called, to be retried. */
export function openOf(counts: OutcomeCounts): number {
  return totalOf(counts) - settledOf(counts);
}

/** Contacts whose end nobody can say: Exotel does not tell, or the import is over and they are still open. */
export function withoutResult(counts: OutcomeCounts): number {
  return openOf(counts) + counts.unaccounted;
}

/** Contacts who were called or are being called; a number that Exotel refuses beforehand is not called. */
export function calledOf({ dialling, retrying, completed, no_answer, busy, failed }: OutcomeCounts): number {
  return dialling + retrying + completed + no_answer + busy + failed;
}

/**
 * Contacts with a result from Exotel. People left out by a stop or because they asked not to be called are not done,
 * nor are people without a result.
 */
export function doneOf(counts: OutcomeCounts): number {
  return settledOf(counts) - counts.not_attempted - counts.unaccounted - counts.suppressed;
}
