import { ACTION_RETRY_SECONDS, MAX_LIST_DELETES } from '../../../shared/limits.ts';
import { isSameName } from '../../../shared/campaign/same-name.ts';
import { isOver } from '../../../shared/campaign/campaign-actions.ts';
import type { CampaignRow } from './campaign-row.ts';
import type { ListRow, OrphanList } from './list-record.ts';

/** One before the campaign is made, and one when it is over: what Exotel shows late is found then. */
const LOOKS = 2;

/** Whether it may still be there beside the list that counts. One that Exotel would not delete is left to a person. */
export function isBlocking(orphan: OrphanList): boolean {
  return orphan.sid === null ? orphan.looks === 0 : !isLeft(orphan);
}

export function isLeft({ sid, refusals }: OrphanList): boolean {
  return sid !== null && refusals >= MAX_LIST_DELETES;
}

export function orphanOf({ name, sid, named }: ListRow): OrphanList {
  return { name, sid, ...(!named && { named }), looks: 0, refusals: 0, at: 0 };
}

/** What Exotel shows under the sid of one that was never named: `shown` is its name, null where it shows nothing. */
export function afterOrphanNamed(list: ListRow, name: string, shown: string | null): ListRow {
  return change(list, name, (orphan) => ({
    ...orphan,
    // It is somebody else's: ours, if there is one, is found by its name.
    sid: shown === null || shown === '' || isSameName(name, shown) ? orphan.sid : null,
    named: true,
  }));
}

/** The next orphan that something can be done about, and when; null when there is none for now. */
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

/** It is no longer needed. Where it may exist and is nobody else's, it is deleted like any orphan. */
export function dropList(list: ListRow, isOurs: boolean): ListRow {
  const orphans = isOurs && list.sid !== null ? [...list.orphans, orphanOf(list)] : list.orphans;
  return { ...list, state: 'dropped', orphans };
}

/** A list that is to be gone from Exotel; without a sid it may never have been there. */
export interface OrphanRef {
  readonly name: string;
  readonly sid: string | null;
}

export interface ErasedList extends OrphanRef {
  readonly tries: number;
}

/** Every list of an import that Exotel may still have: those in use, those that were given up, and what was left over. */
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

/** Of one that was never named its sid may be somebody else's. */
function toOrphanRef({ name, sid, named }: Pick<OrphanList, 'name' | 'sid' | 'named'>): OrphanRef {
  return { name, sid: named === false ? null : sid };
}
