import { z } from 'zod';
import { toCampaignState } from './status.ts';
import { wireText } from './wire-schemas.ts';
import type { AnswerItem } from './answer.ts';
import type { CampaignState } from '../../shared/protocol/campaign-view.ts';

/** A campaign at Exotel, reduced to what launching and reading need. */
export interface UpstreamCampaign {
  readonly sid: string;
  readonly name: string;
  readonly state: CampaignState;
  /** When it begins to call (epoch ms); null if the answer does not say. */
  readonly startsAt: number | null;
  readonly stats: CampaignStats | null;
}

/** Exotel's own counts of numbers without a call, in our words. Null if it counts nothing. */
export interface CampaignStats {
  readonly dnd: number;
  readonly invalid: number;
  readonly notAttempted: number;
  /** Numbers still to be called or on a call. If a campaign that is over shows any, its counts are out of date. */
  readonly unsettled: number;
}

const campaignSchema = z.object({ id: wireText, sid: wireText, name: wireText, status: wireText });

/** Null if the answer names no campaign: a success that cannot be used is in doubt. */
export function readCampaign(item: AnswerItem | undefined): UpstreamCampaign | null {
  const parsed = campaignSchema.safeParse(item?.data);
  if (!parsed.success) return null;
  const sid = parsed.data.id || parsed.data.sid || wireText.parse(item?.summary?.['campaign_sid'] ?? '');
  if (sid === '') return null;
  return {
    sid,
    name: parsed.data.name,
    state: toCampaignState(parsed.data.status),
    startsAt: readStart(item?.data['schedule']),
    stats: readStats(item?.data['stats']),
  };
}

/** Calls and messages name it differently. */
const scheduleSchema = z.object({ send_at: wireText, start_time: wireText });

function readStart(value: unknown): number | null {
  const parsed = scheduleSchema.safeParse(value);
  const at = parsed.success ? Date.parse(parsed.data.send_at || parsed.data.start_time) : Number.NaN;
  return Number.isFinite(at) ? at : null;
}

const statsSchema = z.record(z.string(), z.coerce.number().int().min(0).catch(0));

/** These keys are not documented; their plain meaning is assumed. All zeros means that Exotel has not counted yet. */
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
    notAttempted: sum('failednoattempt', 'pending', 'created', 'paused', 'scheduled'),
    unsettled: sum('created', 'paused', 'inprogress', 'retry', 'retrying', 'scheduled', 'submitted'),
  };
}
