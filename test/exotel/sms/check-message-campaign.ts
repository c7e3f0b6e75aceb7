import { z } from 'zod';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { checkLists, numbersOf } from '../campaigns/check-audience.ts';
import { invalid, mandatory } from '../campaigns/check-flow.ts';
import { readRfc3339, toIstWords } from '../campaigns/ist-time.ts';
import type { ContactBook } from '../lists/contact-book.ts';
import type { Refusal } from '../http/refusal.ts';
import type { MessageSpec } from './message-campaign.ts';

const MIN_NAME_CHARS = 4;
const MAX_TEMPLATE_CHARS = 2_000;
const MINUTE_MS = 60_000;
const LEAD_MS = 10 * MINUTE_MS;
const LEAST_SPAN_MS = 120 * MINUTE_MS;
const LAST_MS = 30 * 86_400_000;

const text = z.string().nullish();
/** The types of a message campaign as it may be sent, without a wrapper. DLT ids are texts, too long for numbers. */
export const wireMessageCampaign = z.object({
  action: text,
  name: text,
  content_type: text,
  lists: z.array(z.string()).nullish(),
  channel: text,
  schedule: z.object({ start_time: text, end_time: text }).nullish(),
  dlt_entity_id: text,
  dlt_template_id: text,
  sender_id: text,
  sms_type: text,
  template: text,
  status_callback: text,
  sms_status_callback: text,
});
export type WireMessageCampaign = z.infer<typeof wireMessageCampaign>;

export type CheckMessageAgainst = {
  readonly sid: string;
  readonly book: ContactBook;
  readonly listNotReady: 'refuse' | 'accept_empty';
  readonly now: number;
  readonly realNow: number;
  readonly aheadMs: number;
  readonly pastSendAt: 'refuse' | 'start_now';
  /** For a change that keeps the lists: the snapshot from when the campaign was created. */
  readonly snapshot: Pick<MessageSpec, 'audience' | 'numbers'> | null;
};

/** Every rule of a create; the first broken one decides the answer. */
export function checkMessageCampaign(
  wire: WireMessageCampaign,
  account: CheckMessageAgainst,
): Result<MessageSpec, Refusal> {
  const name = wire.name ?? `${account.sid}_${toIstWords(account.now - account.aheadMs)}`;
  if (name.length < MIN_NAME_CHARS) return invalid('name should be greater than 3 characters');
  const audience = checkAudience(wire, account);
  if (!audience.ok) return audience;
  if (wire.channel == null) return mandatory('channel');
  if (wire.channel.toUpperCase() !== 'SMS') return invalid(`channel ${wire.channel} is not allowed`);
  const dlt = checkDlt(wire);
  if (!dlt.ok) return dlt;
  const schedule = checkSchedule(wire, account);
  if (!schedule.ok) return schedule;
  const { status_callback: statusCallback = null, sms_status_callback: smsStatusCallback = null } = wire;
  if (!isUrl(statusCallback)) return invalid('status_callback is not a valid URL');
  if (!isUrl(smsStatusCallback)) return invalid('sms_status_callback is not a valid URL');
  return ok({ name, ...audience.value, ...schedule.value, ...dlt.value, statusCallback, smsStatusCallback });
}

function checkAudience(
  { content_type: type, lists }: WireMessageCampaign,
  account: CheckMessageAgainst,
): Result<Pick<MessageSpec, 'audience' | 'numbers'>, Refusal> {
  if (type == null) return mandatory('content_type');
  if (type !== 'static' && type !== 'dynamic') return invalid(`content_type ${type} is not allowed`);
  if (lists == null) return mandatory('lists');
  if (account.snapshot !== null) return ok(account.snapshot);
  const audience = checkLists(lists, type, 'campaign', account);
  if (!audience.ok) return audience;
  return ok({ audience: audience.value, numbers: numbersOf(audience.value, false, account.book) });
}

type Dlt = Pick<MessageSpec, 'dltEntityId' | 'dltTemplateId' | 'senderId' | 'smsType' | 'template'>;

function checkDlt(wire: WireMessageCampaign): Result<Dlt, Refusal> {
  const { dlt_entity_id: dltEntityId, dlt_template_id: dltTemplateId, sender_id: senderId, template } = wire;
  if (dltEntityId == null) return mandatory('dlt_entity_id');
  if (!/^\d+$/.test(dltEntityId)) return invalid('dlt_entity_id must be numeric');
  if (dltTemplateId == null) return mandatory('dlt_template_id');
  if (!/^\d+$/.test(dltTemplateId)) return invalid('dlt_template_id must be numeric');
  if (wire.sms_type == null) return mandatory('sms_type');
  if (wire.sms_type !== 'Transactional' && wire.sms_type !== 'Promotional') {
    return invalid(`sms_type ${wire.sms_type} is not allowed`);
  }
  const isTransactional = wire.sms_type === 'Transactional';
  if (senderId == null) return mandatory('sender_id');
  if (!(isTransactional ? /^[A-Za-z]+$/ : /^\d+$/).test(senderId)) {
    return invalid(`sender_id must be ${isTransactional ? 'alphabetic' : 'numeric'} for sms_type ${wire.sms_type}`);
  }
  if (template == null || template === '') return mandatory('template');
  if (template.length > MAX_TEMPLATE_CHARS) return invalid(`template must be at most ${MAX_TEMPLATE_CHARS} characters`);
  const smsType = isTransactional ? 'transactional' : 'promotional';
  return ok({ dltEntityId, dltTemplateId, senderId, smsType, template });
}

/**
 * By default it starts ten minutes after the current minute and lasts thirty days, as in Exotel's sample. It must start
 * at least ten minutes ahead, by the client's clock too, and last at least two hours.
 */
function checkSchedule(
  { schedule }: WireMessageCampaign,
  { now: nowHere, realNow, aheadMs, pastSendAt }: CheckMessageAgainst,
): Result<Pick<MessageSpec, 'startAt' | 'endAt' | 'aheadMs'>, Refusal> {
  const now = nowHere - aheadMs;
  const startAt = readTime(schedule?.start_time, earliest(now));
  if (startAt === null) return invalid('schedule.start_time is not an RFC 3339 date-time');
  if (startAt < earliest(Math.min(now, realNow)) && pastSendAt === 'refuse') {
    return invalid('schedule.start_time must be at least 10 minutes ahead');
  }
  const endAt = readTime(schedule?.end_time, startAt + LAST_MS);
  if (endAt === null) return invalid('schedule.end_time is not an RFC 3339 date-time');
  if (endAt - startAt < LEAST_SPAN_MS) return invalid('schedule.end_time must be at least 2 hours after start_time');
  if (endAt <= now) return invalid('schedule.end_time must be in the future');
  return ok({ startAt: startAt + aheadMs, endAt: endAt + aheadMs, aheadMs });
}

function earliest(now: number): number {
  return Math.floor(now / MINUTE_MS) * MINUTE_MS + LEAD_MS;
}

function readTime(given: string | null | undefined, otherwise: number): number | null {
  return given == null ? otherwise : readRfc3339(given);
}

function isUrl(url: string | null): boolean {
  return url === null || /^https?:$/.test(URL.parse(url)?.protocol ?? '');
}
