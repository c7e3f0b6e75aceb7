import { newCampaignRow, type CampaignRow } from '../outbox/campaign-row.ts';
import type { ListRow } from '../outbox/list-record.ts';
import { newImportRecord, type CheckResult, type ImportRecord } from './import-record.ts';

const NOT_YET_CHECKED: Partial<CheckResult> = { variables: [], longestRowBytes: 0 };

const NOT_YET_TOLD: Pick<ListRow, 'told' | 'byMembers'> = { told: null, byMembers: false };

/**
 * What an earlier version stored, with what it did not know yet as a new import or campaign has it. Stored data only
 * ever gains fields, so a deployment in the middle of a launch goes on, and so does a rollback.
 */
export function withLaterFields(stored: ImportRecord): ImportRecord {
  const check = stored.check === null ? null : { ...NOT_YET_CHECKED, ...stored.check };
  return { ...newImportRecord(stored, stored.createdAt), ...stored, check };
}

export function rowWithLaterFields(stored: CampaignRow): CampaignRow {
  const { seq, name, firstContact, contacts, sendAt, endAt } = stored;
  const planned = { seq, name, firstContact, contacts, sendAt, endAt };
  // Lists came later than rows.
  const lists = ((stored as Partial<CampaignRow>).lists ?? []).map((list) => Object.assign({}, NOT_YET_TOLD, list));
  return { ...newCampaignRow({ ...planned, lists: [], deletable: true }), ...stored, lists };
}
