import { ACTION_RETRY_SECONDS, MAX_LIST_DELETES } from '../../../shared/limits.ts';
import { isSameName } from '../../../shared/campaign/same-name.ts';
import { isOver } from '../../../shared/campaign/campaign-actions.ts';
import type { CampaignRow } from './campaign-row.ts';
import type { ListRow, OrphanList } from './list-record.ts';

/** One look before the campaign is made and one when it is over, which finds lists that Exotel shows late. */
const LOOKS = 2;

/** Whether it may still exist beside the list in use. If Exotel refused to delete it, it is left to a person. */
export function isBlocking(orphan: OrphanList): boolean {
  return orphan.sid === null ? orphan.looks === 0 : !isLeft(orphan);
}

export function isLeft({ sid, refusals }: OrphanList): boolean {
  return sid !== null && refusals >= MAX_LIST_DELETES;
}

export function orphanOf({ name, sid, named }: ListRow): OrphanList {
  return { name, sid, ...(!named && { named }), looks: 0, refusals: 0, at: 0 };
}

/**
 * What Exotel shows under the sid of an orphan whose name was never seen: `shown` is its name, null if nothing is
 * shown.
 */
export function afterOrphanNamed(list: ListRow, name: string, shown: string | null): ListRow {
  return change(list, name, (orphan) => ({
    ...orphan,
    // The sid belongs to somebody else's list; if ours exists, it is found by its name.
    sid: shown === null || shown === '' || isSameName(name, shown) ? orphan.sid : null,
    named: true,
  }));
}

/** The orphan that can be handled next, and when; null if there is none for now. */
export function nextOrphan(row: CampaignRow, list: ListRow): OrphanList | null {
  const isDropped = list.state === 'dropped';
  return (
    list.orphans.find((orphan) => {
      if (orphan.sid !== null) return !isLeft(orphan);
      if (orphan.looks === 0) return isDropped || list.state === 'completed';
      return isDropped || isOver(row.state);
    }) ?? null
  );
}

export function afterOrphanLook(list: ListRow, name: string, found: string | null): ListRow {
  return change(list, name, (orphan) => {
    if (found !== null) return { ...orphan, sid: found };
    const looks = orphan.looks + 1;
    return looks >= LOOKS || list.state === 'dropped' ? null : { ...orphan, looks };
  });
}

export function afterOrphanDelete(list: ListRow, name: string, how: 'gone' | 'refused' | 'lost', now: number): ListRow {
  return change(list, name, (orphan) => {
    if (how === 'gone') return null;
    const refusals = orphan.refusals + (how === 'refused' ? 1 : 0);
    return { ...orphan, refusals, at: now + ACTION_RETRY_SECONDS * 1000 };
  });
}

export function orphanWaits(list: ListRow, name: string, now: number): ListRow {
  return change(list, name, (orphan) => ({ ...orphan, at: now + ACTION_RETRY_SECONDS * 1000 }));
}

function change(list: ListRow, name: string, by: (orphan: OrphanList) => OrphanList | null): ListRow {
  const orphans = list.orphans.map((each) => (each.name === name ? by(each) : each)).filter((each) => each !== null);
  return { ...list, orphans };
}

/** The list is no longer needed. If it may exist and nobody else uses it, it becomes an orphan and is deleted. */
export function dropList(list: ListRow, isOurs: boolean): ListRow {
  const orphans = isOurs && list.sid !== null ? [...list.orphans, orphanOf(list)] : list.orphans;
  return { ...list, state: 'dropped', orphans };
}

/** A list that must go from Exotel; without a sid it may never have existed there. */
export interface OrphanRef {
  readonly name: string;
  readonly sid: string | null;
}

export interface ErasedList extends OrphanRef {
  readonly tries: number;
}

/** Every list of an import that Exotel may still have: lists in use, lists given up, and orphans. */
export function listsAtExotel(rows: readonly CampaignRow[]): OrphanRef[] {
  return rows.flatMap(({ lists }) =>
    lists.flatMap(({ name, sid, named, state, orphans }) => {
      const isSent = sid !== null || state === 'uploading' || state === 'in_doubt';
      return [
        ...(isSent && state !== 'dropped' ? [toOrphanRef({ name, sid, named })] : []),
        ...orphans.map((orphan) => toOrphanRef(orphan)),
      ];
    }),
  );
}

/** If its name was never seen, the sid may be somebody else's, so it is left out. */
function toOrphanRef({ name, sid, named }: Pick<OrphanList, 'name' | 'sid' | 'named'>): OrphanRef {
  return { name, sid: named === false ? null : sid };
}
