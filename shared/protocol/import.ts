import { z } from 'zod';
import { outcomeCountsSchema } from './outcomes.ts';

const count = z.int().min(0);
/** ISO 8601 with zone, as every time on the wire. */
const instant = z.string();

/** Made by the client or the Worker; holds in names, URLs and Exotel's campaign names alike. */
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

/**
 * `planned` until the launch; `pending` to `refused` are the outbox's; the rest are Exotel's own words, in one spelling.
 * `held` is paused before it was sent, `cancelled` stopped before it was sent.
 */
export const CAMPAIGN_STATES = [
  'planned',
  'pending',
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

export const campaignViewSchema = z.object({
  seq: z.int().min(1),
  name: z.string(),
  sid: z.string().nullable(),
  state: z.enum(CAMPAIGN_STATES),
  contacts: count,
  sendAt: instant.nullable(),
  endAt: instant.nullable(),
  outcomes: outcomeCountsSchema,
});
export type CampaignView = z.infer<typeof campaignViewSchema>;

/** `rows` always sums to `total`. */
const rowCountsSchema = z.object({
  total: count,
  accepted: count,
  duplicate: count,
  invalid: count,
  blank: count,
});
export type RowCounts = z.infer<typeof rowCountsSchema>;

/** How the file was read: what a person may want to correct. `numberColumn` counts from 1, as column A = 1. */
const fileShapeSchema = z.object({
  encoding: z.string(),
  delimiter: z.string(),
  header: z.boolean(),
  headings: z.array(z.string()),
  numberColumn: z.int().min(1),
});

const planViewSchema = z.object({
  campaigns: count,
  startsAt: instant,
  endsAt: instant,
  days: count,
  worstCaseAttempts: count,
});
export type PlanView = z.infer<typeof planViewSchema>;

/**
 * What a person can decide about a campaign that waits: make the POST again, follow a campaign that exists at Exotel
 * already, or call none of its contacts.
 */
export const DECISIONS = ['send_again', 'adopt', 'give_up'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Something that waits for a person: what happened, what to do, and what can be decided here. */
export const attentionSchema = z.object({
  code: z.string(),
  message: z.string(),
  seq: z.int().min(1).nullable(),
  choices: z.array(z.enum(DECISIONS)).default([]),
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

export const importSchema = z
  .object({
    id: importIdSchema,
    name: z.string(),
    state: z.enum(IMPORT_STATES),
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
    plan: planViewSchema.nullable(),
    contacts: outcomeCountsSchema.describe('Sums to rows.accepted once launched'),
    campaigns: z.array(campaignViewSchema),
    attention: z.array(attentionSchema),
    launchedBefore: earlierLaunchSchema
      .nullable()
      .default(null)
      .describe('The same file or the same numbers were launched with this template within a day'),
    createdBy: z.string(),
    createdAt: instant,
    launchedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    asOf: instant,
  })
  .meta({ id: 'Import' });
export type Import = z.infer<typeof importSchema>;

/** One line of the list of imports: the import without its campaigns. */
export const importSummarySchema = importSchema
  .omit({ campaigns: true, shape: true, issues: true })
  .meta({ id: 'ImportSummary' });
export type ImportSummary = z.infer<typeof importSummarySchema>;

export const openImportSchema = z
  .strictObject({
    template: z.string().min(1),
    fileName: z.string().min(1).max(255),
    fileBytes: z.int().min(0),
    name: z.string().min(1).max(200).optional(),
    id: importIdSchema.optional(),
  })
  .meta({ id: 'OpenImport' });
export type OpenImport = z.infer<typeof openImportSchema>;

/** `number` is a heading as written in the file, or a position counted from 1. */
const columnChoiceSchema = z.strictObject({
  number: z.union([z.string().min(1), z.int().min(1)]).optional(),
  header: z.boolean().optional(),
});

export const checkRequestSchema = z
  .strictObject({ columns: columnChoiceSchema.optional(), template: z.string().min(1).optional() })
  .meta({ id: 'CheckRequest' });
export type CheckRequest = z.infer<typeof checkRequestSchema>;

/** `sid` is the Exotel campaign to adopt; the other decisions need none. */
export const decideRequestSchema = z
  .strictObject({ decision: z.enum(DECISIONS), sid: z.string().min(1).max(64).optional() })
  .meta({ id: 'DecideRequest' });
export type DecideRequest = z.infer<typeof decideRequestSchema>;

/** What the user saw when pressing the button; a different plan is refused. */
export const launchRequestSchema = z
  .strictObject({
    expect: z.strictObject({ contacts: count, campaigns: count }),
    again: z.boolean().optional().describe('Call the same people again although they were launched within a day'),
  })
  .meta({ id: 'LaunchRequest' });
export type LaunchRequest = z.infer<typeof launchRequestSchema>;

export const rowIssueViewSchema = z
  .object({
    line: z.int().min(1),
    value: z.string(),
    code: z.string(),
    message: z.string(),
    fix: z.string(),
    firstLine: z.int().min(1).optional(),
  })
  .meta({ id: 'RowIssue' });
export type RowIssueView = z.infer<typeof rowIssueViewSchema>;
