import { z } from 'zod';
import { toCampaignState } from './status.ts';
import { wireText } from './wire-schemas.ts';
import type { AnswerItem } from './answer.ts';
import type { CampaignState } from '../../shared/protocol/campaign-view.ts';

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

const campaignSchema = z.object({ id: wireText, sid: wireText, name: wireText, status: wireText });

/** Null when the answer names no campaign: a success that cannot be used is in doubt. */
export function readCampaign(item: AnswerItem | undefined): UpstreamCampaign | null {
  const parsed = campaignSchema.safeParse(item?.data);
  if (!parsed.success) return null;
  const sid = parsed.data.id || parsed.data.sid || wireText.parse(item?.summary?.['campaign_sid'] ?? '');
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
    notAttempted: sum('failednoattempt', 'pending', 'created', 'paused', 'scheduled'),
    unsettled: sum('created', 'paused', 'inprogress', 'retry', 'retrying', 'scheduled', 'submitted'),
  };
}
