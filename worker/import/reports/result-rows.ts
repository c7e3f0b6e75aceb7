import { toE164 } from '../../../shared/phone/judge-number.ts';
import { contactRows, outcomeOf } from './contact-rows.ts';
import type { CheckSettings } from '../../../shared/contacts/check-contacts.ts';
import type { Outcome } from '../../../shared/protocol/outcomes.ts';
import type { ContactResult } from '../../campaign/contact-result.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { ImportStore } from '../record/import-store.ts';

/** What a campaign object reports about its contacts; both lists are in the same order. */
export interface CampaignReports {
  results(row: CampaignRow): Promise<readonly ContactResult[]>;
  /** E.164 digits; null for a contact whose number is not known. */
  numbers(row: CampaignRow): Promise<readonly (number | null)[]>;
}

/** One launched contact and its outcome. */
export interface ResultRow {
  /** The row number as the spreadsheet counts; null if there is no file. */
  readonly line: number | null;
  readonly cells: readonly string[];
  /** E.164 digits. */
  readonly number: number;
  readonly campaign: CampaignRow;
  readonly outcome: Outcome;
  readonly result: ContactResult | undefined;
}

export type ResultRows = AsyncIterable<readonly ResultRow[]>;

/** Every accepted contact in file order, with its own columns. */
export async function* fileResultRows(input: {
  readonly store: ImportStore;
  readonly settings: CheckSettings;
  readonly campaigns: readonly CampaignRow[];
  readonly results: (row: CampaignRow) => Promise<readonly ContactResult[]>;
}): ResultRows {
  for await (const contacts of contactRows(input)) {
    yield contacts.flatMap(({ fate, ...contact }) =>
      fate === null ? [] : [{ ...contact, ...fate, outcome: outcomeOf(fate.result, fate.campaign) }],
    );
  }
}

/** A campaign made elsewhere has no file: its people are the reported numbers. */
export async function* followedResultRows(campaigns: readonly CampaignRow[], reports: CampaignReports): ResultRows {
  for (const campaign of campaigns) {
    // Results are read before numbers: a number that becomes known in between is then an extra one, and no result lacks
    // its number.
    const results = await reports.results(campaign);
    const numbers = await reports.numbers(campaign);
    yield results.flatMap((result, index) => {
      const number = numbers[index] ?? null;
      const { outcome } = result;
      return number === null ? [] : [{ line: null, cells: [toE164(number)], number, campaign, outcome, result }];
    });
  }
}

/** Only contacts with these outcomes; all if none is given. */
export async function* withOutcomes(rows: ResultRows, outcomes: readonly Outcome[]): ResultRows {
  const wanted = new Set(outcomes);
  for await (const some of rows) yield wanted.size === 0 ? some : some.filter(({ outcome }) => wanted.has(outcome));
}
