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
 * A create that may exist at Exotel and was not seen there. It is written before its POST leaves, and taken off by a
 * definite answer, by finding a campaign under its name, or once its own end has passed: never because looks found nothing.
 */
export interface UnseenCreate {
  readonly sentAt: number;
  /** The end it was given: after that it calls nobody. */
  readonly endAt: number;
  /** It was looked for, and not found, for longer than Exotel is known to take. It is still looked for. */
  readonly longAbsent: boolean;
}

export function withUnseen(row: CampaignRow, now: number): CampaignRow {
  return { ...row, unseen: [...row.unseen, { sentAt: now, endAt: row.endAt, longAbsent: false }] };
}

/** The POST under way was answered. */
export function withoutLast(row: CampaignRow): CampaignRow {
  return { ...row, unseen: row.unseen.slice(0, -1) };
}

/** Campaigns shown under its name: each that is new was made by one of them; which, nobody says, so the first to end goes. */
export function noteSeen(row: CampaignRow, sids: readonly string[]): CampaignRow {
  const news = sids.filter((sid) => !row.seenSids.includes(sid));
  if (news.length === 0) return row;
  const byEnd = row.unseen.toSorted((left, right) => left.endAt - right.endAt);
  return { ...row, unseen: byEnd.slice(news.length), seenSids: [...row.seenSids, ...news] };
}

export function dropPassed(row: CampaignRow, now: number): CampaignRow {
  const unseen = row.unseen.filter((each) => now <= passesAt(each));
  return unseen.length === row.unseen.length ? row : { ...row, unseen };
}

/** When nothing of it can ring unseen any more. */
export function unseenUntil({ unseen }: CampaignRow): number {
  return Math.max(0, ...unseen.map(passesAt));
}

function passesAt({ endAt }: UnseenCreate): number {
  return endAt + END_PASSED_SECONDS * 1000;
}

/** A look found nothing once more. */
export function noteAbsent(row: CampaignRow, now: number): CampaignRow {
  const isLong = ({ sentAt }: UnseenCreate) => now - sentAt >= LOOK_FIRST_MINUTES * 60_000;
  return { ...row, unseen: row.unseen.map((each) => ({ ...each, longAbsent: each.longAbsent || isLong(each) })) };
}

/** Looked for by its own name; one that Exotel shows is read with its siblings, its duplicates among them. */
export function isLookedFor(row: CampaignRow): boolean {
  return row.state === 'in_doubt' || (row.unseen.length > 0 && !isLive(row));
}

/** Exotel may still change it. */
export function isLive(row: CampaignRow): boolean {
  return row.sid !== null && !isOver(row.state);
}

/** How long to wait between two looks: the later it would be found, the less likely it is. */
export function lookGapMs({ unseen }: CampaignRow, now: number): number {
  const age = now - Math.max(...unseen.map(({ sentAt }) => sentAt));
  if (age < LOOK_FIRST_MINUTES * 60_000) return LOOK_FIRST_SECONDS * 1000;
  return (age < LOOK_LAST_HOURS * 3_600_000 ? LOOK_LATER_SECONDS : LOOK_LAST_SECONDS) * 1000;
}

/**
 * A campaign made again starts no sooner: by then Exotel lists what the POSTs before it made, and this one too, should its
 * answer be lost as well; all but one are deleted before they ring.
 */
export function relistedBy({ unseen }: CampaignRow, now: number): number {
  return unseen.length === 0 ? 0 : now + RELISTED_WITHIN_SECONDS * 1000;
}
