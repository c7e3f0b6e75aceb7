import { z } from 'zod';
import { ISSUE_CODES } from '../contacts/issue.ts';
import { OUTCOMES } from './outcomes.ts';

const words = z.string().nullable();

const contactCallSchema = z.object({
  sid: z.string(),
  status: z.string(),
  at: words,
  durationSeconds: z.number().min(0).nullable(),
  digits: words,
  recordingUrl: words,
});

/** One row of an import with the number asked for: where it is, and its outcome. */
const foundContactSchema = z
  .object({
    line: z.int().min(1).nullable().describe('As the spreadsheet numbers it; null without a file'),
    row: z.record(z.string(), z.string()).describe("The user's own columns"),
    bin: z.enum(['accepted', 'duplicate', 'left_out']).catch('left_out'),
    firstLine: z.int().min(1).nullable().describe('Of a duplicate: the line that is called'),
    issue: z
      .object({ code: z.enum(ISSUE_CODES).catch('not_a_number'), value: z.string() })
      .optional()
      .describe('Of a row left out: why, and what its number cell holds'),
    seq: z.int().min(1).nullable().describe('Its campaign; null before the launch'),
    outcome: z.enum(OUTCOMES).nullable().catch('unaccounted'),
    calls: z.array(contactCallSchema),
  })
  .meta({ id: 'FoundContact' });
export type FoundContact = z.infer<typeof foundContactSchema>;

export const contactSearchSchema = z
  .object({
    number: z.string().describe('As it was understood: E.164; as it was asked for where only rows left out hold it'),
    items: z.array(foundContactSchema).describe('Empty: the number is not in this import'),
    asOf: z.string(),
  })
  .meta({ id: 'ContactSearch' });
export type ContactSearch = z.infer<typeof contactSearchSchema>;

export const findContactSchema = z.object({ number: z.string().describe('However it is written') });

/** How many calls or messages were made in each minute. */
export const paceSchema = z
  .object({
    items: z.array(z.object({ at: z.string(), calls: z.int().min(0) })).describe('Minutes without any are left out'),
    asOf: z.string(),
  })
  .meta({ id: 'Pace' });
export type Pace = z.infer<typeof paceSchema>;
