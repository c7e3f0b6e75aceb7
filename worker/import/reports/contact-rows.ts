import { createContactCheck, type CheckSettings } from '../../../shared/contacts/check-contacts.ts';
import { readParts } from '../record/stored-file.ts';
import type { Outcome } from '../../../shared/protocol/outcomes.ts';
import type { ContactResult } from '../../campaign/contact-result.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { ImportStore } from '../record/import-store.ts';

/** One accepted contact: its row of the file, and its outcome (null before the launch). */
export interface ContactRow {
  /** The row number as the spreadsheet counts. */
  readonly line: number;
  readonly cells: readonly string[];
  /** E.164 digits; `ERASED_NUMBER` for an erased person, whose cells are blank. */
  readonly number: number;
  readonly fate: { readonly campaign: CampaignRow; readonly result: ContactResult | undefined } | null;
}

/**
 * Every accepted contact in file order, as many at a time as one part of the file holds. The file is read again, so
 * that nothing is stored twice; only one part and one campaign are in memory. `campaigns` is empty before the launch.
 */
export async function* contactRows(input: {
  readonly store: ImportStore;
  readonly settings: CheckSettings;
  readonly campaigns: readonly CampaignRow[];
  readonly results: (row: CampaignRow) => Promise<readonly ContactResult[]>;
}): AsyncIterable<readonly ContactRow[]> {
  const { campaigns } = input;
  let accepted: Omit<ContactRow, 'fate'>[] = [];
  // Without the text, because the values it takes from each row were found at the check.
  const check = createContactCheck(
    { ...input.settings, text: null },
    { accepted: (number, line, row) => accepted.push({ number, line, cells: row.cells() }), issue: () => {} },
  );
  let contact = 0;
  const rewrites = input.store.rewrites();
  let current: { readonly campaign: CampaignRow; readonly results: readonly ContactResult[] } | null = null;
  for (const part of readPartsThenNothing(input.store)) {
    const pushed = part === null ? check.finish() : check.push(part);
    if (!pushed.ok) throw new Error(`A file that was checked reads differently now: ${pushed.error.code}`);
    // A person was erased meanwhile: their row would be missing, and all rows below would get somebody else's outcome.
    if (input.store.rewrites() !== rewrites) throw new Error('Somebody was erased while the file was being read');
    const rows: ContactRow[] = [];
    for (const one of accepted) {
      while (campaigns.length > 0 && (current === null || contact >= endOf(current.campaign))) {
        const campaign = campaigns.find((each) => contact < endOf(each));
        if (campaign === undefined) throw new Error('An accepted contact belongs to no campaign');
        current = { campaign, results: await input.results(campaign) };
      }
      const { campaign, results = [] } = current ?? {};
      const fate = campaign === undefined ? null : { campaign, result: results[contact - campaign.firstContact] };
      rows.push({ ...one, fate });
      contact += 1;
    }
    accepted = [];
    if (rows.length > 0) yield rows;
  }
}

/** A campaign that was never opened has no results, but each of its contacts still needs an outcome. */
export function outcomeOf(result: ContactResult | undefined, campaign: CampaignRow): Outcome {
  return result?.outcome ?? (campaign.state === 'cancelled' ? 'not_attempted' : 'queued');
}

function endOf({ firstContact, contacts }: CampaignRow): number {
  return firstContact + contacts;
}

function* readPartsThenNothing(store: ImportStore): Iterable<Uint8Array | null> {
  yield* readParts(store);
  yield null;
}
