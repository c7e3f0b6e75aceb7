import { toBodyStatus } from './campaign-status.ts';
import type { Campaign } from './campaign.ts';
import { STAT_KEYS } from '../dialler/counters.ts';
import { hash32 } from '../http/ids.ts';
import { toIstNanos, toToldIst } from './ist-time.ts';

/** Which call is answered; each of the three answers has oddities of its own. */
type Place = 'create' | 'get' | 'list';
export type RenderContext = { readonly accountSid: string; readonly now: number };

/** The address of a finished campaign's report: unsigned, and made only from the campaign's id. */
export function reportUrl(id: string): string {
  return `https://campaigns-reports.s3.ap-southeast-1.amazonaws.com/${id}.csv`;
}

/** `data` and `summary` of create, get and list, keys in Exotel's order. */
export function renderCampaign(
  campaign: Campaign,
  place: Place,
  context: RenderContext,
): { data: unknown; summary: unknown } {
  const { spec, id } = campaign;
  const { flow } = spec;
  const hasReport = place !== 'create' && campaign.startedAt !== null && hasEnded(campaign);
  const data = {
    id,
    account_sid: context.accountSid,
    name: spec.name,
    type: 'trans',
    ...(spec.audience.kind === 'from' ? { from: spec.audience.from } : {}),
    caller_id: spec.callerId,
    campaign_type: spec.audience.kind === 'from' ? 'static' : spec.audience.type,
    ...(flow.kind === 'url'
      ? {}
      : { read_via_text: flow.text, repeat_menu_attempts: flow.repeatMenu, flow_type: flow.kind }),
    ...(spec.audience.kind === 'lists' ? { lists: spec.audience.lists } : {}),
    url: flowUrl(campaign, context),
    ...commonTail(campaign),
    date_created: toToldIst(campaign.createdAt, campaign.spec),
    date_updated: toToldIst(campaign.updatedAt, campaign.spec),
    status: toBodyStatus(campaign.status),
    ...(place === 'list' ? { uri: `/v2/accounts/${context.accountSid}/campaigns/${id}` } : {}),
    ...(hasReport ? { report_url: reportUrl(id) } : {}),
    call_status_callback_params: null,
    call_duplicate_numbers: spec.callDuplicates,
    stats: renderStats(campaign, context.now),
    mode: spec.mode,
  };
  return { data, summary: renderSummary(campaign, place, context.now) };
}

/** `data` and `summary` of both PUT calls: they have another key order, and no stats, mode or duplicates flag. */
export function renderUpdated(campaign: Campaign, context: RenderContext): { data: unknown; summary: unknown } {
  const { spec, id } = campaign;
  const data = {
    name: spec.name,
    type: 'trans',
    id,
    account_sid: context.accountSid,
    caller_id: spec.callerId,
    ...(spec.audience.kind === 'from' ? { from: spec.audience.from } : { lists: spec.audience.lists }),
    url: flowUrl(campaign, context),
    ...commonTail(campaign),
    date_created: toToldIst(campaign.createdAt, campaign.spec),
    date_updated: toToldIst(campaign.updatedAt, campaign.spec),
    status: toBodyStatus(campaign.status),
    call_status_callback_params: null,
  };
  return { data, summary: renderSummary(campaign, 'create', context.now) };
}

function commonTail({ spec }: Campaign): Readonly<Record<string, unknown>> {
  return {
    retries: spec.retries,
    schedule: { send_at: toToldIst(spec.sendAt, spec), end_at: toToldIst(spec.endAt, spec) },
    status_callback: spec.statusCallback,
    call_status_callback: spec.callStatusCallback,
    call_schedule_callback: spec.callScheduleCallback,
    ...(spec.customField === null ? {} : { custom_field: spec.customField }),
  };
}

/** A campaign with a text of its own gets a flow, whose address is answered although none was sent. */
function flowUrl({ spec, id }: Campaign, { accountSid }: RenderContext): string {
  if (spec.flow.kind === 'url') return spec.flow.url;
  return `http://my.exotel.com/${accountSid}/exoml/start_voice/${100_000 + (hash32(0, id) % 900_000)}`;
}

function hasEnded({ status }: Campaign): boolean {
  return status !== 'created' && status !== 'in-progress' && status !== 'paused' && status !== 'deleted';
}

function renderStats(campaign: Campaign, now: number): Readonly<Record<string, number>> {
  const counts = campaign.counters.read(now);
  const stats = Object.fromEntries(STAT_KEYS.map((key) => [key, counts[key]]));
  return campaign.status === 'paused' ? { ...stats, created: 0, paused: counts.created } : stats;
}

function renderSummary(campaign: Campaign, place: Place, now: number): Readonly<Record<string, number | string>> {
  const counts = campaign.counters.read(now);
  const nanos = hash32(0, campaign.id);
  return {
    campaign_sid: campaign.id,
    // Exotel's samples show the number of calls here in the list and 0 on a single GET of a finished campaign.
    call_scheduled: place === 'list' ? counts.call_initialized : 0,
    call_initialized: counts.call_initialized,
    call_completed: counts.call_completed,
    call_failed: counts.call_failed,
    call_inprogress: counts.call_inprogress,
    DateCreated:
      place === 'create'
        ? toIstNanos(campaign.createdAt - campaign.spec.aheadMs, nanos)
        : toToldIst(campaign.createdAt, campaign.spec),
  };
}
