import { isBlocking } from './orphan-lists.ts';
import type { CampaignRow } from './campaign-row.ts';
import type { ListRow } from './list-record.ts';

/** The row's list that begins with this contact. */
export function listOf(row: CampaignRow, first: number): ListRow | undefined {
  return row.lists.find(({ firstContact }) => firstContact === first);
}

/** The row with one of its lists replaced. A refused list holds up the campaign until a person decides. */
export function withList(row: CampaignRow, list: ListRow): CampaignRow {
  const lists = row.lists.map((each) => (each.firstContact === list.firstContact ? list : each));
  const waits = list.state === 'refused' && (row.state === 'pending' || row.state === 'held');
  if (!waits || list.refusal === null) return { ...row, lists };
  const { code, message } = list.refusal;
  return { ...row, lists, state: 'refused', refusal: { code, message: `List "${list.name}": ${message}` } };
}

/** Whether the campaign may be made: every list is complete, and no leftover list may hold its contacts twice. */
export function hasItsLists(row: CampaignRow): boolean {
  return row.lists.every((list) => list.state === 'completed' && !list.orphans.some(isBlocking));
}

/** True if no campaign will call its lists: it was never made, or was deleted before it began. */
export function isUnused({ state }: CampaignRow): boolean {
  return state === 'cancelled' || state === 'deleted';
}

/** How many contacts Exotel did not take into its lists. */
export function contactsNotTaken({ lists }: CampaignRow): number {
  return lists.reduce(
    (sum, { contacts, omitted, counts }) => sum + (counts === null ? 0 : contacts - omitted - counts.success),
    0,
  );
}
