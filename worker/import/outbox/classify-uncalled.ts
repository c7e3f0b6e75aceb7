import type { UncalledOutcome } from '../../campaign/outcome-tracker.ts';
import type { CampaignStats } from '../../exotel/read-campaign.ts';
import { contactsNotTaken } from './campaign-lists.ts';
import type { CampaignRow } from './campaign-row.ts';

/** Of contacts whom no call is known of, how many of each kind Exotel's totals name beyond those known already. */
export type UncalledTotals = Readonly<Record<'not_attempted' | 'dnd' | 'invalid', number>>;

/**
 * What to say of the contacts of a campaign that is over whom no call is known of. Exotel's counts decide where they
 * leave one explanation for all of them (`certain` when they match to the number); where they leave several, or none, nobody knows, and that is what is said.
 */
export function classifyUncalled(
  row: CampaignRow,
  stats: CampaignStats | null,
  stopped: boolean,
): { readonly verdict: UncalledOutcome; readonly certain: boolean; readonly left: UncalledTotals | null } {
  if (stats === null) return { verdict: stopped ? 'not_attempted' : 'unaccounted', certain: false, left: null };
  const left: UncalledTotals = {
    not_attempted: stats.notAttempted - row.outcomes.not_attempted,
    dnd: stats.dnd - row.outcomes.dnd,
    // Numbers taken out before the campaign was made, or not taken into its lists, are unknown to Exotel's counts.
    invalid: stats.invalid + contactsNotTaken(row) - (row.outcomes.invalid - row.excluded.length),
  };
  const possible = (['not_attempted', 'dnd', 'invalid'] as const).filter((verdict) => left[verdict] > 0);
  const [only] = possible;
  if (possible.length !== 1 || only === undefined || left[only] < row.outcomes.queued) {
    return { verdict: 'unaccounted', certain: false, left };
  }
  return { verdict: only, certain: left[only] === row.unfinished, left };
}
