import type { CallRow } from '../dialler/call-log.ts';
import type { Campaign } from './campaign.ts';
import { callSid } from '../http/ids.ts';
import { toToldIst } from './ist-time.ts';
import type { CallResult } from '../dialler/outcome-script.ts';

/** The call status that Exotel would show; if a call is listed for a blocked number, it is shown as failed. */
export function toCallStatus(result: CallResult): 'completed' | 'busy' | 'no-answer' | 'failed' {
  return result === 'dnd' || result === 'invalid' ? 'failed' : result;
}

/**
 * One call as call details show it. As in Exotel's samples, a call that nobody answered has equal start and end times
 * but still a duration.
 */
export function renderCall(campaign: Campaign, row: CallRow, seed: number): Readonly<Record<string, unknown>> {
  const told = (ms: number) => toToldIst(ms, campaign.spec);
  return {
    number: campaign.spec.numbers[row.numberIndex],
    name: 'NA',
    duration: Math.round((row.endedAt - row.startedAt) / 1_000),
    date_created: told(row.endedAt),
    status: toCallStatus(row.result),
    digit: row.digit,
    recording_url: row.recordingUrl,
    start_time: told(row.startedAt),
    end_time: told(row.result === 'completed' ? row.endedAt : row.startedAt),
    caller_id: campaign.spec.callerId,
    direction: 'Outgoing',
    call_sid: callSid(seed, campaign.ordinal, row.call, row.startedAt),
  };
}
