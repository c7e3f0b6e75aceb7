import type { OutcomeCounts } from '../../shared/protocol/outcomes.ts';

/** A campaign's own count, as it reports it to its import. `asOf` is epoch milliseconds. */
export interface CampaignTotals {
  readonly outcomes: OutcomeCounts;
  readonly unfinished: number;
  readonly asOf: number;
}
