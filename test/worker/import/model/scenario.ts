import type { TargetState } from '../../../../worker/import/outbox/next-step.ts';

/** One import's life as a property draws it. */
export interface Scenario {
  readonly campaigns: number;
  readonly contacts: number;
  /** Exotel's list shows a campaign only so long after it was made. */
  readonly listLagMs: number;
  /** Where chance is asked, one after another: whole numbers below 1,000. */
  readonly chances: readonly number[];
  /** So many requests may go wrong, so many times the process dies, so many times someone presses something. */
  readonly faults: number;
  readonly onlyCreatesFail?: boolean;
  /** Lists in each campaign; none when its numbers travel inside it. */
  readonly lists: number;
  readonly crashes: number;
  readonly presses: readonly TargetState[];
}
