import { z } from 'zod';
import { COLUMN_DOUBTS, COLUMN_REASONS, NUMBER_POLICIES } from '../columns/column-verdict.ts';
import { LETTER_DOUBTS } from '../csv/letter-doubt.ts';

const count = z.int().min(0);

/** As in `shared/contacts/column-verdict`, with columns from 1. `doubt` is null if the choice is sure. */
const columnVerdictSchema = z.object({
  why: z.enum(COLUMN_REASONS).catch('heading'),
  // A newer Worker may send an unknown reason; the choice then still counts as a guess.
  doubt: z.enum(COLUMN_DOUBTS).nullable().catch('heading_unknown'),
  other: z.int().min(1).nullable(),
  message: z.string().describe('The same in words'),
  candidates: z.array(z.object({ column: z.int().min(1), heading: z.string(), samples: z.array(z.string()) })),
});

/** How the file was read, so that a person can correct it. `numberColumn` counts from 1, as column A = 1. */
export const fileShapeSchema = z.object({
  encoding: z.string(),
  letterDoubt: z.enum(LETTER_DOUBTS).nullable().default(null).catch(null).describe('Why letters may read wrong'),
  delimiter: z.string(),
  header: z.boolean(),
  headings: z.array(z.string()),
  numberColumn: z.int().min(1),
  verdict: columnVerdictSchema.nullable().default(null).describe('How the number column was found'),
  callingCodeColumn: z.int().min(1).nullable().default(null),
  moreColumns: z.array(z.int().min(1)).default([]).describe('Further columns with phone numbers'),
  numbers: z.enum(NUMBER_POLICIES).default('first').catch('first').describe('What becomes of the numbers in them'),
  requiredColumns: z.array(z.int().min(1)).default([]).describe('Rows without a value there are left out'),
  statusColumn: z.int().min(1).nullable().default(null).describe('What says how far each person is'),
  doNotCallColumns: z
    .array(z.int().min(1))
    .default([])
    .describe('What says who must not be called: a heading such as DND, or such words in the cells'),
  linesAbove: count.default(0).describe('Lines above the rows that are no rows: titles and headings'),
});
