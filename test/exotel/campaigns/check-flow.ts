import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { CampaignSpec, Retries } from './campaign.ts';
import type { Refusal } from '../http/refusal.ts';
import type { WireCampaign } from '../http/wire-campaign.ts';

export function invalid(description: string): { readonly ok: false; readonly error: Refusal } {
  return err({ code: 'invalid', description });
}

export function mandatory(field: string): { readonly ok: false; readonly error: Refusal } {
  return err({ code: 'mandatory', description: `${field} is mandatory` });
}

const FLOW_URL = /^https?:\/\/my\.(?:in\.)?exotel\.com\/([^/]+)\/exoml\/start_voice\/\d+$/;

/** What people hear: a flow of this account by `url`, or a text with `flow_type`, never both. */
export function checkFlow(wire: WireCampaign, accountSid: string): Result<CampaignSpec['flow'], Refusal> {
  const { url, flow_type: kind, read_via_text: text } = wire;
  if (url != null) {
    if (kind != null) return invalid('flow_type is not applicable with url');
    if (text != null) return invalid('read_via_text is not applicable with url');
    if (FLOW_URL.exec(url)?.[1] !== accountSid) return invalid(`url ${url} is not a flow of this account`);
    return ok({ kind: 'url', url });
  }
  if (kind == null) return mandatory('url');
  if (kind !== 'ivr' && kind !== 'greeting') return invalid(`flow_type ${kind} is not allowed`);
  if (text == null || text === '') return mandatory('read_via_text');
  const repeatMenu = wire.repeat_menu_attempts ?? 0;
  if (kind === 'greeting' && wire.repeat_menu_attempts != null) {
    return invalid('repeat_menu_attempts is not applicable with flow_type greeting');
  }
  if (repeatMenu < 0) return invalid('repeat_menu_attempts must not be negative');
  return ok({ kind, text, repeatMenu });
}

const RETRY_STATUSES = ['busy', 'no-answer', 'failed'] as const;

export function checkRetries(retries: WireCampaign['retries']): Result<Retries | null, Refusal> {
  if (retries == null) return ok(null);
  const count = retries.number_of_retries ?? 0;
  if (count < 0 || count > 3) return invalid('number_of_retries must be between 0 and 3');
  if (retries.number_of_retries != null && retries.interval_mins == null) return mandatory('interval_mins');
  const interval = retries.interval_mins ?? 1;
  if (interval < 1) return invalid('interval_mins must be at least 1');
  const mechanism = retries.mechanism ?? 'Linear';
  if (mechanism !== 'Linear' && mechanism !== 'Exponential') return invalid(`mechanism ${mechanism} is not allowed`);
  const statuses: Retries['on_status'][number][] = [];
  for (const given of retries.on_status ?? RETRY_STATUSES) {
    const known = RETRY_STATUSES.find((status) => status === given);
    if (known === undefined) return invalid(`on_status ${given} is not allowed`);
    statuses.push(known);
  }
  return ok({ number_of_retries: count, interval_mins: interval, mechanism, on_status: statuses });
}
