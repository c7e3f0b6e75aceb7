import { RESULT_HEADINGS, resultCells, toCsv } from './results-csv.ts';
import type { ContactResult } from '../../campaign/contact-result.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';

/** What a campaign object tells of its contacts, in one order. */
export interface CampaignReports {
  results(row: CampaignRow): Promise<readonly ContactResult[]>;
  /** E.164 digits; null of whom nobody named. */
  numbers(row: CampaignRow): Promise<readonly (number | null)[]>;
}

/** Results of a campaign made elsewhere: there is no file, so its people are their numbers, those that were reported. */
export async function* followedResultsCsv(
  rows: readonly CampaignRow[],
  reports: CampaignReports,
): AsyncIterable<string> {
  yield `\uFEFF${toCsv([['Number', ...RESULT_HEADINGS]])}`;
  for (const row of rows) {
    // Results first: a number that becomes known in between is then one too many, never a result without one.
    const results = await reports.results(row);
    const numbers = await reports.numbers(row);
    const lines = results.flatMap((result, index) => {
      const number = numbers[index] ?? null;
      return number === null ? [] : [[`+${number}`, ...resultCells(result, row)]];
    });
    if (lines.length > 0) yield toCsv(lines);
  }
}
