import {
  END_PASSED_SECONDS,
  LOOK_FIRST_MINUTES,
  LOOK_FIRST_SECONDS,
  LOOK_LAST_HOURS,
  LOOK_LAST_SECONDS,
  LOOK_LATER_SECONDS,
  RELISTED_WITHIN_SECONDS,
} from '../../../shared/safety-limits.ts';
import { isOver } from '../../../shared/campaign/campaign-actions.ts';
import type { CampaignRow } from './campaign-row.ts';

/**
 * A create that may exist at Exotel but was not seen there. It is written before its POST leaves. It is removed by a
 * definite answer, by finding a campaign under its name, or once its own end has passed; never because looks found
 * nothing.
 */
export interface UnseenCreate {
  readonly sentAt: number;
  /** The end time it was given; after that it calls nobody. */
  readonly endAt: number;
  /** It was looked for without success for longer than Exotel is known to take. It is still looked for. */
  readonly longAbsent: boolean;
}

export function withUnseen(row: CampaignRow, now: number): CampaignRow {
  return { ...row, unseen: [...row.unseen, { sentAt: now, endAt: row.endAt, longAbsent: false }] };
}

/** The POST under way was answered, so its entry goes. */
export function withoutLast(row: CampaignRow): CampaignRow {
  return { ...row, unseen: row.unseen.slice(0, -1) };
}

/**
 * Each campaign newly seen under its name was made by one of these creates. Nobody says by which, so the one that ends
 * first is removed.
 */
export function noteSeen(row: CampaignRow, sids: readonly string[]): CampaignRow {
  const news = [...new Set(sids)].filter((sid) => !row.seenSids.includes(sid));
  if (news.length === 0) return row;
  const byEnd = row.unseen.toSorted((left, right) => left.endAt - right.endAt);
  return { ...row, unseen: byEnd.slice(news.length), seenSids: [...row.seenSids, ...news] };
}

export function dropPassed(row: CampaignRow, now: number): CampaignRow {
  const unseen = row.unseen.filter((each) => now <= passesAt(each));
  if (unseen.length === row.unseen.length) return row;
  // Nobody saw it in all that time, and it may have called everybody: if it is made again, that is looked for first.
  return row.state === 'refused' ? { ...row, unseen, proof: 'open' } : { ...row, unseen };
}

/** From when on none of them can ring unseen. */
export function unseenUntil({ unseen }: CampaignRow): number {
  return Math.max(0, ...unseen.map(passesAt));
}

function passesAt({ endAt }: UnseenCreate): number {
  return endAt + END_PASSED_SECONDS * 1000;
}

/** A look found nothing again. */
export function noteAbsent(row: CampaignRow, now: number): CampaignRow {
  const isLong = ({ sentAt }: UnseenCreate) => now - sentAt >= LOOK_FIRST_MINUTES * 60_000;
  if (!row.unseen.some((each) => !each.longAbsent && isLong(each))) return row;
  return { ...row, unseen: row.unseen.map((each) => ({ ...each, longAbsent: each.longAbsent || isLong(each) })) };
}

/**
 * Whether it is looked for by its own name. A campaign that Exotel shows is read with its siblings, duplicates
 * included.
 */
export function isLookedFor(row: CampaignRow): boolean {
  return row.state === 'in_doubt' || (row.unseen.length > 0 && !isLive(row));
}

/** Whether Exotel may still change its state. */
export function isLive(row: CampaignRow): boolean {
  return row.sid !== null && !isOver(row.state);
}

/** How long to wait between two looks: the longer it was not found, the less likely it still appears. */
export function lookGapMs({ unseen }: CampaignRow, now: number): number {
  const age = now - Math.max(...unseen.map(({ sentAt }) => sentAt));
  if (age < LOOK_FIRST_MINUTES * 60_000) return LOOK_FIRST_SECONDS * 1000;
  return (age < LOOK_LAST_HOURS * 3_600_000 ? LOOK_LATER_SECONDS : LOOK_LAST_SECONDS) * 1000;
}

/**
 * A campaign that is made again must not start before this: until then Exotel lists what the earlier POSTs made, and
 * this one too if its answer is lost; all but one are deleted before they ring.
 */
export function relistedBy({ unseen }: CampaignRow, now: number): number {
  return unseen.length === 0 ? 0 : now + RELISTED_WITHIN_SECONDS * 1000;
}
