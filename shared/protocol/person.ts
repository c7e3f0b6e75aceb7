import { z } from 'zod';
import { MAX_NOTE_CHARS } from '../people-limits.ts';
import { suppressionSchema } from '../people/suppression.ts';
import { contactSearchSchema } from './contact.ts';

const numberSchema = z.string().min(1).max(100).describe('However it is written');

export const findPersonSchema = z.strictObject({ number: numberSchema }).meta({ id: 'FindPerson' });

export const erasePersonSchema = z
  .strictObject({ number: numberSchema, reason: z.string().trim().min(1).max(MAX_NOTE_CHARS) })
  .meta({ id: 'ErasePerson' });

const personImportSchema = z.object({
  id: z.string(),
  name: z.string(),
  template: z.string(),
  channel: z.enum(['voice', 'sms']),
  state: z.string(),
  launchedBy: z.string(),
  launchedAt: z.string().nullable(),
  contacts: contactSearchSchema.shape.items.describe('Its rows in the file, with campaign, outcome and every attempt'),
});

/** Everything known about one number, as a regulator or the person may ask for it. */
export const personSchema = z
  .object({
    number: z.string().describe('As it was understood: E.164'),
    suppressed: z.boolean().describe('Whether an entry holds now, for whatever channel or template'),
    entries: z
      .array(suppressionSchema)
      .describe('On the list of people not to be called; one without a number was erased'),
    removals: z.array(z.object({ at: z.string(), by: z.string(), reason: z.string(), source: z.string() })),
    imports: z.array(personImportSchema).describe('Newest launch first'),
    attempts: z.int().min(0).describe('Calls and messages of these imports'),
    asOf: z.string(),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof personSchema>;

const leftImportSchema = z.object({ id: z.string(), name: z.string(), state: z.string() });
export type LeftImport = Readonly<z.infer<typeof leftImportSchema>>;

export const erasedPersonSchema = z
  .object({
    entry: suppressionSchema.describe(
      'What is left: a keyed hash and the last digits. The number is never called again',
    ),
    state: z
      .enum(['erased', 'under_way'])
      .describe('Under way: the rest is done by itself; asking again says how far it is'),
    left: z
      .array(leftImportSchema)
      .readonly()
      .describe('Imports that are not over yet, or still arriving: the number is erased there once they are'),
  })
  .meta({ id: 'ErasedPerson' });
export type ErasedAnswer = z.infer<typeof erasedPersonSchema>;
