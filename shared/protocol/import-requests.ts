import { z } from 'zod';
import { NUMBER_POLICIES } from '../columns/column-verdict.ts';
import { MAX_VARIABLE_CHARS, MAX_VARIABLE_NAME_CHARS, MAX_VARIABLES } from '../limits.ts';
import { SPOKEN_AS } from '../template/spoken-forms.ts';
import { MAX_DO_NOT_CALL_COLUMNS, MAX_MORE_COLUMNS } from '../list-limits.ts';
import { MAX_NOTE_CHARS } from '../people-limits.ts';
import { notCalledForDaysSchema } from '../people/screen-answer.ts';
import { WISHES } from '../plan/choose-delivery.ts';
import { adjustmentSchema } from '../template/adjust-template.ts';
import { DECISIONS, importIdSchema } from './import.ts';
import { FINAL_OUTCOMES, OUTCOMES } from './outcomes.ts';

const count = z.int().min(0);

/** Names are shown to people, so control characters are removed. */
const printableSchema = z.string().overwrite((text) => text.replaceAll(/\p{Cc}+/gu, ' ').trim());

export const openImportSchema = z
  .strictObject({
    template: z.string().min(1),
    fileName: printableSchema.min(1).max(255),
    fileBytes: z.int().min(0),
    name: printableSchema.min(1).max(200).optional(),
    id: importIdSchema.optional(),
  })
  .meta({ id: 'OpenImport' });
export type OpenImport = z.infer<typeof openImportSchema>;

const flagSchema = z.enum(['true', 'false']).default('false');

/** The query of a file sent in one request. A misspelt launch is refused, so that it does not look like a success. */
export const oneShotQuerySchema = z.object({
  template: z.string().min(1),
  name: printableSchema.optional(),
  fileName: printableSchema.optional(),
  id: importIdSchema.optional(),
  launch: flagSchema,
  again: flagSchema,
  column: z.string().min(1).optional().describe('The column of the numbers: its heading, or its position from 1'),
  numbers: z.enum(NUMBER_POLICIES).optional().describe('What becomes of the numbers in further columns'),
  status: z.string().min(1).optional().describe('The column that says how far each person is, said likewise'),
  doNotCall: z
    .string()
    .min(1)
    .optional()
    .describe('The column that says who must not be called, said likewise; `none`: no column does'),
  notCalledForDays: z.coerce.number().pipe(notCalledForDaysSchema).optional(),
  unlessChanged: flagSchema,
});

/** Which contacts a download of results contains: those with these outcomes, separated by commas, or all. */
export const resultsQuerySchema = z.object({
  outcome: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((word) => word !== ''))
    .pipe(z.array(z.enum(OUTCOMES))),
});

export type OneShotQuery = z.infer<typeof oneShotQuerySchema>;

/** Contacts of an earlier import to be called again: those with these outcomes, or all. */
export const importAgainSchema = z
  .strictObject({
    template: z.string().min(1),
    from: z.strictObject({
      import: importIdSchema,
      outcomes: z
        .array(z.enum(OUTCOMES))
        .max(OUTCOMES.length)
        .refine((all) => all.every((each) => FINAL_OUTCOMES.includes(each)), 'only outcomes that are final')
        .default([]),
      keys: z
        .array(z.string().min(1).max(32))
        .max(10)
        .default([])
        .describe('Only those who pressed a key of such a meaning, such as "interested"'),
    }),
    name: printableSchema.min(1).max(200).optional(),
    id: importIdSchema.optional(),
  })
  .meta({ id: 'ImportAgain' });
export type ImportAgain = z.infer<typeof importAgainSchema>;

/** A heading as written in the file, or a position counted from 1. */
const columnSchema = z.union([z.string().min(1), z.int().min(1)]);

export const columnChoiceSchema = z.strictObject({
  number: columnSchema.optional(),
  header: z.boolean().optional(),
  callingCode: columnSchema
    .nullable()
    .optional()
    .describe("The column with the calling code or country of each row's number; null for none"),
  more: z.array(columnSchema).max(MAX_MORE_COLUMNS).optional().describe('Further columns with numbers, in order'),
  numbers: z.enum(NUMBER_POLICIES).optional().describe('What becomes of the numbers in them'),
  variables: z
    .record(z.string().min(1).max(MAX_VARIABLE_NAME_CHARS), columnSchema)
    .optional()
    .describe('Variable of the text to its column'),
  required: z
    .array(columnSchema)
    .max(MAX_VARIABLES)
    .optional()
    .describe('Columns without whose value a row is left out (`value_missing`)'),
  status: columnSchema
    .nullable()
    .optional()
    .describe(
      'The column that says how far each person is: a keyed mark of it is kept with the calls; left out: one headed Stage, Status or the like; null: none',
    ),
  doNotCall: z
    .array(columnSchema)
    .max(MAX_DO_NOT_CALL_COLUMNS)
    .optional()
    .describe(
      'The columns that say who must not be called (`do_not_call`); left out: those headed "Do not call", "DND" and the like, and such words under other headings; an empty list: none',
    ),
  fallbacks: z
    .record(z.string().min(1).max(MAX_VARIABLE_NAME_CHARS), z.string().max(MAX_VARIABLE_CHARS))
    .optional()
    .describe('Variable of the text to what is said where a row has no value'),
  spoken: z
    .record(z.string().min(1).max(MAX_VARIABLE_NAME_CHARS), z.enum(SPOKEN_AS))
    .optional()
    .describe("Variable of the text to what it is said as, in words of the text's language"),
});

export const checkRequestSchema = z
  .strictObject({
    columns: columnChoiceSchema.optional(),
    template: z.string().min(1).optional(),
    delivery: z.enum(WISHES).optional(),
    adjust: adjustmentSchema.optional().describe('Replaces what was adjusted before'),
    override: z
      .literal('called_recently')
      .optional()
      .describe('Call those called recently all the same; nothing overrides the list of people not to be called'),
    reason: z.string().trim().min(1).max(MAX_NOTE_CHARS).optional().describe('Why; an override needs it'),
    notCalledForDays: notCalledForDaysSchema
      .nullable()
      .optional()
      .describe('Leave out whom this template called within so many days; null: nobody; left out: as before'),
    unlessChanged: z
      .boolean()
      .optional()
      .describe(
        'Of those, call again whose `columns.status` is another than when they were called last; left out: as before',
      ),
  })
  .refine(({ override, reason }) => override === undefined || reason !== undefined, {
    path: ['reason'],
    message: 'an override needs a reason',
  })
  .meta({ id: 'CheckRequest' });
export type CheckRequest = z.infer<typeof checkRequestSchema>;

/** How a campaign made elsewhere is followed; fields that are left out stay unchanged. */
export const adoptRequestSchema = z
  .strictObject({
    keepHours: z.boolean().optional().describe('Pause it by itself outside calling hours, and resume it inside them'),
  })
  .meta({ id: 'AdoptRequest' });

/** `sid` is the Exotel campaign to adopt; the other decisions need none. */
export const decideRequestSchema = z
  .strictObject({ decision: z.enum(DECISIONS), sid: z.string().min(1).max(64).optional() })
  .meta({ id: 'DecideRequest' });
export type DecideRequest = z.infer<typeof decideRequestSchema>;

/** What the user saw when pressing the button; if the plan differs by then, the launch is refused. */
export const launchRequestSchema = z
  .strictObject({
    expect: z.object({
      contacts: count,
      campaigns: count,
      fingerprint: z
        .record(z.string().max(40), z.string().max(100))
        .optional()
        .describe(
          'As the import had it, or the parts of it that were seen; another one now is refused as plan_changed',
        ),
    }),
    again: z.boolean().optional().describe('Call the same people again although they were launched within a day'),
  })
  .meta({ id: 'LaunchRequest' });
export type LaunchRequest = z.infer<typeof launchRequestSchema>;
