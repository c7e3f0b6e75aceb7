import { z } from 'zod';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../limits.ts';
import { MAX_FILTER_CHARS, MAX_SINK_NAME_CHARS } from '../sink-limits.ts';

/** What a sink receives: callbacks of calls, contacts and campaigns, SMS status, and a flow's Passthru applet. */
export const SINK_KINDS = ['call', 'schedule', 'campaign', 'sms', 'passthru'] as const;
export type SinkKind = (typeof SINK_KINDS)[number];

export const sinkRequestSchema = z.strictObject({ name: z.string().trim().min(1).max(MAX_SINK_NAME_CHARS) });

export const sinkSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  /** Signed addresses, one per kind: somebody who has one can report to this sink, and do nothing else. */
  urls: z.object({
    call: z.string(),
    schedule: z.string(),
    campaign: z.string(),
    sms: z.string(),
    passthru: z.string(),
  }),
});
export type Sink = z.infer<typeof sinkSchema>;

/** One callback: as received, and as far as it was understood. */
export const callbackItemSchema = z.object({
  id: z.string(),
  receivedAt: z.string(),
  /** Where it arrived: at a sink, or for a campaign of an import. */
  sink: z.string().optional(),
  import: z.string().optional(),
  seq: z.int().optional(),
  kind: z.string(),
  /** Exotel's own id of the campaign, if the callback has one. */
  campaign: z.string().nullable(),
  /** The first number in the callback, in E.164. */
  number: z.string().nullable(),
  callSid: z.string().nullable(),
  /** In our words if we know the status, otherwise as sent. */
  status: z.string().nullable(),
  method: z.string(),
  contentType: z.string().nullable(),
  query: z.string(),
  body: z.string(),
  /** Set if the body is not UTF-8. */
  encoding: z.literal('base64').optional(),
});
export type CallbackItem = z.infer<typeof callbackItemSchema>;

const word = z.string().max(MAX_FILTER_CHARS).optional();

/**
 * The parameters of a search; times are ISO instants, `from` inclusive, `to` exclusive. A misspelt parameter is
 * refused, because it must not find everything.
 */
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
