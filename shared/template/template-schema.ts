import { z } from 'zod';
import {
  MAX_CUSTOM_FIELD_CHARS,
  MAX_DLT_ID_CHARS,
  MAX_FLOW_URL_CHARS,
  MAX_GREETING_CHARS,
  MAX_MENU_REPEATS,
  MAX_MESSAGE_CHARS,
  MAX_NAME_CHARS,
  MAX_RETRIES,
  MAX_RETRY_INTERVAL_MINUTES,
  MAX_SENDER_ID_CHARS,
  MAX_VARIABLES,
  MIN_CAMPAIGN_NAME_CHARS,
} from '../limits.ts';
import { PURPOSES } from '../people/purpose.ts';
import { parseWindowTimes } from '../plan/calling-window.ts';
import type { TemplateIssueCode } from './template-sentences.ts';
import { hasNamedVariables, variableNames } from './split-text.ts';

/** Puts our code into zod's message; the sentence is looked up when the issue is shown. */
function code(code: TemplateIssueCode): { error: TemplateIssueCode } {
  return { error: code };
}

const typed = {
  error: (issue: { readonly input?: unknown }): TemplateIssueCode =>
    issue.input === undefined ? 'required' : 'wrong_type',
};

/** The union's own code, unless the input is not an object at all. */
function union(code: TemplateIssueCode): { error: (issue: UnionIssue) => TemplateIssueCode } {
  return { error: (issue) => (issue.code === 'invalid_type' ? typed.error(issue) : code) };
}

type UnionIssue = { readonly code?: string; readonly input?: unknown };

const CONTROL_CHARACTER = /\p{Cc}/u;

/** Exotel shows ExoPhones in national form (08088919888) and also accepts E.164; the value is kept as written. */
const CALLER_ID = /^(?:0\d{7,12}|\+[1-9]\d{7,14})$/;

/** Exotel's samples have http and https, and another host for Mumbai accounts (my.in.exotel.com). */
const FLOW_URL = /^https?:\/\/(?:[a-z0-9-]+\.){1,3}exotel\.com\/[A-Za-z0-9_-]{1,64}\/exoml\/start_voice\/\d{1,12}$/;

const DLT_ID = new RegExp(`^\\d{1,${MAX_DLT_ID_CHARS}}$`);
const LETTERS_SENDER = new RegExp(`^[A-Za-z]{1,${MAX_SENDER_ID_CHARS}}$`);
const DIGITS_SENDER = new RegExp(`^\\d{1,${MAX_SENDER_ID_CHARS}}$`);

const textSchema = z
  .string(typed)
  .trim()
  .min(1, code('text_empty'))
  .max(MAX_GREETING_CHARS, code('text_too_long'))
  .refine(hasNamedVariables, code('variable_malformed'))
  .refine((text) => variableNames(text).length <= MAX_VARIABLES, code('too_many_variables'))
  .describe('What is read out. @@Name stands for the value of the column Name in the row of whoever is called.');

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

export const retriesSchema = z
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

export const windowSchema = z.strictObject({ from: timeOfDaySchema, to: timeOfDaySchema }).check((context) => {
  const window = parseWindowTimes(context.value);
  if (window.ok || window.error.code === 'window_malformed') return; // the times themselves say so
  context.issues.push({ code: 'custom', message: window.error.code, input: context.value });
});

export const throttleSchema = z.int(code('throttle_out_of_range')).min(1, code('throttle_out_of_range')).nullable();

/**
 * A digit and what pressing it means: `opt_out` puts the number on the list of people not to be called; other words are
 * counted.
 */
const keysSchema = z
  .record(
    z.string().regex(/^\d$/, code('key_malformed')),
    z.string(typed).regex(/^[a-z][a-z0-9_]{0,31}$/, code('meaning_malformed')),
  )
  .describe('A digit to its meaning: opt_out, interested, or a word of your own');

const sharedShape = {
  purpose: z
    .enum(PURPOSES, code('purpose_unknown'))
    .default('service')
    .describe('Decides the hours: promotional 10:00-21:00, recovery 08:00-19:00'),
  name: z
    .string(typed)
    .trim()
    .min(MIN_CAMPAIGN_NAME_CHARS, code('name_too_short'))
    .max(MAX_NAME_CHARS, code('name_too_long'))
    .refine((name) => !CONTROL_CHARACTER.test(name), code('name_unprintable')),
  window: windowSchema
    .nullable()
    .default(null)
    .describe("Local times between which calls may be made and messages sent; null is the account's window."),
};

const voiceShape = {
  ...sharedShape,
  channel: z.literal('voice'),
  callerId: z
    .string(typed)
    .regex(CALLER_ID, code('caller_id_malformed'))
    .describe('An ExoPhone of the account, as Exotel lists it.'),
  flow: flowSchema,
  retries: retriesSchema.default({ count: 0, intervalMinutes: 0, mechanism: 'Linear', on: [] }),
  throttle: throttleSchema
    .default(null)
    .describe("Calls a minute, below the account's; null leaves the pace to Exotel."),
  callDuplicates: z.boolean().default(false),
  keys: keysSchema.default({}),
  customField: z.string().max(MAX_CUSTOM_FIELD_CHARS, code('custom_field_too_long')).nullable().default(null),
};

const dltIdSchema = z.string(typed).trim().regex(DLT_ID, code('dlt_id_malformed'));

const smsShape = {
  ...sharedShape,
  channel: z.literal('sms'),
  text: z
    .string(typed)
    .trim()
    .min(1, code('text_empty'))
    .max(MAX_MESSAGE_CHARS, code('message_too_long'))
    .refine(hasNamedVariables, code('variable_malformed'))
    .refine((text) => variableNames(text).length <= MAX_VARIABLES, code('too_many_variables'))
    .describe('The text as approved on DLT. @@Name stands for the value of the column Name.'),
  smsType: z.enum(['transactional', 'promotional'], code('sms_type_unknown')).default('transactional'),
  senderId: z.string(typed).trim().describe('Letters for transactional messages, digits for promotional ones.'),
  dltEntityId: dltIdSchema.describe('The entity id of the DLT registration: digits only.'),
  dltTemplateId: dltIdSchema.describe('The id under which the text is approved on DLT: digits only.'),
};

const storedShape = {
  id: z.string().min(1).max(64),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  createdBy: z.string(),
};

/**
 * Exotel removes a number that a list already has, so two rows of one person would become one call with one of the two
 * texts.
 */
function checkVoice({ value, issues }: z.core.ParsePayload<z.infer<z.ZodObject<typeof voiceShape>>>): void {
  if (!value.callDuplicates || !isPersonal(value)) return;
  issues.push({ code: 'custom', path: ['callDuplicates'], message: 'duplicates_in_personal_text', input: true });
}

function checkSms({ value, issues }: z.core.ParsePayload<z.infer<z.ZodObject<typeof smsShape>>>): void {
  const fits = value.smsType === 'transactional' ? LETTERS_SENDER : DIGITS_SENDER;
  if (fits.test(value.senderId)) return;
  const message: TemplateIssueCode =
    value.smsType === 'transactional' ? 'sender_id_not_letters' : 'sender_id_not_digits';
  issues.push({ code: 'custom', path: ['senderId'], message, input: value.senderId });
}

/** What a client sends. Unknown settings are refused, so that a typing mistake never silently loses one. */
export const templateInputSchema = z.discriminatedUnion(
  'channel',
  [z.strictObject(voiceShape).check(checkVoice), z.strictObject(smsShape).check(checkSms)],
  union('channel_unknown'),
);

/** What is stored and answered. */
export const templateSchema = z.discriminatedUnion(
  'channel',
  [z.strictObject({ ...storedShape, ...voiceShape }), z.strictObject({ ...storedShape, ...smsShape })],
  union('channel_unknown'),
);

/** A template with every default filled in. */
export type TemplateInput = z.infer<typeof templateInputSchema>;
export type VoiceTemplateInput = Extract<TemplateInput, { channel: 'voice' }>;
export type SmsTemplateInput = Extract<TemplateInput, { channel: 'sms' }>;
export type Template = z.infer<typeof templateSchema>;
export type Channel = Template['channel'];

/** The text that is said or sent, if the template has it; a flow's words are at Exotel. */
export function templateText(template: TextTemplate): string | null {
  if (template.channel === 'sms') return template.text;
  return template.flow.kind === 'flow' ? null : template.flow.text;
}

type TextTemplate = Pick<SmsTemplateInput, 'channel' | 'text'> | Pick<VoiceTemplateInput, 'channel' | 'flow'>;

/** Whether everybody hears or reads a text of their own. */
export function isPersonal(template: TextTemplate): boolean {
  return variableNames(templateText(template) ?? '').length > 0;
}
