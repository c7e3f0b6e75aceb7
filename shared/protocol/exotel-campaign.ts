import { z } from 'zod';
import { DELIVERIES } from '../plan/choose-delivery.ts';
import { CAMPAIGN_STATES } from './campaign-view.ts';
import { importIdSchema } from './import.ts';
import { pageSchema } from './page.ts';

const count = z.int().min(0);
/** As Exotel writes it: RFC 3339 with zone. */
const instant = z.string().nullable();
const words = z.string().nullable();
const url = z.url({ protocol: /^https?$/ }).max(2_000);

export const CHANNELS = ['voice', 'sms'] as const;

/** Actions on a campaign at Exotel; each is possible only in some states. */
const CAMPAIGN_ACTIONS = ['pause', 'resume', 'complete', 'archive', 'delete'] as const;
export type ExotelAction = (typeof CAMPAIGN_ACTIONS)[number];

/** Which of its settings Exotel accepts now: all before the start, the callback addresses after it. */
const EDITABLE = ['all', 'callbacks', 'none'] as const;
export type Editable = (typeof EDITABLE)[number];

const retriesSchema = z.object({
  count,
  intervalMinutes: count,
  mechanism: z.enum(['Linear', 'Exponential']),
  on: z.array(z.enum(['busy', 'no-answer', 'failed'])),
});

const callbacksSchema = z.object({ call: words, schedule: words, message: words, campaign: words });

/** A campaign at Exotel, ours or made elsewhere. What Exotel does not tell is null. */
export const exotelCampaignSchema = z
  .object({
    sid: z.string(),
    channel: z.enum(CHANNELS),
    name: z.string(),
    state: z.enum(CAMPAIGN_STATES).catch('unknown'),
    word: z.string().describe("Exotel's own word for the state"),
    contacts: count.nullable(),
    delivery: z.enum(DELIVERIES).nullable(),
    lists: z.array(z.string()),
    sender: words.describe('Caller id, or sender id of messages'),
    flowUrl: words,
    flowType: words,
    text: words,
    repeatMenu: count.nullable(),
    retries: retriesSchema.nullable(),
    throttle: count.nullable(),
    customField: words,
    sendAt: instant,
    endAt: instant,
    callbacks: callbacksSchema,
    dltEntityId: words,
    dltTemplateId: words,
    smsType: words,
    estimatedCost: z.number().nullable(),
    stats: z.record(z.string(), count).describe("Exotel's counts of numbers, by its own words"),
    summary: z.record(z.string(), count).describe("Exotel's counts of calls, by its own words"),
    createdAt: instant,
    updatedAt: instant,
    reportUrl: words.describe('Public to whoever knows it'),
    import: z
      .object({ id: importIdSchema, seq: z.int().min(1) })
      .nullable()
      .describe('The import it belongs to'),
    actions: z.array(z.enum(CAMPAIGN_ACTIONS)).catch([]).describe('What is legal now'),
    editable: z.enum(EDITABLE),
    asOf: z.string(),
  })
  .meta({ id: 'ExotelCampaign' });
export type ExotelCampaign = z.infer<typeof exotelCampaignSchema>;

/** Fields that are absent stay unchanged. Times are RFC 3339 with zone and must lie in the account's calling hours. */
export const campaignUpdateSchema = z
  .strictObject({
    name: z.string().min(4).max(200).optional(),
    sender: z.string().min(1).max(20).optional(),
    flowUrl: url.optional(),
    text: z.string().min(1).max(2_000).optional(),
    repeatMenu: count.optional(),
    retries: retriesSchema.optional(),
    throttle: z.int().min(1).nullable().optional(),
    customField: z.string().max(1_000).optional(),
    sendAt: z.iso.datetime({ offset: true }).optional(),
    endAt: z.iso.datetime({ offset: true }).optional(),
    callbacks: z
      .strictObject({
        call: url.nullable(),
        schedule: url.nullable(),
        message: url.nullable(),
        campaign: url.nullable(),
      })
      .partial()
      .optional(),
  })
  .meta({ id: 'CampaignUpdate' });
export type CampaignUpdate = z.infer<typeof campaignUpdateSchema>;

export const campaignActionSchema = z.strictObject({ action: z.enum(CAMPAIGN_ACTIONS) }).meta({ id: 'CampaignAction' });

/** One call or message of a campaign. */
export const exotelCallSchema = z
  .object({
    sid: z.string(),
    number: z.string(),
    name: words,
    status: z.string().describe("Exotel's own word"),
    detail: words,
    at: instant,
    endedAt: instant,
    durationSeconds: z.number().min(0).nullable(),
    digits: words,
    recordingUrl: words,
    sender: words,
    text: words.describe('What was sent, of a message'),
  })
  .meta({ id: 'ExotelCall' });
export type ExotelCall = z.infer<typeof exotelCallSchema>;

const exoPhoneSchema = z
  .object({
    sid: z.string(),
    number: z.string().describe('E.164'),
    callerId: z.string().describe('As Exotel shows it: what a template takes'),
    name: z.string(),
    voice: z.boolean(),
    sms: z.boolean(),
    region: words,
  })
  .meta({ id: 'ExoPhone' });
export type ExoPhone = z.infer<typeof exoPhoneSchema>;

/** `forbidden`: the account may not list its numbers, so the caller id must be typed. */
export const exoPhonePageSchema = pageSchema(exoPhoneSchema)
  .extend({ reason: z.enum(['forbidden']).nullable().describe('Why there are none') })
  .meta({ id: 'ExoPhones' });
export type ExoPhonePage = z.infer<typeof exoPhonePageSchema>;

export const exotelListSchema = z
  .object({
    sid: z.string(),
    name: z.string(),
    contacts: count.nullable(),
    createdAt: instant,
    import: z.object({ id: importIdSchema }).nullable().describe('The import that uploaded it'),
  })
  .meta({ id: 'ExotelList' });
export type ExotelList = z.infer<typeof exotelListSchema>;
