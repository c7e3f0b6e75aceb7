import { z } from 'zod';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../limits.ts';
import { MAX_FILTER_CHARS, MAX_SINK_NAME_CHARS } from '../sink-limits.ts';

/** What a sink takes: callbacks of calls, contacts and campaigns, SMS status, and the Passthru applet of a flow. */
export const SINK_KINDS = ['call', 'schedule', 'campaign', 'sms', 'passthru'] as const;
export type SinkKind = (typeof SINK_KINDS)[number];

export const sinkRequestSchema = z.strictObject({ name: z.string().trim().min(1).max(MAX_SINK_NAME_CHARS) });

export const sinkSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  /** Signed addresses, one a kind: whoever has one may report to this sink, and do nothing else. */
  urls: z.object({
    call: z.string(),
    schedule: z.string(),
    campaign: z.string(),
    sms: z.string(),
    passthru: z.string(),
  }),
});
export type Sink = z.infer<typeof sinkSchema>;

/** One callback: as it was received, and as far as it is understood. */
export const callbackItemSchema = z.object({
  id: z.string(),
  receivedAt: z.string(),
  /** Where it arrived: at a sink, or for a campaign of an import. */
  sink: z.string().optional(),
  import: z.string().optional(),
  seq: z.int().optional(),
  kind: z.string(),
  /** Exotel's own id of the campaign, where it says one. */
  campaign: z.string().nullable(),
  /** In E.164, the first that the callback names. */
  number: z.string().nullable(),
  callSid: z.string().nullable(),
  /** In our words where we know it, else as it was sent. */
  status: z.string().nullable(),
  method: z.string(),
  contentType: z.string().nullable(),
  query: z.string(),
  body: z.string(),
  /** Where the body is no UTF-8. */
  encoding: z.literal('base64').optional(),
});
export type CallbackItem = z.infer<typeof callbackItemSchema>;

const word = z.string().max(MAX_FILTER_CHARS).optional();

/** What a search asks for; times are ISO instants, `from` inclusive, `to` exclusive. A word misspelt must not find everything. */
export const callbackQuerySchema = z.strictObject({
  sink: word,
  import: word,
  campaign: word,
  number: word,
  kind: word,
  status: word,
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
});
export const callbackFindSchema = callbackQuerySchema.extend({
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
});
export const callbackExportSchema = callbackQuerySchema.extend({ format: z.enum(['ndjson', 'csv']).default('ndjson') });
export type CallbackQuery = z.infer<typeof callbackQuerySchema>;
