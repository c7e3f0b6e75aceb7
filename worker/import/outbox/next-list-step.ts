import { LIST_SLOW_MINUTES, MAX_LISTS_UNDER_WAY } from '../../../shared/limits.ts';
import { nextOrphan } from './orphan-lists.ts';
import { isUnused } from './campaign-lists.ts';
import type { CampaignRow } from './campaign-row.ts';
import type { ListPlace, ListRow } from './list-record.ts';

/** Steps for lists. The first two send Exotel no request; they ask the account. */
export type ListStep =
  | ({ readonly kind: 'find_list' } & ListPlace)
  | ({ readonly kind: 'drop_list' } & ListPlace)
  | ({ readonly kind: 'upload_list' } & ListPlace)
  | ({ readonly kind: 'look_up_list' } & ListPlace)
  | ({ readonly kind: 'poll_list' } & ListPlace)
  | ({ readonly kind: 'clear_orphan'; readonly name: string } & ListPlace);

const SLOW_MS = LIST_SLOW_MINUTES * 60_000;

/**
 * The next step that brings a campaign closer to being made: settle what was uploaded, clear what it left, then upload
 * more.
 */
export function nextListStep(mayUpload: boolean, rows: readonly CampaignRow[], now: number): ListStep | null {
  return nextPoll(rows, now) ?? nextClearing(rows.filter(isWanted), now) ?? (mayUpload ? nextUpload(rows) : null);
}

/** The next step that only tidies up. */
export function nextListDrop(rows: readonly CampaignRow[], now: number): ListStep | null {
  for (const row of rows.filter(isUnused)) {
    const list = row.lists.find((each) => isDroppable(each, now));
    if (list !== undefined) return { kind: 'drop_list', seq: row.seq, first: list.firstContact };
  }
  return nextClearing(rows, now);
}

/** When a list step is next due; infinity if none is. */
export function listsDue(rows: readonly CampaignRow[]): number {
  const due = rows.flatMap((row) =>
    row.lists.flatMap((list) => {
      const isLoose = isUnused(row) && !isUnderWay(list) && list.state !== 'dropped';
      return [isUnderWay(list) ? list.pollAt : [], nextOrphan(row, list)?.at ?? [], isLoose ? 0 : []].flat();
    }),
  );
  return Math.min(Number.POSITIVE_INFINITY, ...due);
}

function isWanted(row: CampaignRow): boolean {
  return !isUnused(row);
}

function isUnderWay({ state }: ListRow): boolean {
  return state === 'in_doubt' || state === 'processing';
}

function nextPoll(rows: readonly CampaignRow[], now: number): ListStep | null {
  for (const row of rows) {
    const list = row.lists.find((each) => isUnderWay(each) && each.pollAt <= now);
    if (list === undefined) continue;
    const place = { seq: row.seq, first: list.firstContact };
    return { kind: list.state === 'in_doubt' ? 'look_up_list' : 'poll_list', ...place };
  }
  return null;
}

function nextClearing(rows: readonly CampaignRow[], now: number): ListStep | null {
  for (const row of rows) {
    for (const list of row.lists) {
      const orphan = nextOrphan(row, list);
      if (orphan !== null && orphan.at <= now) {
        return { kind: 'clear_orphan', seq: row.seq, first: list.firstContact, name: orphan.name };
      }
    }
  }
  return null;
}

function nextUpload(rows: readonly CampaignRow[]): ListStep | null {
  const underWay = rows.reduce((sum, { lists }) => sum + lists.filter(isUnderWay).length, 0);
  if (underWay >= MAX_LISTS_UNDER_WAY) return null;
  for (const row of rows) {
    const list = row.state === 'pending' ? row.lists.find(({ state }) => state === 'pending') : undefined;
    if (list === undefined) continue;
    return { kind: list.sought ? 'upload_list' : 'find_list', seq: row.seq, first: list.firstContact };
  }
  return null;
}

/** A list that Exotel still processes could come back after it is deleted, so deleting waits, up to a limit. */
function isDroppable(list: ListRow, now: number): boolean {
  if (list.state === 'processing') return list.sentAt === null || now - list.sentAt > SLOW_MS;
  return list.state === 'pending' || list.state === 'completed' || list.state === 'refused';
}
