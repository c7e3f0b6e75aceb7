import type { UncalledOutcome } from '../../campaign/outcome-tracker.ts';
import type { CampaignStats } from '../../exotel/read-campaign.ts';
import { contactsNotTaken } from './campaign-lists.ts';
import type { CampaignRow } from './campaign-row.ts';

/**
 * How many contacts of each kind Exotel's totals name beyond those already known, among contacts without a known call.
 */
export type UncalledTotals = Readonly<Record<'not_attempted' | 'dnd' | 'invalid', number>>;

/**
 * The outcome for contacts of a finished campaign for whom no call is known. If Exotel's counts leave one explanation
 * for all of them, that is the outcome (`certain` when the numbers match exactly); otherwise nobody knows, and the
 * outcome says so.
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
    // Exotel's counts do not include numbers taken out before the campaign was made or not taken into its lists.
    invalid: stats.invalid + contactsNotTaken(row) - (row.outcomes.invalid - row.excluded.length),
  };
  const possible = (['not_attempted', 'dnd', 'invalid'] as const).filter((verdict) => left[verdict] > 0);
  const [only] = possible;
  if (possible.length !== 1 || only === undefined || left[only] < row.outcomes.queued) {
    return { verdict: 'unaccounted', certain: false, left };
  }
  return { verdict: only, certain: left[only] === row.unfinished, left };
}
