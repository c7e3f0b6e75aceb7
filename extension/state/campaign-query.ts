import type { Channel } from '../../shared/template/template-schema.ts';

export const CAMPAIGN_SORTS = ['-created', 'created', 'name', '-name'] as const;
export type CampaignSort = (typeof CAMPAIGN_SORTS)[number];

/**
 * How the list of Exotel's campaigns is filtered and sorted. All of it is in the address, so that Back and a reload
 * restore it.
 */
export interface CampaignQuery {
  readonly channel: Channel;
  readonly name: string;
  /** One state, or '' for any. */
  readonly status: string;
  readonly sort: CampaignSort;
  readonly offset: number;
}

export const FIRST_LOOK: CampaignQuery = { channel: 'voice', name: '', status: '', sort: '-created', offset: 0 };

const MAX_OFFSET = 1_000_000;

export function readCampaignLook(query: URLSearchParams): CampaignQuery {
  return {
    channel: readChannel(query),
    name: query.get('name') ?? '',
    status: query.get('status') ?? '',
    sort: CAMPAIGN_SORTS.find((sort) => sort === query.get('sort')) ?? FIRST_LOOK.sort,
    offset: readOffset(query),
  };
}

export function readOffset(query: URLSearchParams): number {
  const offset = Number(query.get('offset') ?? '0');
  return Number.isInteger(offset) && offset > 0 && offset <= MAX_OFFSET ? offset : 0;
}

export function readChannel(query: URLSearchParams): Channel {
  return query.get('channel') === 'sms' ? 'sms' : 'voice';
}

/** The parts that differ from the default, as in an address: "?channel=sms&name=diwali" or "". */
export function writeCampaignLook(look: CampaignQuery): string {
  const query = new URLSearchParams();
  if (look.channel === 'sms') query.set('channel', 'sms');
  if (look.name !== '') query.set('name', look.name);
  if (look.status !== '') query.set('status', look.status);
  if (look.sort !== FIRST_LOOK.sort) query.set('sort', look.sort);
  if (look.offset > 0) query.set('offset', String(look.offset));
  const written = query.toString();
  return written === '' ? '' : `?${written}`;
}
