import { z } from 'zod';
import { CALL_PAGE_SIZE, CAMPAIGN_PAGE_SIZE } from '../../shared/limits.ts';
import { toCallStatus, toCampaignState, type CallStatus } from './status.ts';
import type { AnswerItem } from './answer.ts';
import type { CampaignState } from '../../shared/protocol/import.ts';

/** One campaign as Exotel has it, reduced to what launching and reading need. */
export interface UpstreamCampaign {
  readonly sid: string;
  readonly name: string;
  readonly state: CampaignState;
  readonly stats: CampaignStats | null;
}

/** Exotel's own counts of numbers that no call speaks for, in our words. Null where it counts nothing. */
export interface CampaignStats {
  readonly dnd: number;
  readonly invalid: number;
  readonly notAttempted: number;
  /** Still to be called or on a call: in a campaign that is over, these are counts from before it was. */
  readonly unsettled: number;
}

/** One call attempt as Exotel has it. */
export interface UpstreamCall {
  readonly sid: string;
  readonly number: string;
  readonly status: CallStatus;
  readonly at: string | null;
  readonly durationSeconds: number | null;
  readonly digits: string | null;
  readonly recordingUrl: string | null;
}

const text = z.coerce.string().catch('');
const campaignSchema = z.object({ id: text, sid: text, name: text, status: text });

export type CampaignAction = 'pause' | 'resume' | 'complete';

export const createPath = '/campaigns';

export function campaignPath(sid: string): string {
  return `/campaigns/${encodeURIComponent(sid)}`;
}

/** The prose says ascending by default, the samples show descending: the order is always asked for. */
export function searchPath(name: string, offset: number): string {
  const query = new URLSearchParams({
    name,
    limit: String(CAMPAIGN_PAGE_SIZE),
    offset: String(offset),
    sort_by: 'date_created:asc',
  });
  return `/campaigns?${query.toString()}`;
}

/** The newest campaigns of the account, whatever their names. */
export function recentPath(offset: number): string {
  const query = new URLSearchParams({
    limit: String(CAMPAIGN_PAGE_SIZE),
    offset: String(offset),
    sort_by: 'date_created:desc',
  });
  return `/campaigns?${query.toString()}`;
}

/** Ascending, so that calls still being added never shift the pages already read. */
export function callsPath(sid: string, offset: number): string {
  const query = new URLSearchParams({
    limit: String(CALL_PAGE_SIZE),
    offset: String(offset),
    sort_by: 'date_created:asc',
  });
  return `${campaignPath(sid)}/call-details?${query.toString()}`;
}

/** Without the `campaigns` wrapper Exotel says "Campaigns is mandatory". */
export function actionBody(action: CampaignAction): unknown {
  return { campaigns: [{ action }] };
}

/** Null when the answer names no campaign: a success that cannot be used is in doubt. */
export function readCampaign(item: AnswerItem | undefined): UpstreamCampaign | null {
  const parsed = campaignSchema.safeParse(item?.data);
  if (!parsed.success) return null;
  const sid = parsed.data.id || parsed.data.sid || text.parse(item?.summary?.['campaign_sid'] ?? '');
  if (sid === '') return null;
  return {
    sid,
    name: parsed.data.name,
    state: toCampaignState(parsed.data.status),
    stats: readStats(item?.data['stats']),
  };
}

const statsSchema = z.record(z.string(), z.coerce.number().int().min(0).catch(0));

/** The keys are documented nowhere; these are their plain meanings. All zero is what a campaign shows before it counts. */
function readStats(value: unknown): CampaignStats | null {
  const parsed = statsSchema.safeParse(value);
  if (!parsed.success) return null;
  const stats = new Map(
    Object.entries(parsed.data).map(([key, count]) => [key.toLowerCase().replace(/[^a-z]/g, ''), count]),
  );
  if ([...stats.values()].every((count) => count === 0)) return null;
  const sum = (...keys: string[]) => keys.reduce((total, key) => total + (stats.get(key) ?? 0), 0);
  return {
    dnd: sum('faileddnd', 'dnd'),
    invalid: sum('invalid'),
    notAttempted: sum('failednoattempt', 'pending', 'created', 'paused'),
    unsettled: sum('created', 'paused', 'inprogress', 'retry', 'retrying'),
  };
}

const callSchema = z.object({
  number: text,
  status: text,
  call_sid: text,
  date_created: z.string().nullish().catch(null),
  start_time: z.string().nullish().catch(null),
  duration: z.coerce.number().min(0).nullish().catch(null),
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
    durationSeconds: call.duration ?? null,
    digits: item.data['digit'] === null ? null : (call.digit ?? null),
    recordingUrl: call.recording_url || null,
  };
}
