import { ACTION_RETRY_SECONDS, MAX_LIST_DELETES } from '../../../shared/limits.ts';
import { isOver } from '../../exotel/status.ts';
import type { CampaignRow } from './campaign-row.ts';
import type { ListRow, Stray } from './list-record.ts';

/** One before the campaign is made, and one when it is over: what Exotel shows late is found then. */
const LOOKS = 2;

/** Whether it may still be there beside the list that counts. One that Exotel would not delete is left to a person. */
export function isBlocking(stray: Stray): boolean {
  return stray.sid === null ? stray.looks === 0 : !isLeft(stray);
}

export function isLeft({ sid, refusals }: Stray): boolean {
  return sid !== null && refusals >= MAX_LIST_DELETES;
}

/** The next stray that something can be done about, and when; null when there is none for now. */
export function nextStray(row: CampaignRow, list: ListRow): Stray | null {
  const isDropped = list.state === 'dropped';
  return (
    list.strays.find((stray) => {
      if (stray.sid !== null) return !isLeft(stray);
      if (stray.looks === 0) return isDropped || list.state === 'completed';
      return isDropped || isOver(row.state);
    }) ?? null
  );
}

export function afterStrayLook(list: ListRow, name: string, found: string | null): ListRow {
  return change(list, name, (stray) => {
    if (found !== null) return { ...stray, sid: found };
    const looks = stray.looks + 1;
    return looks >= LOOKS || list.state === 'dropped' ? null : { ...stray, looks };
  });
}

export function afterStrayDelete(list: ListRow, name: string, how: 'gone' | 'refused' | 'lost', now: number): ListRow {
  return change(list, name, (stray) => {
    if (how === 'gone') return null;
    const refusals = stray.refusals + (how === 'refused' ? 1 : 0);
    return { ...stray, refusals, at: now + ACTION_RETRY_SECONDS * 1000 };
  });
}

export function strayWaits(list: ListRow, name: string, now: number): ListRow {
  return change(list, name, (stray) => ({ ...stray, at: now + ACTION_RETRY_SECONDS * 1000 }));
}

function change(list: ListRow, name: string, by: (stray: Stray) => Stray | null): ListRow {
  const strays = list.strays.map((each) => (each.name === name ? by(each) : each)).filter((each) => each !== null);
  return { ...list, strays };
}

/** It is no longer needed. Where it may exist and is nobody else's, it is deleted like any stray. */
export function dropList(list: ListRow, isOurs: boolean): ListRow {
  const stray = { name: list.name, sid: list.sid, looks: 0, refusals: 0, at: 0 };
  const strays = isOurs && list.sid !== null ? [...list.strays, stray] : list.strays;
  return { ...list, state: 'dropped', strays };
}
