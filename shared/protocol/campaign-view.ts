import { z } from 'zod';
import { outcomeCountsSchema } from './outcomes.ts';

const count = z.int().min(0);
/** ISO 8601 with zone, like every time in the API. */
const instant = z.string();

/**
 * `planned` until the launch; `pending` to `refused` are the outbox's (`uploading` while its lists are made); the
 * others are Exotel's own words in one spelling. `held`: paused before it was sent. `cancelled`: stopped before it was
 * sent.
 */
export const CAMPAIGN_STATES = [
  'planned',
  'pending',
  'uploading',
  'sending',
  'in_doubt',
  'refused',
  'held',
  'cancelled',
  'created',
  'in_progress',
  'paused',
  'completed',
  'failed',
  'canceled',
  'deleted',
  'archived',
  'unknown',
] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** A list at Exotel as we see it. `uploading`: not proven to have arrived. `processing`: Exotel is taking it in. */
const LIST_STATES = [
  'planned',
  'pending',
  'uploading',
  'in_doubt',
  'processing',
  'completed',
  'refused',
  'dropped',
] as const;
export type ListState = (typeof LIST_STATES)[number];

/** Exotel's four counts for an upload; it does not name rows. */
const listCountsSchema = z.object({ total: count, success: count, duplicate: count, failed: count });
export type ListCounts = z.infer<typeof listCountsSchema>;

const listViewSchema = z.object({
  name: z.string(),
  sid: z.string().nullable(),
  state: z.enum(LIST_STATES),
  contacts: count,
  counts: listCountsSchema.nullable().describe('What Exotel says it took; null until it has'),
  reused: z.boolean().describe('It was uploaded for an earlier import'),
});
export type ListView = z.infer<typeof listViewSchema>;

export const campaignViewSchema = z.object({
  seq: z.int().min(1),
  name: z.string(),
  sid: z.string().nullable(),
  state: z.enum(CAMPAIGN_STATES).catch('unknown'),
  contacts: count,
  sendAt: instant.nullable(),
  endAt: instant.nullable(),
  outcomes: outcomeCountsSchema,
  lists: z.array(listViewSchema).default([]),
});
export type CampaignView = z.infer<typeof campaignViewSchema>;
