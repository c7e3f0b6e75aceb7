import { settingsAgain } from '../record/stored-skips.ts';
import { createPeopleReader, cutRow } from './people-reader.ts';
import type { PeoplePage } from '../../campaign/telling-store.ts';
import type { Config } from '../../config.ts';
import type { ImportLife } from '../import-life.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { ImportRecord } from '../record/import-record.ts';

/** Pages of a campaign's rows. Pages asked for in order need only one pass through the file. */
export function readPeople({ store }: Pick<ImportLife, 'store'>, config: Config) {
  let reader: ReturnType<typeof createPeopleReader> | null = null;

  return (record: ImportRecord, row: CampaignRow, from: number): PeoplePage => {
    const { name: campaign, sid, firstContact, contacts } = row;
    const page = { first: from, importName: record.name, campaign, sid, firstContact };
    // A campaign made elsewhere has no file.
    if (record.check === null || record.origin.kind === 'campaign') return { ...page, headings: [], people: [] };
    const { shape } = record.check;
    reader ??= createPeopleReader(store, settingsAgain(store, config, record));
    const people = reader.page(firstContact + from, Math.max(0, contacts - from));
    return { ...page, headings: cutRow(shape.headings), people };
  };
}
