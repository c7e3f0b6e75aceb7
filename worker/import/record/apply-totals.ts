import { MIN_READ_GAP_SECONDS } from '../../../shared/limits.ts';
import { sumOutcomes } from '../../../shared/protocol/outcomes.ts';
import type { CampaignState } from '../../../shared/protocol/campaign-view.ts';
import type { CampaignTotals } from '../../campaign/outcome-tracker.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { ImportSession } from './import-session.ts';

/** The row with a campaign's own count; without totals (the campaign was never opened) the row stays the same. */
export function withTotals(row: CampaignRow, totals: CampaignTotals | null): CampaignRow {
  if (totals === null) return row;
  const moved = JSON.stringify(totals.outcomes) !== JSON.stringify(row.outcomes);
  const { outcomes, unfinished, pressed, asOf, missed = 0, health = row.health } = totals;
  // Unchanged, except for a campaign made elsewhere that turns out to call more people than anyone said.
  const contacts = Math.max(row.contacts, sumOutcomes(outcomes));
  return { ...row, contacts, outcomes, unfinished, pressed, missed, health, movedAt: moved ? asOf : row.movedAt };
}

/**
 * Takes in a campaign object's report. What a callback said about the campaign is only a hint: it makes the next
 * reading come sooner, at the time returned (epoch ms); null leaves it unchanged.
 */
export function noteTotals(
  session: ImportSession,
  report: {
    readonly seq: number;
    readonly totals: CampaignTotals;
    readonly hint: CampaignState | null;
    readonly now: number;
  },
): number | null {
  const row = session.row(report.seq);
  const record = session.record();
  if (row === undefined || record === null) return null;
  session.putRow(withTotals(row, report.totals));
  if (report.hint === null || report.hint === row.state || report.hint === 'unknown') return null;
  const soon = report.now + MIN_READ_GAP_SECONDS * 1000;
  if (record.readAt > soon) session.put({ ...record, readAt: soon });
  return soon;
}
