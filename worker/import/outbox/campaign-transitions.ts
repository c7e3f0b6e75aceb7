import { readCampaignToken } from '../../../shared/campaign/name-token.ts';
import { ABSENT_LOOKUPS_REQUIRED, MAX_LAUNCH_ATTEMPTS } from '../../../shared/limits.ts';
import { describeFailure } from '../../exotel/failure.ts';
import { isOver } from '../../../shared/campaign/campaign-actions.ts';
import type { CampaignState } from '../../../shared/protocol/campaign-view.ts';
import type { Result } from '../../../shared/result.ts';
import type { ExotelFailure } from '../../exotel/failure.ts';
import type { UpstreamCampaign } from '../../exotel/read-campaign.ts';
import type { CampaignRow } from './campaign-row.ts';

/**
 * The outbox's transitions: pending -> sending -> launched, refused or in doubt. Pure: the row before, what happened,
 * the row after. Exotel has no idempotency key, so a POST is repeated only after a definite refusal or proven absence.
 */
export interface OutboxRules {
  readonly timeoutMs: number;
}

/** Written, and durable, before the POST leaves. */
export function beginSend(row: CampaignRow, now: number): CampaignRow {
  return { ...row, state: 'sending', sentAt: now, attempts: row.attempts + 1, lookups: 0, lookupAt: null };
}

/** A row found `sending` by an object that is not sending it: the process died in between. */
export function recoverSend(row: CampaignRow, rules: OutboxRules): CampaignRow {
  return row.state === 'sending' ? inDoubt(row, rules) : row;
}

/** Wait until the POST can no longer be under way anywhere: its timeout, and half as much again. */
function inDoubt(row: CampaignRow, rules: OutboxRules): CampaignRow {
  return { ...row, state: 'in_doubt', lookups: 0, lookupAt: (row.sentAt ?? 0) + rules.timeoutMs * 1.5 };
}

export function afterSend(
  row: CampaignRow,
  answer: Result<UpstreamCampaign | null, ExotelFailure>,
  rules: OutboxRules,
  numbers: Float64Array,
): CampaignRow {
  if (answer.ok) return answer.value === null ? inDoubt(row, rules) : adopt(row, [answer.value]);
  const failure = answer.error;
  if (failure.code === 'in_doubt') return inDoubt(row, rules);
  const back = { ...row, state: 'pending' as const, attempts: row.attempts - 1 };
  if (failure.code === 'throttled') return back;
  const named = failure.code === 'refused' ? namedNumbers(failure.description, numbers, row.excluded) : [];
  if (named.length > 0) {
    const excluded = [...row.excluded, ...named];
    const nobodyLeft = excluded.length >= row.contacts;
    return { ...back, excluded, state: nobodyLeft ? 'cancelled' : 'pending' };
  }
  return refuse(row, failure.code, describeFailure(failure));
}

function refuse(row: CampaignRow, code: string, message: string): CampaignRow {
  return { ...row, state: 'refused', refusal: { code, message } };
}

/** `found` holds exact matches of the full name only, oldest first: Exotel's search is fuzzy, ours is not. */
export function afterLookup(
  row: CampaignRow,
  found: readonly UpstreamCampaign[],
  rules: OutboxRules,
  now: number,
): CampaignRow {
  if (found.length > 0) return adopt(row, found);
  const lookups = row.lookups + 1;
  if (lookups < ABSENT_LOOKUPS_REQUIRED) return { ...row, lookups, lookupAt: now + rules.timeoutMs };
  if (row.attempts >= MAX_LAUNCH_ATTEMPTS) {
    return refuse(row, 'launch_unproven', 'Exotel gave no usable answer and does not list this campaign.');
  }
  return { ...row, state: 'pending', lookups, lookupAt: null };
}

/** A look-up that failed proves nothing. */
export function lookupFailed(row: CampaignRow, rules: OutboxRules, now: number): CampaignRow {
  return { ...row, lookupAt: now + rules.timeoutMs };
}

function adopt(row: CampaignRow, found: readonly UpstreamCampaign[]): CampaignRow {
  const [first, ...rest] = found.toSorted((left, right) => progress(right.state) - progress(left.state));
  if (first === undefined) return row;
  const duplicates = rest.filter((campaign) => !isOver(campaign.state)).map(({ sid, state }) => ({ sid, state }));
  const state = first.state === 'unknown' ? 'created' : first.state;
  return { ...row, sid: first.sid, state, lookupAt: null, refusal: null, duplicates };
}

/** Of several under one name, the one that has rung people is ours; the others must not ring them again. */
function progress(state: CampaignState): number {
  return state === 'deleted' ? 0 : isOver(state) ? 4 : state === 'in_progress' ? 3 : state === 'paused' ? 2 : 1;
}

/** One page of the account's list laid over a row: its new state, and duplicates that must not dial. */
export function afterRead(before: CampaignRow, campaigns: readonly UpstreamCampaign[], now: number): CampaignRow {
  if (before.sid === null) return before;
  const row = preferCalling(before, campaigns);
  const own = campaigns.find((campaign) => campaign.sid === row.sid);
  const duplicates = mergeDuplicates(row, campaigns);
  if (own === undefined || own.state === 'unknown') return { ...row, duplicates };
  const over = isOver(own.state) && row.overAt === null ? { overAt: now, pageAt: now, pageOffset: 0 } : {};
  const reached =
    (row.want === 'paused' && (own.state === 'paused' || isOver(own.state))) ||
    (row.want === 'running' && own.state !== 'paused');
  return { ...row, ...over, state: own.state, want: reached ? null : row.want, duplicates };
}

/**
 * Under a name of our making, which no other campaign has, a second one is a launch of ours that was thought lost. One
 * that a person had us adopt bears a stranger's name: others of that name are not ours to touch.
 */
function sharesName(row: CampaignRow, { sid, name }: UpstreamCampaign): boolean {
  return name === row.name && sid !== row.sid && readCampaignToken(row.name)?.seq === row.seq;
}

/** Of two under one name the one that rings is ours, though we took the other for it: that one has called nobody yet. */
function preferCalling(row: CampaignRow, campaigns: readonly UpstreamCampaign[]): CampaignRow {
  const own = campaigns.find(({ sid }) => sid === row.sid);
  const calling = campaigns.find((campaign) => sharesName(row, campaign) && progress(campaign.state) > 1);
  return own?.state === 'created' && calling !== undefined ? { ...row, sid: calling.sid } : row;
}

/** It was posted more than once and has not begun: another one under its name may still come to light, and be deleted. */
export function mayHaveDuplicate(row: CampaignRow): boolean {
  return row.attempts > 1 && row.state === 'created';
}

/** A page shows some of the campaigns under a name, not all: what it does not show stays as it was. */
function mergeDuplicates(row: CampaignRow, campaigns: readonly UpstreamCampaign[]): CampaignRow['duplicates'] {
  const shown = campaigns.filter((campaign) => sharesName(row, campaign));
  const others = row.duplicates.filter(
    (duplicate) => duplicate.sid !== row.sid && !shown.some(({ sid }) => sid === duplicate.sid),
  );
  return [...others, ...shown.map(({ sid, state }) => ({ sid, state }))].filter(
    (duplicate) => !isOver(duplicate.state),
  );
}

const TAIL_DIGITS = 10;

/**
 * The contacts of a campaign that Exotel names in a refusal ("+9198… is not a valid number"), as E.164 digits.
 * Matched by their last ten digits, since it may repeat a number in national form; a number not ours is not a match.
 */
export function namedNumbers(description: string, numbers: Float64Array, known: readonly number[]): number[] {
  const runs = description.slice(0, 2_000).match(/\+?\d(?:[\s-]?\d){7,14}/g) ?? [];
  const tails = new Set(runs.map((run) => run.replace(/\D/g, '').slice(-TAIL_DIGITS)));
  if (tails.size === 0) return [];
  const already = new Set(known);
  return Array.from(numbers).filter((number) => tails.has(String(number).slice(-TAIL_DIGITS)) && !already.has(number));
}
