import { CAMPAIGN_PAGE_SIZE, MESSAGE_CAMPAIGN_PAGE_SIZE } from '../../shared/limits.ts';
import { readCall, readMessage, type UpstreamCall } from './read-call.ts';
import type { Channel } from '../../shared/template/template-schema.ts';
import type { AnswerItem } from './answer.ts';

export type CampaignAction = 'pause' | 'resume' | 'complete' | 'archive';

/** The differences between voice and message campaigns at Exotel. Paths are below `/v2/accounts/<sid>`. */
export interface CampaignApi {
  readonly createPath: string;
  readonly pageSize: number;
  /** Whether a campaign that has not begun can be deleted. Message campaigns can only be paused and completed. */
  readonly deletes: boolean;
  campaignPath(sid: string): string;
  /** `query` comes in addition to paging and order. */
  listPath(query: Readonly<Record<string, string>>, offset: number, limit: number): string;
  callsPath(sid: string, offset: number, limit: number): string;
  /** Voice bodies must be wrapped, or Exotel answers "Campaigns is mandatory"; message bodies must not. */
  wrap(body: unknown): unknown;
  readCall(item: AnswerItem): UpstreamCall | null;
}

function pathOf(path: string, query: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams(query).toString()}`;
}

export const VOICE_API: CampaignApi = {
  createPath: '/campaigns',
  pageSize: CAMPAIGN_PAGE_SIZE,
  deletes: true,
  campaignPath: (sid) => `/campaigns/${encodeURIComponent(sid)}`,
  listPath: (query, offset, limit) => pathOf('/campaigns', { ...query, limit: `${limit}`, offset: `${offset}` }),
  // Ascending, so that calls added meanwhile do not shift pages that were already read.
  callsPath: (sid, offset, limit) =>
    pathOf(`/campaigns/${encodeURIComponent(sid)}/call-details`, {
      limit: `${limit}`,
      offset: `${offset}`,
      sort_by: 'date_created:asc',
    }),
  wrap: (body) => ({ campaigns: [body] }),
  readCall,
};

export const SMS_API: CampaignApi = {
  createPath: '/message-campaigns',
  pageSize: MESSAGE_CAMPAIGN_PAGE_SIZE,
  deletes: false,
  campaignPath: (sid) => `/message-campaigns/${encodeURIComponent(sid)}`,
  listPath: (query, offset, limit) =>
    pathOf('/message-campaigns', { channel: 'sms', ...query, limit: `${limit}`, offset: `${offset}` }),
  callsPath: (sid, offset, limit) =>
    pathOf(`/message-campaigns/${encodeURIComponent(sid)}/message-details`, {
      channel: 'sms',
      limit: `${limit}`,
      offset: `${offset}`,
      sort_by: 'schedule_time:asc',
    }),
  wrap: (body) => body,
  readCall: readMessage,
};

export function campaignApi(channel: Channel): CampaignApi {
  return channel === 'sms' ? SMS_API : VOICE_API;
}

/**
 * Searches by name, oldest first. The order is asked for because Exotel's text calls it the default but its samples
 * show another.
 */
export function searchPath(api: CampaignApi, name: string, offset: number): string {
  return api.listPath(
    { name, sort_by: api === SMS_API ? 'schedule.start_time:asc' : 'date_created:asc' },
    offset,
    api.pageSize,
  );
}

/** The newest campaigns of the account, whatever their names. */
export function recentPath(api: CampaignApi, offset: number): string {
  return api.listPath(
    { sort_by: api === SMS_API ? 'schedule.start_time:desc' : 'date_created:desc' },
    offset,
    api.pageSize,
  );
}
