import {
  campaignActionSchema,
  campaignUpdateSchema,
  exotelCallSchema,
  exotelCampaignSchema,
} from '../../../shared/protocol/exotel-campaign.ts';
import { importSchema } from '../../../shared/protocol/import.ts';
import { adoptRequestSchema } from '../../../shared/protocol/import-requests.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { unwrap, type AppContext } from '../../context.ts';
import { campaignWorld } from '../../dashboard/dashboard-deps.ts';
import {
  callQuerySchema,
  campaignQuerySchema,
  channelSchema,
  type CallQuery,
  type CampaignQuery,
} from '../../dashboard/campaign-query.ts';
import { findCampaign } from '../../dashboard/find-campaign.ts';
import { listCalls, listCampaigns } from '../../dashboard/list-campaigns.ts';
import { call, json, NO_CONTENT, type Call } from '../call.ts';
import { act, adopt, change } from './campaign-acts.ts';
import { ABOUT_UPSTREAM_PAGE, UPSTREAM_REFUSALS } from './upstream.ts';

const ABOUT_CHANNEL = { channel: 'voice (as it is when left out) or sms' };
const CHANNEL = { schema: channelSchema, about: ABOUT_CHANNEL };

/** Campaigns at Exotel, ours and those made elsewhere. Nothing is stored here: every answer is Exotel's, as of now. */
export const CAMPAIGN_CALLS: readonly Call[] = [
  call({
    method: 'get',
    path: '/api/campaigns',
    summary: "The account's campaigns as Exotel has them, those made elsewhere too",
    query: {
      schema: campaignQuerySchema,
      about: {
        ...ABOUT_CHANNEL,
        ...ABOUT_UPSTREAM_PAGE,
        name: 'Part of the name; of messages at least 3 letters',
        status:
          'Several with commas: created, in_progress, paused, completed, archived; of calls also failed, canceled, deleted',
        sort: 'created, -created, name or -name; messages go by their start instead of their making',
      },
    },
    answer: json(pageSchema(exotelCampaignSchema)),
    refusals: [400, ...UPSTREAM_REFUSALS],
    handle: async (c, { query }) => list(c, query),
  }),
  // A POST, because names and numbers in an address would appear in logs.
  call({
    method: 'post',
    path: '/api/campaigns/find',
    summary: 'The same search, with nothing in the address',
    body: { schema: campaignQuerySchema, mayBeEmpty: true },
    answer: json(pageSchema(exotelCampaignSchema)),
    refusals: [400, ...UPSTREAM_REFUSALS],
    handle: async (c, { body }) => list(c, body),
  }),
  call({
    method: 'get',
    path: '/api/campaigns/{sid}',
    summary: 'One campaign, with its counts and what can be done with it now',
    query: CHANNEL,
    answer: json(exotelCampaignSchema),
    refusals: [400, 404, ...UPSTREAM_REFUSALS],
    handle: async (c, { sid, query: { channel } }) =>
      c.json(unwrap(await findCampaign(campaignWorld(c), sid, channel)).campaign),
  }),
  call({
    method: 'put',
    path: '/api/campaigns/{sid}',
    summary: 'Change a campaign: everything before its start, the callback addresses after it',
    query: CHANNEL,
    body: { schema: campaignUpdateSchema },
    answer: json(exotelCampaignSchema),
    refusals: [400, 404, 409, 422, ...UPSTREAM_REFUSALS],
    handle: async (c, { sid, query: { channel }, body }) => c.json(await change(c, { sid, channel }, body)),
  }),
  call({
    method: 'delete',
    path: '/api/campaigns/{sid}',
    summary: 'Delete a campaign that has not started; messages cannot be deleted',
    query: CHANNEL,
    answer: NO_CONTENT,
    refusals: [400, 404, 409, 422, ...UPSTREAM_REFUSALS],
    async handle(c, { sid, query: { channel } }) {
      await act(c, { sid, channel }, 'delete');
      return c.body(null, 204);
    },
  }),
  call({
    id: 'actOnCampaign',
    method: 'post',
    path: '/api/campaigns/{sid}/actions',
    summary: 'Pause, resume, complete, archive or delete, where Exotel takes it now',
    query: CHANNEL,
    body: { schema: campaignActionSchema },
    answer: json(exotelCampaignSchema),
    refusals: [400, 404, 409, 422, ...UPSTREAM_REFUSALS],
    handle: async (c, { sid, query: { channel }, body }) => c.json(await act(c, { sid, channel }, body.action)),
  }),
  call({
    method: 'get',
    path: '/api/campaigns/{sid}/calls',
    summary: 'Its calls, or messages, one by one; none before the first',
    query: {
      schema: callQuerySchema,
      about: {
        ...ABOUT_CHANNEL,
        offset: 'Where to begin, from 0',
        limit: 'How many: 20, at most 500',
        sort: 'created or -created',
        status: 'Of calls, several with commas: completed, failed, busy, no-answer',
        number: 'Of messages: those to exactly this number',
      },
    },
    answer: json(pageSchema(exotelCallSchema)),
    refusals: [400, 404, ...UPSTREAM_REFUSALS],
    handle: async (c, { sid, query }) => calls(c, sid, query),
  }),
  call({
    method: 'post',
    path: '/api/campaigns/{sid}/calls/find',
    summary: 'The same, with nothing in the address',
    body: { schema: callQuerySchema, mayBeEmpty: true },
    answer: json(pageSchema(exotelCallSchema)),
    refusals: [400, 404, ...UPSTREAM_REFUSALS],
    handle: async (c, { sid, body }) => calls(c, sid, body),
  }),
  call({
    method: 'post',
    path: '/api/campaigns/{sid}/adopt',
    summary: 'Follow a campaign made elsewhere like our own: its callbacks come here from now on',
    query: CHANNEL,
    body: { schema: adoptRequestSchema, mayBeEmpty: true },
    answer: json(importSchema),
    refusals: [400, 404, 409, 422, ...UPSTREAM_REFUSALS],
    handle: async (c, { sid, query: { channel }, body }) => c.json(await adopt(c, { sid, channel }, body)),
  }),
];

async function list(c: AppContext, asked: CampaignQuery): Promise<Response> {
  return c.json(unwrap(await listCampaigns(campaignWorld(c), asked)));
}

async function calls(c: AppContext, sid: string, asked: CallQuery): Promise<Response> {
  return c.json(unwrap(await listCalls(campaignWorld(c), sid, asked)));
}
