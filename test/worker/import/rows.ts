import type { CallingHours } from '../../../shared/plan/open-hours.ts';
import { newCampaignRow, type CampaignRow } from '../../../worker/import/outbox/campaign-row.ts';
import { newListRow, type ListRow } from '../../../worker/import/outbox/list-record.ts';

/** The first campaign of an import, with 10 contacts and the given change. Times are milliseconds from 0. */
export function row(change: Partial<CampaignRow> = {}): CampaignRow {
  const planned = {
    seq: 1,
    name: 'Leads 1/1 #abcd-1',
    firstContact: 0,
    contacts: 10,
    sendAt: 180_000,
    endAt: 9_000_000,
    lists: [],
    deletable: true,
  };
  return { ...newCampaignRow(planned), ...change };
}

/** The first list of that campaign, with the given change. */
export function list(change: Partial<ListRow> = {}): ListRow {
  const range = { firstContact: 0, contacts: 10 };
  return { ...newListRow({ id: 'abcd', incarnation: '', name: 'Leads' }, range, true), ...change };
}

/** People may be called all day. */
export const ALL_DAY: CallingHours = { window: { openMinute: 0, closeMinute: 1_440 }, timeZone: 'UTC' };
