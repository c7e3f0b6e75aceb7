import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { invalid } from './check-flow.ts';
import { readRfc3339 } from './ist-time.ts';
import type { OwnClock } from './ist-time.ts';
import type { Refusal } from '../http/refusal.ts';
import type { WireCampaign } from '../http/wire-campaign.ts';

const START_AFTER_MS = 60_000;
const LAST_MS = 30 * 86_400_000;
/** Times have whole seconds, so a client's "now" may look a second old. */
const GRACE_MS = 1_000;

type Schedule = { readonly sendAt: number; readonly endAt: number } & OwnClock;
type Clocks = OwnClock & {
  readonly now: number;
  readonly realNow: number;
  readonly pastSendAt: 'refuse' | 'start_now';
};

/**
 * By default from one minute from now, for thirty days. A `send_at` is past only if it is past by the client's clock
 * too, because a stand-in that runs fast is ahead of its clients.
 */
export function checkSchedule(schedule: WireCampaign['schedule'], clocks: Clocks): Result<Schedule, Refusal> {
  const { aheadMs, pastSendAt, realNow } = clocks;
  const now = clocks.now - aheadMs;
  const sendAt = readTime(schedule?.send_at, Math.floor((now + START_AFTER_MS) / 1_000) * 1_000);
  if (sendAt === null) return invalid('schedule.send_at is not an RFC 3339 date-time');
  const isPast = sendAt < Math.min(now, realNow) - GRACE_MS;
  if (isPast && pastSendAt === 'refuse') return invalid('schedule.send_at must be in the future');
  const endAt = readTime(schedule?.end_at, sendAt + LAST_MS);
  if (endAt === null) return invalid('schedule.end_at is not an RFC 3339 date-time');
  if (endAt <= sendAt) return invalid('schedule.end_at must be after schedule.send_at');
  if (endAt <= now) return invalid('schedule.end_at must be in the future');
  return ok({ sendAt: sendAt + aheadMs, endAt: endAt + aheadMs, aheadMs });
}

function readTime(text: string | null | undefined, otherwise: number): number | null {
  return text == null ? otherwise : readRfc3339(text);
}
