import type { CampaignTotals } from '../campaign/campaign-object.ts';
import type { CampaignRow } from './campaign-row.ts';

/** A campaign's own count laid over its row; none (it was never opened) changes nothing. */
export function withTotals(row: CampaignRow, totals: CampaignTotals | null): CampaignRow {
  return totals === null ? row : { ...row, outcomes: totals.outcomes, unfinished: totals.unfinished };
}
