import type { Import } from '../../shared/protocol/import.ts';
import type { CampaignUpdate, ExotelAction, ExotelCampaign } from '../../shared/protocol/exotel-campaign.ts';
import type { Channel } from '../../shared/template/template-schema.ts';
import type { CampaignQuery } from '../state/campaign-query.ts';
import type { Answer } from './answers.ts';
import { given, toQuery } from './to-query.ts';
import type { Ask, Answered, Tell } from './worker-client.ts';

export type CallSort = '-created' | 'created';

/**
 * Which calls or messages of a campaign. `status` filters calls and `number` filters messages; Exotel offers no other
 * filters.
 */
export interface CallLook {
  readonly status: string;
  readonly number: string;
  readonly sort: CallSort;
  readonly offset: number;
}

export const CAMPAIGNS_A_PAGE = 20;
export const CALLS_A_PAGE = 25;

/** Calls that the Worker passes on to Exotel: campaigns, their calls, numbers and lists. */
export function createExotelCalls(ask: Ask, tell: Tell) {
  const campaignPath = (sid: string, channel: Channel, rest = '') =>
    `/api/campaigns/${encodeURIComponent(sid)}${rest}?channel=${channel}`;

  return {
    campaigns: (look: CampaignQuery): Answered<Answer<'exotelCampaigns'>> =>
      ask('exotelCampaigns', '/api/campaigns/find', {
        method: 'POST',
        json: given({ ...look, limit: CAMPAIGNS_A_PAGE }),
      }),
    campaign: (sid: string, channel: Channel): Answered<ExotelCampaign> =>
      ask('exotelCampaign', campaignPath(sid, channel)),
    updateCampaign: (sid: string, channel: Channel, update: CampaignUpdate): Answered<ExotelCampaign> =>
      ask('exotelCampaign', campaignPath(sid, channel), { method: 'PUT', json: update }),
    actOnCampaign: (sid: string, channel: Channel, action: ExotelAction): Answered<ExotelCampaign> =>
      ask('exotelCampaign', campaignPath(sid, channel, '/actions'), { method: 'POST', json: { action } }),
    adoptCampaign: (sid: string, channel: Channel, keepHours: boolean): Answered<Import> =>
      ask('import', campaignPath(sid, channel, '/adopt'), { method: 'POST', json: { keepHours } }),
    campaignCalls: (sid: string, channel: Channel, look: CallLook): Answered<Answer<'exotelCalls'>> =>
      ask('exotelCalls', `/api/campaigns/${encodeURIComponent(sid)}/calls/find`, {
        method: 'POST',
        json: given({ ...look, channel, limit: CALLS_A_PAGE }),
      }),
    exoPhones: (): Answered<Answer<'exoPhones'>> => ask('exoPhones', '/api/exophones'),
    lists: (offset: number): Answered<Answer<'exotelLists'>> =>
      ask('exotelLists', `/api/lists?${toQuery({ offset: String(offset), limit: String(CAMPAIGNS_A_PAGE) })}`),
    deleteList: (sid: string): Answered<null> => tell(`/api/lists/${encodeURIComponent(sid)}`, { method: 'DELETE' }),
  };
}
