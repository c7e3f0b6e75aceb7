import { STALLED_MINUTES } from '../../../../shared/limits.ts';
import type { CampaignView } from '../../../../shared/protocol/campaign-view.ts';
import type { Pace } from '../../../../shared/protocol/contact.ts';
import type { Import } from '../../../../shared/protocol/import.ts';
import { paceNow, recentPace } from './recent-pace.ts';
import { calledOf, settledOf, totalOf } from '../../../state/outcome-totals.ts';

/** The remaining time, as exactly as can honestly be said. Times are epoch ms; null means not known. */
export type TimeLeft =
  /** Nobody has been called yet. */
  | { readonly kind: 'begins'; readonly at: number; readonly endsAt: number | null }
  | { readonly kind: 'running'; readonly leftMs: number; readonly endsAt: number }
  /** Nobody is waiting any more, except for the end of a call or a retry. */
  | { readonly kind: 'last'; readonly people: number; readonly endsAt: number | null }
  /** There are too few calls to judge by, so the planned end is shown. */
  | { readonly kind: 'planned'; readonly endsAt: number }
  /** Between two campaigns, such as at night. */
  | { readonly kind: 'waiting'; readonly at: number; readonly endsAt: number | null }
  | { readonly kind: 'paused'; readonly leftMs: number | null }
  /** People are waiting although their time has come. */
  | { readonly kind: 'stalled'; readonly since: number; readonly waiting: number };

type Watched = Pick<Import, 'state' | 'contacts' | 'campaigns' | 'plan' | 'rows'>;

const MINUTE_MS = 60_000;

/** Computed from what is left, the recent pace, retries, and the campaigns' times; null if nothing more will happen. */
export function timeLeft(view: Watched, pace: Pace | null, clock: number, retryTailMs: number): TimeLeft | null {
  const now = pace === null ? clock : paceNow(pace);
  const left = view.campaigns.filter((campaign) => totalOf(campaign.outcomes) > settledOf(campaign.outcomes));
  if (left.length === 0) return null;
  const plannedEnd = timeOf(view.plan?.endsAt ?? null);
  const { perMinute, lastAt, calls } = recentPace(pace?.items ?? [], now, view.state === 'paused');
  const attempts = attemptsOf(view, calls);
  if (view.state === 'paused') {
    const end = perMinute === null ? null : endOf(left, now, perMinute, attempts, retryTailMs);
    return { kind: 'paused', leftMs: end === null ? null : Math.max(0, end - now) };
  }
  if (view.state !== 'running' && view.state !== 'launching') return null;
  if (pace !== null && left.every(({ outcomes }) => outcomes.queued === 0)) return lastOf(left, now, retryTailMs);
  const endsAt = perMinute === null ? plannedEnd : endOf(left, now, perMinute, attempts, retryTailMs);
  const due = left.filter((campaign) => startOf(campaign, now) <= now);
  if (due.length === 0) {
    const at = Math.min(...left.map((campaign) => startOf(campaign, now)));
    return {
      kind: lastAt === null && calledOf(view.contacts) === 0 ? 'begins' : 'waiting',
      at,
      endsAt: endsAt ?? plannedEnd,
    };
  }
  const waiting = due.reduce((sum, { outcomes }) => sum + outcomes.queued, 0);
  const since = Math.max(lastAt ?? 0, ...due.map((campaign) => startOf(campaign, now)));
  const isCalling = due.some(
    ({ state, endAt }) => (state === 'in_progress' || state === 'created') && (timeOf(endAt) ?? Infinity) > now,
  );
  if (pace !== null && isCalling && waiting > 0 && now - since > STALLED_MINUTES * MINUTE_MS) {
    return { kind: 'stalled', since, waiting };
  }
  if (endsAt === null || endsAt < Math.max(now, clock)) return null;
  if (perMinute === null) return { kind: 'planned', endsAt };
  return { kind: 'running', leftMs: endsAt - now, endsAt };
}

/** Nobody knows how long a call lasts, so only the time of retries is given. */
function lastOf(left: readonly CampaignView[], now: number, retryTailMs: number): TimeLeft {
  const people = left.reduce((sum, { outcomes }) => sum + totalOf(outcomes) - settledOf(outcomes), 0);
  const latest = Math.max(...left.map(({ endAt }) => timeOf(endAt) ?? Number.POSITIVE_INFINITY));
  return { kind: 'last', people, endsAt: retryTailMs === 0 ? null : Math.min(now + retryTailMs, latest) };
}

/** One campaign after another, as planned, at the recent pace, each at most until its end. */
function endOf(
  left: readonly CampaignView[],
  now: number,
  perMinute: number,
  attempts: number,
  retryTailMs: number,
): number {
  let at = now;
  let latest = Number.POSITIVE_INFINITY;
  for (const campaign of left.toSorted((one, other) => startOf(one, now) - startOf(other, now))) {
    latest = timeOf(campaign.endAt) ?? Number.POSITIVE_INFINITY;
    const done = Math.max(at, startOf(campaign, now)) + (callsLeft(campaign, attempts) / perMinute) * MINUTE_MS;
    at = Math.max(at, Math.min(done, latest));
  }
  const isRetried = left.some(({ outcomes }) => outcomes.queued + outcomes.dialling + outcomes.retrying > 0);
  return isRetried ? Math.max(at, Math.min(at + retryTailMs, latest)) : at;
}

/** Average calls per person so far, at most what the retries allow. */
function attemptsOf({ contacts, plan, rows }: Watched, calls: number): number {
  const reached = totalOf(contacts) - contacts.queued;
  if (reached === 0 || plan === null || rows.accepted === 0) return 1;
  return Math.min(Math.max(1, calls / reached), plan.worstCaseAttempts / rows.accepted);
}

function callsLeft({ outcomes }: CampaignView, attempts: number): number {
  return outcomes.queued * attempts + outcomes.retrying;
}

/** A campaign that has called somebody has begun, whatever the clocks say. */
function startOf({ sendAt, outcomes }: CampaignView, now: number): number {
  const planned = timeOf(sendAt) ?? now;
  return calledOf(outcomes) > 0 ? Math.min(planned, now) : planned;
}

function timeOf(instant: string | null): number | null {
  const at = instant === null ? Number.NaN : Date.parse(instant);
  return Number.isNaN(at) ? null : at;
}
