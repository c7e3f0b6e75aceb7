import { z } from 'zod';
import {
  MAX_CUSTOM_FIELD_CHARS,
  MAX_FLOW_URL_CHARS,
  MAX_GREETING_CHARS,
  MAX_MENU_REPEATS,
  MAX_NAME_CHARS,
  MAX_RETRIES,
  MAX_RETRY_INTERVAL_MINUTES,
  MIN_CAMPAIGN_NAME_CHARS,
} from '../limits.ts';
import { parseWindowTimes } from '../plan/calling-window.ts';
import type { TemplateIssueCode } from './template-sentences.ts';

/** Puts our code where zod puts a message; the sentence is looked up when the issue is shown. */
function code(code: TemplateIssueCode): { error: TemplateIssueCode } {
  return { error: code };
}

const typed = {
  error: (issue: { readonly input?: unknown }): TemplateIssueCode =>
    issue.input === undefined ? 'required' : 'wrong_type',
};

/** A union's own complaint, unless what it was given is no object at all. */
function union(code: TemplateIssueCode): { error: (issue: UnionIssue) => TemplateIssueCode } {
  return { error: (issue) => (issue.code === 'invalid_type' ? typed.error(issue) : code) };
}

type UnionIssue = { readonly code?: string; readonly input?: unknown };

const CONTROL_CHARACTER = /\p{Cc}/u;

/** Exotel shows ExoPhones in national form (08088919888) and takes E.164 as well; which one is kept as written. */
const CALLER_ID = /^(?:0\d{7,12}|\+[1-9]\d{7,14})$/;

/** Both http and https, and a host of its own for Mumbai accounts (my.in.exotel.com), appear in Exotel's samples. */
const FLOW_URL = /^https?:\/\/(?:[a-z0-9-]+\.){1,3}exotel\.com\/[A-Za-z0-9_-]{1,64}\/exoml\/start_voice\/\d{1,12}$/;

const textSchema = z
  .string(typed)
  .trim()
  .min(1, code('text_empty'))
  .max(MAX_GREETING_CHARS, code('text_too_long'))
  .refine((text) => !text.includes('@@'), code('dynamic_text_later'))
  .describe('What is read out, the same for everyone.');

const flowSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('flow'),
      url: z
        .string(typed)
        .max(MAX_FLOW_URL_CHARS, code('flow_url_malformed'))
        .regex(FLOW_URL, code('flow_url_malformed'))
        .describe('The flow as Exotel addresses it: http://my.exotel.com/<sid>/exoml/start_voice/<app id>.'),
    }),
    z.strictObject({ kind: z.literal('greeting'), text: textSchema }),
    z.strictObject({
      kind: z.literal('ivr'),
      text: textSchema,
      repeatMenu: z
        .int(code('menu_repeats_out_of_range'))
        .min(0, code('menu_repeats_out_of_range'))
        .max(MAX_MENU_REPEATS, code('menu_repeats_out_of_range'))
        .default(0),
    }),
  ],
  union('flow_kind_unknown'),
);

const retriesSchema = z
  .strictObject({
    count: z
      .int(code('retry_count_out_of_range'))
      .min(0, code('retry_count_out_of_range'))
      .max(MAX_RETRIES, code('retry_count_out_of_range'))
      .describe('Extra attempts for a number, beyond the first.'),
    intervalMinutes: z
      .int(code('retry_interval_out_of_range'))
      .min(0, code('retry_interval_out_of_range'))
      .max(MAX_RETRY_INTERVAL_MINUTES, code('retry_interval_out_of_range'))
      .default(0)
      .describe('At least 1 when there are retries.'),
    mechanism: z.enum(['Linear', 'Exponential'], code('retry_mechanism_unknown')).default('Linear'),
    on: z
      .array(z.enum(['busy', 'no-answer', 'failed'], code('retry_status_unknown')))
      .max(3, code('retry_status_repeated'))
      .refine((on) => new Set(on).size === on.length, code('retry_status_repeated'))
      .default([])
      .describe('At least one when there are retries.'),
  })
  .refine((retries) => retries.count === 0 || retries.intervalMinutes >= 1, {
    ...code('retry_interval_missing'),
    path: ['intervalMinutes'],
  })
  .refine((retries) => retries.count === 0 || retries.on.length >= 1, {
    ...code('retry_statuses_missing'),
    path: ['on'],
  });

const timeOfDaySchema = z.string(typed).regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, code('window_malformed'));

const windowSchema = z.strictObject({ from: timeOfDaySchema, to: timeOfDaySchema }).check((context) => {
  const window = parseWindowTimes(context.value);
  if (window.ok || window.error.code === 'window_malformed') return; // the times themselves say so
  context.issues.push({ code: 'custom', message: window.error.code, input: context.value });
});

const voiceShape = {
  name: z
    .string(typed)
    .trim()
    .min(MIN_CAMPAIGN_NAME_CHARS, code('name_too_short'))
    .max(MAX_NAME_CHARS, code('name_too_long'))
    .refine((name) => !CONTROL_CHARACTER.test(name), code('name_unprintable')),
  channel: z.literal('voice'),
  callerId: z
    .string(typed)
    .regex(CALLER_ID, code('caller_id_malformed'))
    .describe('An ExoPhone of the account, as Exotel lists it.'),
  flow: flowSchema,
  retries: retriesSchema.default({ count: 0, intervalMinutes: 0, mechanism: 'Linear', on: [] }),
  window: windowSchema
    .nullable()
    .default(null)
    .describe("Local times between which calls may be made; null is the account's window."),
  throttle: z
    .int(code('throttle_out_of_range'))
    .min(1, code('throttle_out_of_range'))
    .nullable()
    .default(null)
    .describe("Calls a minute, below the account's; null leaves the pace to Exotel."),
  callDuplicates: z.boolean().default(false),
  customField: z.string().max(MAX_CUSTOM_FIELD_CHARS, code('custom_field_too_long')).nullable().default(null),
};

const storedShape = {
  id: z.string().min(1).max(64),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  createdBy: z.string(),
};

/** What a client sends. Unknown settings are refused, so that a typo never silently loses one. */
export const templateInputSchema = z.discriminatedUnion(
  'channel',
  [z.strictObject(voiceShape)],
  union('channel_unknown'),
);

/** What is stored and answered. */
export const templateSchema = z.discriminatedUnion(
  'channel',
  [z.strictObject({ ...storedShape, ...voiceShape })],
  union('channel_unknown'),
);

/** A template with every default filled in. */
export type TemplateInput = z.infer<typeof templateInputSchema>;
export type Template = z.infer<typeof templateSchema>;
