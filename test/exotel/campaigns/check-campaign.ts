import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { CampaignSpec } from './campaign.ts';
import { checkAudience } from './check-audience.ts';
import { checkFlow, checkRetries, invalid, mandatory } from './check-flow.ts';
import { checkSchedule } from './check-schedule.ts';
import { toIstWords } from './ist-time.ts';
import type { ContactBook } from '../lists/contact-book.ts';
import type { Refusal } from '../http/refusal.ts';
import type { WireCampaign } from '../http/wire-campaign.ts';

const MIN_NAME_CHARS = 4;

/** What a campaign is checked against. */
export type CheckAgainst = {
  readonly sid: string;
  readonly exophones: readonly string[];
  readonly callsPerMinute: number;
  readonly isRefused: (number: string) => boolean;
  readonly now: number;
  readonly realNow: number;
  readonly aheadMs: number;
  readonly pastSendAt: 'refuse' | 'start_now';
  readonly book: ContactBook;
  readonly listNotReady: 'refuse' | 'accept_empty';
  /** For a change that keeps the audience: the snapshot from when the campaign was created. */
  readonly snapshot?: Pick<CampaignSpec, 'audience' | 'numbers'> | null;
};

/** Every rule of a create; the first broken one decides the answer. A campaign is accepted whole or not at all. */
export function checkCampaign(wire: WireCampaign, account: CheckAgainst): Result<CampaignSpec, Refusal> {
  const name = checkName(wire.name, account);
  if (!name.ok) return name;
  if (wire.type != null && wire.type !== 'trans') return invalid(`type ${wire.type} is not allowed`);
  if (wire.caller_id == null) return mandatory('caller_id');
  if (!account.exophones.includes(wire.caller_id))
    return invalid(`caller_id ${wire.caller_id} is not an ExoPhone of this account`);
  const flow = checkFlow(wire, account.sid);
  if (!flow.ok) return flow;
  const retries = checkRetries(wire.retries);
  if (!retries.ok) return retries;
  const pace = checkPace(wire, account.callsPerMinute);
  if (!pace.ok) return pace;
  const callbacks = checkCallbacks(wire);
  if (!callbacks.ok) return callbacks;
  const schedule = checkSchedule(wire.schedule, account);
  if (!schedule.ok) return schedule;
  const callDuplicates = wire.call_duplicate_numbers ?? false;
  const audience = account.snapshot == null ? checkAudience(wire, callDuplicates, account) : ok(account.snapshot);
  if (!audience.ok) return audience;
  const { audience: whom, numbers } = audience.value;
  return ok({
    name: name.value,
    callerId: wire.caller_id,
    audience: whom,
    numbers,
    flow: flow.value,
    retries: retries.value,
    ...schedule.value,
    ...pace.value,
    callDuplicates,
    ...callbacks.value,
    customField: wire.custom_field ?? null,
  });
}

function checkName(name: string | null | undefined, { sid, now, aheadMs }: CheckAgainst): Result<string, Refusal> {
  if (name == null) return ok(`${sid}_${toIstWords(now - aheadMs)}`);
  return name.length < MIN_NAME_CHARS ? invalid('name should be greater than 3 characters') : ok(name);
}

function checkPace(
  wire: WireCampaign,
  callsPerMinute: number,
): Result<Pick<CampaignSpec, 'mode' | 'throttle'>, Refusal> {
  const mode = wire.mode ?? 'auto';
  if (mode !== 'auto' && mode !== 'custom') return invalid(`mode ${mode} is not allowed`);
  if (mode === 'auto') {
    return wire.throttle == null
      ? ok({ mode, throttle: null })
      : invalid('throttle is only applicable with mode custom');
  }
  if (wire.throttle == null) return mandatory('throttle');
  const most = callsPerMinute - 1;
  if (wire.throttle < 1 || wire.throttle > most) return invalid(`throttle must be between 1 and ${most}`);
  return ok({ mode, throttle: wire.throttle });
}

const CALLBACKS = ['status_callback', 'call_status_callback', 'call_schedule_callback'] as const;
type Callbacks = Pick<CampaignSpec, 'statusCallback' | 'callStatusCallback' | 'callScheduleCallback'>;

/** The three callback addresses: absent, or http(s). They are the only fields that may change after the start. */
export function checkCallbacks(wire: WireCampaign): Result<Callbacks, Refusal> {
  for (const field of CALLBACKS) {
    const url = wire[field];
    if (url != null && !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return invalid(`${field} is not a valid URL`);
  }
  return ok({
    statusCallback: wire.status_callback ?? null,
    callStatusCallback: wire.call_status_callback ?? null,
    callScheduleCallback: wire.call_schedule_callback ?? null,
  });
}
