import { isBlocking } from './orphan-lists.ts';
import type { CampaignRow } from './campaign-row.ts';
import type { ListRow } from './list-record.ts';

/** A list of the row by the contact it begins with. */
export function listOf(row: CampaignRow, first: number): ListRow | undefined {
  return row.lists.find(({ firstContact }) => firstContact === first);
}

/** The row with one of its lists anew. A list that is refused holds its campaign up, until a person has decided. */
export function withList(row: CampaignRow, list: ListRow): CampaignRow {
  const lists = row.lists.map((each) => (each.firstContact === list.firstContact ? list : each));
  const waits = list.state === 'refused' && (row.state === 'pending' || row.state === 'held');
  if (!waits || list.refusal === null) return { ...row, lists };
  const { code, message } = list.refusal;
  return { ...row, lists, state: 'refused', refusal: { code, message: `List "${list.name}": ${message}` } };
}

/** Whether the campaign may be made: every list is complete, and none of its contacts is in another list as well. */
export function hasItsLists(row: CampaignRow): boolean {
  return row.lists.every((list) => list.state === 'completed' && !list.orphans.some(isBlocking));
}

/** No campaign will call its lists any more: one that was never made, or deleted before it began. */
export function isUnused({ state }: CampaignRow): boolean {
  return state === 'cancelled' || state === 'deleted';
}

/** Contacts that its lists did not take. */
export function contactsNotTaken({ lists }: CampaignRow): number {
  return lists.reduce(
    (sum, { contacts, omitted, counts }) => sum + (counts === null ? 0 : contacts - omitted - counts.success),
    0,
  );
}
