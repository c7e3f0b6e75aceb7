import { z } from 'zod';
import { wireCount, wireText } from '../exotel/wire-schemas.ts';
import type { ExotelCall } from '../../shared/protocol/exotel-campaign.ts';
import type { Channel } from '../../shared/template/template-schema.ts';
import type { AnswerItem } from '../exotel/answer.ts';

const words = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((value) => (value === undefined || value === '' ? null : value))
  .catch(null);
const callSchema = z.object({
  call_sid: wireText,
  sid: wireText,
  number: wireText,
  name: words,
  status: wireText,
  detailed_status: words,
  start_time: words,
  schedule_time: words,
  date_created: words,
  end_time: words,
  duration: wireCount,
  digit: words,
  recording_url: words,
  caller_id: words,
  sender_id: words,
  message: words,
});

/**
 * One call or message in full; null if the item names none. Exotel writes "NA" as the name of somebody not in its
 * contacts.
 */
export function readExotelCall({ data }: AnswerItem, channel: Channel): ExotelCall | null {
  const parsed = callSchema.safeParse(data);
  if (!parsed.success) return null;
  const call = parsed.data;
  const sid = call.call_sid || call.sid;
  if (sid === '' && call.number === '') return null;
  return {
    sid,
    number: call.number,
    name: call.name === 'NA' ? null : call.name,
    status: call.status,
    detail: call.detailed_status,
    at: (channel === 'sms' ? call.schedule_time : call.start_time) ?? call.date_created,
    endedAt: call.end_time,
    durationSeconds: call.duration,
    digits: call.digit,
    recordingUrl: call.recording_url,
    sender: call.caller_id ?? call.sender_id,
    text: call.message,
  };
}
