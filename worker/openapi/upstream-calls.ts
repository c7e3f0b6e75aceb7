import {
  campaignActionSchema,
  campaignUpdateSchema,
  exoPhonePageSchema,
  exotelCallSchema,
  exotelCampaignSchema,
  exotelListSchema,
} from '../../shared/protocol/exotel-campaign.ts';
import { importSchema } from '../../shared/protocol/import.ts';
import { adoptRequestSchema } from '../../shared/protocol/import-requests.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { callQuerySchema, campaignQuerySchema } from '../dashboard/campaign-query.ts';
import type { z } from 'zod';
import type { Call } from './call.ts';

const JSON_TYPE = 'application/json';
const json = (schema: z.ZodType, status = 200) => ({ status, type: JSON_TYPE, schema });

const PAGE = { offset: 'Where to begin, from 0', limit: 'How many: 20, at most 50' };
const CHANNEL = { channel: 'voice (as it is when left out) or sms' };
/** Any of them may find Exotel out of reach, closed to us, or busy. */
const UPSTREAM = [401, 403, 502, 503];

/** What is passed on to Exotel for a person, within the account's request budget; nothing of it is kept here. */
export const UPSTREAM_CALLS: readonly Call[] = [
  {
    method: 'get',
    path: '/api/campaigns',
    summary: "The account's campaigns as Exotel has them, those made elsewhere too",
    query: {
      ...CHANNEL,
      ...PAGE,
      name: 'Part of the name; of messages at least 3 letters',
      status:
        'Several with commas: created, in_progress, paused, completed, archived; of calls also failed, canceled, deleted',
      sort: 'created, -created, name or -name; messages go by their start instead of their making',
    },
    answer: json(pageSchema(exotelCampaignSchema)),
    refusals: [400, ...UPSTREAM],
  },
  {
    method: 'post',
    path: '/api/campaigns/find',
    summary: 'The same search, with nothing in the address',
    body: { type: JSON_TYPE, schema: campaignQuerySchema },
    answer: json(pageSchema(exotelCampaignSchema)),
    refusals: [400, ...UPSTREAM],
  },
  {
    method: 'get',
    path: '/api/campaigns/{sid}',
    summary: 'One campaign, with its counts and what can be done with it now',
    query: CHANNEL,
    answer: json(exotelCampaignSchema),
    refusals: [400, 404, ...UPSTREAM],
  },
  {
    method: 'put',
    path: '/api/campaigns/{sid}',
    summary: 'Change a campaign: everything before its start, the callback addresses after it',
    query: CHANNEL,
    body: { type: JSON_TYPE, schema: campaignUpdateSchema },
    answer: json(exotelCampaignSchema),
    refusals: [400, 404, 409, 422, ...UPSTREAM],
  },
  {
    method: 'delete',
    path: '/api/campaigns/{sid}',
    summary: 'Delete a campaign that has not started; messages cannot be deleted',
    query: CHANNEL,
    answer: { status: 204, type: JSON_TYPE },
    refusals: [400, 404, 409, 422, ...UPSTREAM],
  },
  {
    id: 'actOnCampaign',
    method: 'post',
    path: '/api/campaigns/{sid}/actions',
    summary: 'Pause, resume, complete, archive or delete, where Exotel takes it now',
    query: CHANNEL,
    body: { type: JSON_TYPE, schema: campaignActionSchema },
    answer: json(exotelCampaignSchema),
    refusals: [400, 404, 409, 422, ...UPSTREAM],
  },
  {
    method: 'get',
    path: '/api/campaigns/{sid}/calls',
    summary: 'Its calls, or messages, one by one; none before the first',
    query: {
      ...CHANNEL,
      offset: 'Where to begin, from 0',
      limit: 'How many: 20, at most 500',
      sort: 'created or -created',
      status: 'Of calls, several with commas: completed, failed, busy, no-answer',
      number: 'Of messages: those to exactly this number',
    },
    answer: json(pageSchema(exotelCallSchema)),
    refusals: [400, 404, ...UPSTREAM],
  },
  {
    method: 'post',
    path: '/api/campaigns/{sid}/calls/find',
    summary: 'The same, with nothing in the address',
    body: { type: JSON_TYPE, schema: callQuerySchema },
    answer: json(pageSchema(exotelCallSchema)),
    refusals: [400, 404, ...UPSTREAM],
  },
  {
    method: 'post',
    path: '/api/campaigns/{sid}/adopt',
    summary: 'Follow a campaign made elsewhere like our own: its callbacks come here from now on',
    query: CHANNEL,
    body: { type: JSON_TYPE, schema: adoptRequestSchema },
    answer: json(importSchema),
    refusals: [400, 404, 409, 422, ...UPSTREAM],
  },
  {
    method: 'get',
    path: '/api/exophones',
    summary: "The account's ExoPhones; none, and why, where it may not list them",
    query: { offset: 'Where to begin, from 0', limit: 'How many, at most 500' },
    answer: json(exoPhonePageSchema),
    refusals: [400, 401, 502, 503],
  },
  {
    method: 'get',
    path: '/api/lists',
    summary: "The account's lists of contacts as Exotel has them",
    query: { ...PAGE, name: 'Part of the name', sort: 'created, -created, name or -name' },
    answer: json(pageSchema(exotelListSchema)),
    refusals: [400, ...UPSTREAM],
  },
  {
    method: 'delete',
    path: '/api/lists/{sid}',
    summary: 'Delete a list that no import under way calls',
    answer: { status: 204, type: JSON_TYPE },
    refusals: [404, 409, 422, ...UPSTREAM],
  },
];
