import type { Outcome, OutcomeCounts } from '../../shared/protocol/outcomes.ts';

/** Whether nothing more will happen to a contact there; in the order a bar shows them. */
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

/** Restated without the wire's schemas: the popup's first paint does not load them. */
export const OUTCOMES_IN_ORDER: readonly Outcome[] = Object.keys(FINAL).filter(isOutcome);

function isOutcome(name: string): name is Outcome {
  return name in FINAL;
}

export function totalOf(counts: OutcomeCounts): number {
  return OUTCOMES_IN_ORDER.reduce((sum, outcome) => sum + counts[outcome], 0);
}

/** Those of whom nothing more will be heard, whether they were tried or not. */
export function settledOf(counts: OutcomeCounts): number {
  return OUTCOMES_IN_ORDER.reduce((sum, outcome) => sum + (FINAL[outcome] ? counts[outcome] : 0), 0);
}

/** Those something may still happen to: waiting, being called, to be retried. */
export function openOf(counts: OutcomeCounts): number {
  return totalOf(counts) - settledOf(counts);
}

/** Those nobody can say the end of: Exotel does not, or it is all over and they are still open. */
export function withoutResult(counts: OutcomeCounts): number {
  return openOf(counts) + counts.unaccounted;
}

/** Those who were called, or are being: what Exotel refuses beforehand is no call. */
export function calledOf({ dialling, retrying, completed, no_answer, busy, failed }: OutcomeCounts): number {
  return dialling + retrying + completed + no_answer + busy + failed;
}

/** Those Exotel gave a result for. People left out by a stop, or because they asked not to be called, are not done, nor is anybody without a result. */
export function doneOf(counts: OutcomeCounts): number {
  return settledOf(counts) - counts.not_attempted - counts.unaccounted - counts.suppressed;
}
