import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { ACTIONS, act, isTerminal } from './campaign-status.ts';
import type { Action } from './campaign-status.ts';
import { replaceSpec } from './campaign.ts';
import type { Audience, Campaign, CampaignSpec } from './campaign.ts';
import { checkCallbacks, checkCampaign } from './check-campaign.ts';
import type { CheckAgainst } from './check-campaign.ts';
import { invalid } from './check-flow.ts';
import type { Dialler } from '../dialler/dialler.ts';
import { toToldIst } from './ist-time.ts';
import type { Refusal } from '../http/refusal.ts';
import type { WireCampaign } from '../http/wire-campaign.ts';

const ALWAYS_ALLOWED = new Set(['action', 'status_callback', 'call_status_callback', 'call_schedule_callback']);

/** A PUT without `action`: it may change every field before `send_at`, and only the callback addresses after that. */
export function updateCampaign(
  campaign: Campaign,
  wire: WireCampaign,
  against: CheckAgainst,
  dialler: Dialler,
): Result<null, Refusal> {
  const given = Object.entries(wire).filter(([, value]) => value != null);
  const isLate = campaign.spec.sendAt <= against.now || campaign.startedAt !== null || isTerminal(campaign.status);
  const tooLate = given.find(([field]) => !ALWAYS_ALLOWED.has(field));
  if (isLate && tooLate !== undefined) return invalid(`${tooLate[0]} can not be updated once send_at has passed`);
  const spec = isLate
    ? changeCallbacks(campaign.spec, wire)
    : checkCampaign(
        { ...keptFields(campaign.spec, wire), ...Object.fromEntries(given) },
        { ...against, snapshot: changesAudience(campaign.spec, wire) ? null : campaign.spec },
      );
  if (!spec.ok) return spec;
  const version = campaign.scheduleVersion;
  if (isLate) campaign.spec = spec.value;
  else replaceSpec(campaign, spec.value);
  campaign.updatedAt = against.now;
  if (campaign.scheduleVersion !== version) dialler.schedule(campaign);
  return ok(null);
}

function changeCallbacks(spec: CampaignSpec, wire: WireCampaign): Result<CampaignSpec, Refusal> {
  const callbacks = checkCallbacks(wire);
  if (!callbacks.ok) return callbacks;
  return ok({
    ...spec,
    statusCallback: callbacks.value.statusCallback ?? spec.statusCallback,
    callStatusCallback: callbacks.value.callStatusCallback ?? spec.callStatusCallback,
    callScheduleCallback: callbacks.value.callScheduleCallback ?? spec.callScheduleCallback,
  });
}

/** The campaign's fields, without those that the change replaces by another kind. Absent fields are kept (a guess). */
function keptFields(spec: CampaignSpec, change: WireCampaign): WireCampaign {
  const changesFlow = change.url != null || change.flow_type != null;
  const flow =
    spec.flow.kind === 'url'
      ? { url: spec.flow.url }
      : {
          flow_type: spec.flow.kind,
          read_via_text: spec.flow.text,
          ...(spec.flow.kind === 'ivr' ? { repeat_menu_attempts: spec.flow.repeatMenu } : {}),
        };
  return {
    name: spec.name,
    caller_id: spec.callerId,
    ...keptAudience(spec.audience, change),
    ...(changesFlow ? {} : flow),
    retries: spec.retries === null ? null : { ...spec.retries, on_status: [...spec.retries.on_status] },
    schedule: { send_at: toToldIst(spec.sendAt, spec), end_at: toToldIst(spec.endAt, spec) },
    ...(change.mode === 'auto' ? {} : { throttle: spec.throttle }),
    mode: spec.mode,
    call_duplicate_numbers: spec.callDuplicates,
    status_callback: spec.statusCallback,
    call_status_callback: spec.callStatusCallback,
    call_schedule_callback: spec.callScheduleCallback,
    custom_field: spec.customField,
  };
}

function keptAudience(audience: Audience, change: WireCampaign): WireCampaign {
  if (change.from != null || change.lists != null) return {};
  if (audience.kind === 'from') return { from: [...audience.from] };
  return { lists: [...audience.lists], campaign_type: audience.type };
}

function changesAudience(
  spec: CampaignSpec,
  { from, lists, campaign_type, call_duplicate_numbers }: WireCampaign,
): boolean {
  const changesDuplicates = call_duplicate_numbers != null && call_duplicate_numbers !== spec.callDuplicates;
  return from != null || lists != null || campaign_type != null || changesDuplicates;
}

/** A PUT with `action`, or a DELETE. An action that the status does not allow is a conflict (a guess: no page says). */
export function actOn(campaign: Campaign, action: Action, now: number, dialler: Dialler): Result<null, Refusal> {
  const hasStarted = campaign.startedAt !== null || campaign.spec.sendAt <= now;
  const next = act(campaign.status, action, hasStarted);
  if (!next.ok) {
    const description = `Action ${action} is not allowed on a campaign that is ${campaign.status}`;
    return err({ code: 'conflict', description });
  }
  if (action === 'pause') dialler.pause(campaign, now);
  else if (next.value === 'in-progress') dialler.goOn(campaign, now);
  else if (action === 'complete') dialler.finish(campaign, 'completed', now);
  else {
    campaign.status = next.value;
    campaign.updatedAt = now;
  }
  return ok(null);
}

export function readAction(wire: WireCampaign): Result<Action, Refusal> {
  const action = ACTIONS.find((known) => known === wire.action && known !== 'delete');
  return action === undefined ? invalid(`action ${wire.action ?? ''} is not allowed`) : ok(action);
}
