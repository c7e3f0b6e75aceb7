import { z } from 'zod';
import { MAX_VARIABLE_CHARS } from '../limits.ts';
import { DELIVERIES, DELIVERY_REASONS, WISHES } from '../plan/choose-delivery.ts';
import type { RowCounts } from '../contacts/bins.ts';
import { attentionFactsSchema } from '../campaign/attention-facts.ts';
import { SPOKEN_AS } from '../template/spoken-forms.ts';
import { adjustmentSchema } from '../template/adjust-template.ts';
import { campaignViewSchema } from './campaign-view.ts';
import { fileShapeSchema } from './file-shape-view.ts';
import { outcomeCountsSchema, OUTCOMES } from './outcomes.ts';
import { spendEstimateSchema } from './spend.ts';

const count = z.int().min(0);
/** ISO 8601 with zone, like every time in the API. */
const instant = z.string();

/** Made by the client or the Worker; valid in object names, URLs and Exotel's campaign names. */
export const importIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{3,63}$/)
  .meta({ example: 'k3v9x2a7' });

export const IMPORT_STATES = [
  'receiving',
  'checked',
  'launching',
  'running',
  'paused',
  'stopping',
  'stopped',
  'finished',
  'failed',
  'needs_attention',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** The sum of the other counts is `total`. */
const rowCountsSchema = z.object({
  total: count,
  accepted: count,
  duplicate: count,
  invalid: count,
  blank: count,
  suppressed: count.default(0).describe('On the list of people not to be called'),
  called_recently: count.default(0).describe('Called as often as the caps allow, or about to be'),
} satisfies Record<keyof RowCounts, z.ZodType<number>>);

const planViewSchema = z.object({
  delivery: z.enum(DELIVERIES).default('inline').catch('inline').describe('How the numbers reach Exotel'),
  why: z.string().default('').describe('Why that way, in words'),
  reason: z
    .enum(DELIVERY_REASONS)
    .nullable()
    .default(null)
    .catch(null)
    .describe('The same as a code, to be said in other words'),
  lists: count.default(0),
  campaigns: count,
  startsAt: instant,
  endsAt: instant,
  days: count,
  worstCaseAttempts: count,
});
export type PlanView = z.infer<typeof planViewSchema>;

/**
 * What a person can decide about a waiting campaign: send the POST again, follow a campaign that already exists at
 * Exotel, or call none of its contacts.
 */
export const DECISIONS = ['send_again', 'adopt', 'give_up'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Something that waits for a person: what happened, what to do, and which decisions are possible. */
export const attentionSchema = z.object({
  code: z.string(),
  message: z.string(),
  seq: z.int().min(1).nullable(),
  choices: z.array(z.enum(DECISIONS)).default([]).catch([]),
  /**
   * The same as facts, for clients with their own sentences; null for a story that this client does not know, or from
   * an older Worker.
   */
  facts: attentionFactsSchema.nullable().catch(null),
});
export type Attention = z.infer<typeof attentionSchema>;

/** Which import already called these people, and whose it was. */
const earlierLaunchSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdBy: z.string(),
  launchedAt: instant,
});
export type EarlierLaunch = z.infer<typeof earlierLaunchSchema>;

const overrideSchema = z.object({ by: z.string(), at: instant, reason: z.string() });
export type Override = z.infer<typeof overrideSchema>;

/** A variable of the text, the column of its values (from 1), and how many rows to be called have no value. */
const variableViewSchema = z.object({
  name: z.string(),
  column: z.int().min(1),
  heading: z.string(),
  missing: count,
  shortened: count
    .default(0)
    .describe(`Rows to be called whose value is longer than ${MAX_VARIABLE_CHARS} characters: its beginning is said`),
  fallback: z.string().default('').describe('Said to those'),
  spoken: z.enum(SPOKEN_AS).nullable().default(null).catch(null).describe('What its values are said as'),
});

/** Where the contacts come from: a file, an earlier import's outcomes, or a campaign made elsewhere. */
const originSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file') }),
  z.object({
    kind: z.literal('import'),
    id: importIdSchema,
    name: z.string(),
    outcomes: z.array(z.enum(OUTCOMES).catch('unaccounted')).describe('Only contacts that ended so; empty is everyone'),
    keys: z.array(z.string()).default([]).describe('Only contacts who pressed a key of such a meaning'),
  }),
  z.object({
    kind: z.literal('campaign'),
    sid: z.string(),
    keepsHours: z.boolean().default(false).describe('Paused by itself outside calling hours, and resumed inside them'),
  }),
]);
export type Origin = z.infer<typeof originSchema>;

/**
 * What decides what people hear and when, as short hashes: a launch sends it back, and is refused if a part changed.
 */
const fingerprintSchema = z.record(z.string(), z.string()).meta({ id: 'Fingerprint' });
const approvalSchema = z.object({
  state: z.enum(['asked', 'sent_back', 'approved']).catch('asked'),
  by: z.string().describe('Who said the last of it: asked, sent it back, or approved it'),
  askedBy: z.string().nullish().describe('Of one that was approved'),
  at: instant,
  note: z.string().nullable(),
});

export const importSchema = z
  .object({
    id: importIdSchema,
    name: z.string(),
    // A state of a newer Worker that is unknown here needs attention; one import must not make the whole list
    // unreadable.
    state: z.enum(IMPORT_STATES).catch('needs_attention'),
    channel: z.enum(['voice', 'sms']).default('voice'),
    test: z.boolean().default(false).describe('A test call to a number of the caller, outside caps and counts'),
    origin: originSchema.default({ kind: 'file' }),
    template: z.object({ id: z.string(), name: z.string() }),
    file: z.object({
      name: z.string(),
      bytes: count,
      received: count,
      sha256: z.string().nullable(),
    }),
    rows: rowCountsSchema,
    issues: z.record(z.string(), count).describe('Rows not accepted, by code'),
    shape: fileShapeSchema.nullable(),
    otherTables: z
      .array(z.object({ line: z.int().min(1), headings: z.array(z.string()) }))
      .default([])
      .describe("Headings of other tables below, whose rows were read as this one's"),
    variables: z.array(variableViewSchema).default([]).describe('What the text takes from each row'),
    delivery: z.enum(WISHES).default('auto').catch('auto').describe('How the numbers should reach Exotel, as wished'),
    adjust: adjustmentSchema.default({}).describe('What this import does otherwise than its template'),
    plan: planViewSchema.nullable(),
    spend: spendEstimateSchema
      .nullable()
      .default(null)
      .catch(null)
      .describe('What it may cost, in rupees; null while no price is set'),
    fingerprint: fingerprintSchema
      .nullable()
      .default(null)
      .describe('Of what was checked; echo it in the launch, so that only what was seen is launched'),
    contacts: outcomeCountsSchema.describe('Sums to rows.accepted once launched'),
    campaigns: z.array(campaignViewSchema),
    attention: z.array(attentionSchema),
    missedCallbacks: z
      .int()
      .min(0)
      .optional()
      .describe('Calls of which no callback ever came; filled in from call details'),
    launchedBefore: earlierLaunchSchema
      .nullable()
      .default(null)
      .describe('The same people were launched within a day, by whatever template or file'),
    approval: approvalSchema
      .nullable()
      .default(null)
      .describe('Somebody asked others to start it, or one of them sent it back'),
    keys: z.record(z.string(), count).default({}).describe('Contacts by the meaning of the key they pressed'),
    override: overrideSchema
      .nullable()
      .default(null)
      .describe('Those called recently are called all the same: who decided it, when and why'),
    createdBy: z.string(),
    createdAt: instant,
    launchedAt: instant.nullable(),
    expiresAt: instant
      .nullable()
      .default(null)
      .describe('When the file and all that was read from it are erased, if it is not launched before'),
    finishedAt: instant.nullable(),
    asOf: instant,
  })
  .meta({ id: 'Import' });
export type Import = z.infer<typeof importSchema>;

/** One line in the list of imports: the import without its campaigns. */
export const importSummarySchema = importSchema
  .omit({
    campaigns: true,
    shape: true,
    issues: true,
    otherTables: true,
    variables: true,
    adjust: true,
    fingerprint: true,
    spend: true,
  })
  .meta({ id: 'ImportSummary' });
export type ImportSummary = z.infer<typeof importSummarySchema>;

/**
 * What one contact hears or reads. `missing` names the variables without a value: the chosen fallback is said, or
 * nothing.
 */
export const previewSchema = z
  .object({
    line: z.int().min(1),
    number: z.string().describe('E.164'),
    channel: z.enum(['voice', 'sms']),
    callerId: z.string().nullable(),
    text: z.string().nullable().describe('null where a flow decides what is said'),
    parts: z.array(
      z.union([
        z.object({ kind: z.literal('text'), text: z.string() }),
        z.object({ kind: z.literal('variable'), name: z.string(), value: z.string() }),
      ]),
    ),
    missing: z.array(z.string()),
    shortened: z.array(z.string()).default([]).describe('Variables whose value is too long: its beginning is said'),
    row: z.record(z.string(), z.string()).describe("The user's own columns"),
  })
  .meta({ id: 'Preview' });
export type Preview = z.infer<typeof previewSchema>;
