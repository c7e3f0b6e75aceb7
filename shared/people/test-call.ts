import { z } from 'zod';
import { MAX_COLUMNS } from '../limits.ts';
import { columnChoiceSchema } from '../protocol/import-requests.ts';
import { importIdSchema } from '../protocol/import.ts';

const cellsSchema = z.array(z.string()).max(MAX_COLUMNS);

/** One call to the user's own number, with the values of one row. */
export const testCallSchema = z
  .strictObject({
    template: z.string().min(1),
    number: z.string().min(1).max(64).describe("The caller's own number, as people write it"),
    id: importIdSchema.optional().describe('Of the press: repeated with it, a call is made once'),
    name: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .describe('After what it is called: the list it is made for; left out, the template'),
    headings: cellsSchema.optional().describe("The file's headings; left out where it has none"),
    row: cellsSchema.optional().describe('The values of the row whose text is heard'),
    columns: columnChoiceSchema
      .pick({ variables: true, fallbacks: true, spoken: true })
      .optional()
      .describe('Which columns the text takes its values from, as a check is told'),
  })
  .refine(({ headings, row = [] }) => headings === undefined || row.length <= headings.length, {
    path: ['row'],
    message: 'has more values than there are headings',
  })
  .meta({ id: 'TestCall' });
export type TestCall = z.infer<typeof testCallSchema>;
