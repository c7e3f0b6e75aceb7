import type { TargetState } from '../../../../worker/import/outbox/next-step.ts';

/** The life of one import, as a property draws it. */
export interface Scenario {
  readonly campaigns: number;
  readonly contacts: number;
  /** Exotel's list shows a campaign only this long after it was created. */
  readonly listLagMs: number;
  /** The draws that decide what happens by chance, in order: whole numbers below 1,000. */
  readonly chances: readonly number[];
  /** How many requests may fail, how often the process dies, and how often a person presses something. */
  readonly faults: number;
  readonly onlyCreatesFail?: boolean;
  /** How many lists each campaign has; none if its numbers travel inside it. */
  readonly lists: number;
  readonly crashes: number;
  readonly presses: readonly TargetState[];
}
