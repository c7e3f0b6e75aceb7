import { z } from 'zod';
import {
  CALL_PAGE_SIZE,
  CAMPAIGN_PAGE_SIZE,
  MAX_SEARCH_CHARS,
  MESSAGE_CAMPAIGN_PAGE_SIZE,
  MIN_SEARCH_CHARS,
  UPSTREAM_PAGE_SIZE,
} from '../../shared/limits.ts';
import { CHANNELS } from '../../shared/protocol/exotel-campaign.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { toCampaignState } from '../exotel/status.ts';
import type { CampaignState } from '../../shared/protocol/campaign-view.ts';
import type { Channel } from '../../shared/template/template-schema.ts';
import type { Fault } from '../errors.ts';

export const channelSchema = z.object({ channel: z.enum(CHANNELS).default('voice') });

export function pageOf(maxLimit: number) {
  return {
    offset: z.coerce.number().int().min(0).default(0),
    // A limit larger than a page gets one page; the answer says how many that is.
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .default(Math.min(UPSTREAM_PAGE_SIZE, maxLimit))
      .transform((limit) => Math.min(limit, maxLimit)),
  };
}

export const campaignQuerySchema = z.object({
  channel: z.enum(CHANNELS).default('voice'),
  ...pageOf(Math.min(CAMPAIGN_PAGE_SIZE, MESSAGE_CAMPAIGN_PAGE_SIZE)),
  name: z.string().trim().max(MAX_SEARCH_CHARS).default(''),
  status: z.string().max(200).default(''),
  sort: z.enum(['created', '-created', 'name', '-name']).default('-created'),
});
export type CampaignQuery = z.infer<typeof campaignQuerySchema>;

export const callQuerySchema = z.object({
  channel: z.enum(CHANNELS).default('voice'),
  ...pageOf(CALL_PAGE_SIZE),
  status: z.string().max(200).default(''),
  number: z.string().trim().max(20).default(''),
  sort: z.enum(['created', '-created']).default('-created'),
});
export type CallQuery = z.infer<typeof callQuerySchema>;

const STATUS_WORDS: Readonly<Record<Channel, Readonly<Partial<Record<CampaignState, string>>>>> = {
  voice: {
    created: 'created',
    in_progress: 'in-progress',
    paused: 'paused',
    completed: 'completed',
    failed: 'failed',
    canceled: 'canceled',
    archived: 'archived',
    deleted: 'deleted',
  },
  sms: {
    created: 'scheduled',
    in_progress: 'in-progress',
    paused: 'paused',
    completed: 'completed',
    archived: 'archived',
  },
};

const CALL_STATUSES = ['completed', 'failed', 'busy', 'no-answer'];

type Query = Readonly<Record<string, string>>;

function refuse(message: string): Result<never, Fault> {
  return err({ code: 'invalid_request', message });
}

/**
 * The query for Exotel's list of campaigns, without paging. Message campaigns are sorted by start, because Exotel
 * offers no other time.
 */
export function campaignListQuery({ channel, name, status, sort }: CampaignQuery): Result<Query, Fault> {
  if (channel === 'sms' && name !== '' && Array.from(name).length < MIN_SEARCH_CHARS) {
    return refuse(`Exotel searches messages by at least ${MIN_SEARCH_CHARS} letters. Type more of the name.`);
  }
  const known = STATUS_WORDS[channel];
  const asked = status.split(',').filter((word) => word.trim() !== '');
  const words = asked.map((word) => known[toCampaignState(word)]);
  if (words.includes(undefined)) {
    return refuse(`Exotel finds these states only: ${Object.keys(known).join(', ')}. Leave the others out.`);
  }
  const time = channel === 'sms' ? 'schedule.start_time' : 'date_created';
  const field = sort.endsWith('name') ? 'name' : time;
  return ok({
    ...(name === '' ? {} : { name }),
    ...(words.length === 0 ? {} : { status: words.join(',') }),
    sort_by: `${field}:${sort.startsWith('-') ? 'desc' : 'asc'}`,
  });
}

/** The path of Exotel's list of a campaign's calls, or messages. Calls are filtered by status, messages by number. */
export function callListPath(sid: string, query: CallQuery): Result<string, Fault> {
  const { channel, offset, limit, status, number, sort } = query;
  const asked = status
    .split(',')
    .map((word) => word.trim().toLowerCase().replaceAll('_', '-'))
    .filter((word) => word !== '');
  if (channel === 'sms' && asked.length > 0) {
    return refuse('Exotel does not filter messages by status. Leave "status" out; "number" finds one person.');
  }
  if (channel === 'voice' && number !== '') {
    return refuse(
      'Exotel does not search calls by number. Leave "number" out; results.csv of the import has them all.',
    );
  }
  if (asked.some((word) => !CALL_STATUSES.includes(word))) {
    return refuse(`Exotel finds these results of calls only: ${CALL_STATUSES.join(', ')}. Leave the others out.`);
  }
  const order = sort.startsWith('-') ? 'desc' : 'asc';
  const search = new URLSearchParams({
    ...(channel === 'sms' ? { channel: 'sms' } : {}),
    offset: String(offset),
    limit: String(limit),
    sort_by: `${channel === 'sms' ? 'schedule_time' : 'date_created'}:${order}`,
    ...(asked.length === 0 ? {} : { status: asked.join(',') }),
    ...(number === '' ? {} : { number }),
  });
  const base = channel === 'sms' ? '/message-campaigns' : '/campaigns';
  const details = channel === 'sms' ? 'message-details' : 'call-details';
  return ok(`${base}/${encodeURIComponent(sid)}/${details}?${search.toString()}`);
}
