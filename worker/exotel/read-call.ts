import { z } from 'zod';
import { saysBlacklisted, toCallDetail, toCallStatus, type CallStatus } from './status.ts';
import { wireCount, wireText } from './wire-schemas.ts';
import type { AnswerItem } from './answer.ts';

/** One call attempt as Exotel has it. */
export interface UpstreamCall {
  readonly sid: string;
  readonly number: string;
  readonly status: CallStatus;
  readonly at: string | null;
  readonly durationSeconds: number | null;
  readonly digits: string | null;
  readonly recordingUrl: string | null;
  readonly detail?: string;
  /** This person refuses calls or messages of this account: they are on Exotel's list, or replied so. */
  readonly isBlacklisted?: true;
}

const callSchema = z.object({
  number: wireText,
  status: wireText,
  call_sid: wireText,
  date_created: z.string().nullish().catch(null),
  start_time: z.string().nullish().catch(null),
  duration: wireCount,
  digit: z.coerce.string().nullish().catch(null),
  recording_url: z.string().nullish().catch(null),
});

export function readCall(item: AnswerItem): UpstreamCall | null {
  const parsed = callSchema.safeParse(item.data);
  if (!parsed.success || parsed.data.number === '') return null;
  const call = parsed.data;
  return {
    sid: call.call_sid,
    number: call.number,
    status: toCallStatus(call.status),
    at: call.start_time ?? call.date_created ?? null,
    durationSeconds: call.duration,
    digits: item.data['digit'] === null ? null : (call.digit ?? null),
    recordingUrl: call.recording_url || null,
    ...detailOf(call.status),
    ...refusedBy(call.status),
  };
}

const messageSchema = z.object({
  number: wireText,
  status: wireText,
  detailed_status: wireText,
  sid: wireText,
  schedule_time: z.string().nullish().catch(null),
  date_created: z.string().nullish().catch(null),
});

/** One message in the shape of a call; it has no length, keys or recording. */
export function readMessage(item: AnswerItem): UpstreamCall | null {
  const parsed = messageSchema.safeParse(item.data);
  if (!parsed.success || parsed.data.number === '') return null;
  const message = parsed.data;
  return {
    sid: message.sid,
    number: message.number,
    status: toMessageStatus(message.status, message.detailed_status),
    at: message.schedule_time ?? message.date_created ?? null,
    durationSeconds: null,
    digits: null,
    recordingUrl: null,
    ...detailOf(message.status, message.detailed_status),
    ...refusedBy(message.status, message.detailed_status),
  };
}

/** Empty if the status already says everything. */
export function detailOf(...words: readonly string[]): { readonly detail?: string } {
  const detail = toCallDetail(...words);
  return detail === null ? {} : { detail };
}

/** `failed` alone may say less than the detail. */
export function toMessageStatus(word: string, detail: string): CallStatus {
  const status = toCallStatus(word);
  if (status !== 'failed' && status !== 'unknown') return status;
  const told = toCallStatus(detail);
  return told === 'unknown' ? status : told;
}

function refusedBy(...words: readonly string[]): { readonly isBlacklisted?: true } {
  return words.some(saysBlacklisted) ? { isBlacklisted: true } : {};
}
