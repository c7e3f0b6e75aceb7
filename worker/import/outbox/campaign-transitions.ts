import { ABSENT_LOOKUPS_REQUIRED, MAX_LAUNCH_ATTEMPTS } from '../../../shared/limits.ts';
import { isSameName } from '../../../shared/campaign/same-name.ts';
import { describeFailure } from '../../exotel/failure.ts';
import { adopt, afterRead } from './seen-campaigns.ts';
import { lookGapMs, noteAbsent, withoutLast, withUnseen } from './unseen-creates.ts';
import type { Result } from '../../../shared/result.ts';
import type { ExotelFailure } from '../../exotel/failure.ts';
import type { UpstreamCampaign } from '../../exotel/read-campaign.ts';
import type { CampaignRow } from './campaign-row.ts';

/**
 * The outbox's transitions: pending -> sending -> launched, refused or in doubt. Pure: the row before and what happened
 * give the row after. Exotel has no idempotency key, so a POST is repeated only after a definite refusal or proven
 * absence.
 */
export interface OutboxRules {
  readonly timeoutMs: number;
}

/** Written to disk before the POST leaves. */
export function beginSend(row: CampaignRow, now: number): CampaignRow {
  const sending = { ...row, state: 'sending' as const, sentAt: now, attempts: row.attempts + 1 };
  const again = row.unseen.length === 0 ? {} : { proof: 'open' as const };
  return withUnseen({ ...sending, ...again, lookups: 0, lookupAt: null }, now);
}

/** For a row that says `sending` though this object sends nothing: the process died in between. */
export function recoverSend(row: CampaignRow, rules: OutboxRules): CampaignRow {
  return row.state === 'sending' ? inDoubt(row, rules) : row;
}

/** Waits until the POST cannot be under way anywhere: one and a half times its timeout. */
function inDoubt(row: CampaignRow, rules: OutboxRules): CampaignRow {
  return { ...row, state: 'in_doubt', lookups: 0, lookupAt: (row.sentAt ?? 0) + rules.timeoutMs * 1.5 };
}

export function afterSend(
  row: CampaignRow,
  answer: Result<UpstreamCampaign | null, ExotelFailure>,
  rules: OutboxRules,
  numbers: Float64Array,
): CampaignRow {
  // An answer that names another campaign belongs to somebody else's request.
  if (answer.ok) {
    const isOurs = answer.value !== null && isSameName(row.name, answer.value.name);
    return isOurs ? made(row, answer.value) : inDoubt(row, rules);
  }
  const failure = answer.error;
  if (failure.code === 'in_doubt') return inDoubt(row, rules);
  return afterRefusal(withoutLast(row), failure, numbers);
}

/** The answer names what this POST made; what earlier POSTs made may still turn up. */
function made(row: CampaignRow, campaign: UpstreamCampaign): CampaignRow {
  const { unseen } = withoutLast(row);
  return { ...adopt(row, [campaign], row.sentAt ?? 0), unseen, answeredSid: campaign.sid };
}

function afterRefusal(
  row: CampaignRow,
  failure: Exclude<ExotelFailure, { code: 'in_doubt' }>,
  numbers: Float64Array,
): CampaignRow {
  const back = { ...row, state: 'pending' as const, attempts: row.attempts - 1 };
  if (failure.code === 'throttled') return back;
  const named = failure.code === 'refused' ? namedNumbers(failure.description, numbers, row.excluded) : [];
  if (named.length > 0) {
    const excluded = [...row.excluded, ...named];
    const nobodyLeft = excluded.length + row.suppressed.length >= row.contacts;
    return { ...back, excluded, state: nobodyLeft ? 'cancelled' : 'pending' };
  }
  return refuse(row, failure.code, describeFailure(failure));
}

function refuse(row: CampaignRow, code: string, message: string): CampaignRow {
  return { ...row, state: 'refused', refusal: { code, message } };
}

/**
 * `found` holds only exact matches of the full name, because Exotel's search is not exact. Three look-ups that find
 * nothing allow another POST, but do not prove absence for good: what may exist is looked for until its own end has
 * passed.
 */
export function afterLookup(
  row: CampaignRow,
  found: readonly UpstreamCampaign[],
  rules: OutboxRules,
  now: number,
): CampaignRow {
  if (found.length > 0) {
    const seen = row.sid === null ? adopt(row, found, now) : afterRead(row, found, now);
    // It counts as a look, so that every third one goes another way: the search may show the same one each time.
    return { ...seen, lookups: row.lookups + 1, lookupAt: nextLookAt(seen, now) };
  }
  const absent = noteAbsent({ ...row, lookups: row.lookups + 1 }, now);
  if (row.state !== 'in_doubt') return { ...absent, lookupAt: nextLookAt(absent, now) };
  if (absent.lookups < ABSENT_LOOKUPS_REQUIRED) return { ...absent, lookupAt: now + rules.timeoutMs };
  const settled = { ...absent, lookupAt: nextLookAt(absent, now) };
  if (row.attempts >= MAX_LAUNCH_ATTEMPTS) {
    return refuse(settled, 'launch_unproven', 'Exotel gave no usable answer and does not list this campaign.');
  }
  return { ...settled, state: 'pending' };
}

function nextLookAt(row: CampaignRow, now: number): number | null {
  return row.unseen.length === 0 ? null : now + lookGapMs(row, now);
}

/** A look-up that failed proves nothing. It begins again with the first page. */
export function lookupFailed(row: CampaignRow, rules: OutboxRules, now: number): CampaignRow {
  const again = (row.lookOffset ?? 0) > 0 ? { lookOffset: 0 } : {};
  return { ...row, ...again, lookupAt: now + rules.timeoutMs };
}

const TAIL_DIGITS = 10;

/**
 * The contacts that Exotel names in a refusal ("+9198… is not a valid number"), as E.164 digits. They are matched by
 * their last ten digits, because Exotel may write a number in national form; numbers that are not in the campaign are
 * ignored.
 */
export function namedNumbers(description: string, numbers: Float64Array, known: readonly number[]): number[] {
  const runs = description.slice(0, 2_000).match(/\+?\d(?:[\s-]?\d){7,14}/g) ?? [];
  const tails = new Set(runs.map((run) => run.replace(/\D/g, '').slice(-TAIL_DIGITS)));
  if (tails.size === 0) return [];
  const already = new Set(known);
  return Array.from(numbers).filter((number) => tails.has(String(number).slice(-TAIL_DIGITS)) && !already.has(number));
}
