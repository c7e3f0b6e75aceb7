import { MIN_READ_GAP_SECONDS } from '../../../shared/limits.ts';
import { sumOutcomes } from '../../../shared/protocol/outcomes.ts';
import type { CampaignState } from '../../../shared/protocol/campaign-view.ts';
import type { CampaignTotals } from '../../campaign/outcome-tracker.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { ImportSession } from './import-session.ts';

/** A campaign's own count laid over its row; none (it was never opened) changes nothing. */
export function withTotals(row: CampaignRow, totals: CampaignTotals | null): CampaignRow {
  if (totals === null) return row;
  const moved = JSON.stringify(totals.outcomes) !== JSON.stringify(row.outcomes);
  const { outcomes, unfinished, pressed, asOf, missed = 0, health = row.health } = totals;
  // As before, but for a campaign made elsewhere that turns out to call more people than anyone said.
  const contacts = Math.max(row.contacts, sumOutcomes(outcomes));
  return { ...row, contacts, outcomes, unfinished, pressed, missed, health, movedAt: moved ? asOf : row.movedAt };
}

/**
 * A campaign object's report. A callback's word on the campaign is only a hint: it makes the next reading come sooner, at
 * the time returned (epoch ms); null leaves it when it was.
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
