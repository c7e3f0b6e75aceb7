import { keysOf, meaningOf, OPT_OUT } from '../../shared/people/key-meaning.ts';
import { readToldNumber } from '../exotel/told-number.ts';
import type { SuppressionSource } from '../../shared/people/suppression.ts';
import type { Template } from '../../shared/template/template-schema.ts';
import type { UpstreamCall } from '../exotel/read-call.ts';

/** Somebody who said in any way that they must not be called again. */
export interface OptOut {
  readonly number: number;
  readonly channel: 'voice' | 'sms' | null;
  readonly source: SuppressionSource;
  readonly call: string;
}

/** Opt-outs found in calls or messages from Exotel: a pressed key, an opt-out by SMS, Exotel's own blacklist. */
export function optOutsOf(template: Template, calls: readonly UpstreamCall[], country: string): OptOut[] {
  return calls.flatMap((call) => {
    const found = sourceOf(template, call);
    const number = found === null ? null : readToldNumber(call.number, country);
    if (found === null || number === null) return [];
    return [{ ...found, number: Number(number.slice(1)), call: call.sid }];
  });
}

function sourceOf(template: Template, call: UpstreamCall): Pick<OptOut, 'channel' | 'source'> | null {
  if (template.channel === 'sms') return call.isBlacklisted === true ? { channel: 'sms', source: 'sms_status' } : null;
  if (meaningOf(keysOf(template), call.digits) === OPT_OUT) return { channel: null, source: 'key_press' };
  return call.isBlacklisted === true ? { channel: 'voice', source: 'exotel_blacklist' } : null;
}
