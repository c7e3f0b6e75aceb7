import { z } from 'zod';
import { MAX_NOTE_CHARS } from '../people-limits.ts';

const count = z.int().min(0);

/** Whether everything of everybody is stopped. */
export const brakeSchema = z
  .object({
    state: z
      .enum(['released', 'stopping', 'stopped'])
      .describe('stopped: nothing of the imports it stopped can ring any more'),
    by: z.string().nullable(),
    reason: z.string().nullable(),
    at: z.iso.datetime().nullable(),
    done: count.describe('Imports of which nothing can ring any more'),
    total: count.describe('Imports it stopped; while released, those a press would stop'),
    calls: count.describe('Contacts of these who were not called to the end'),
  })
  .meta({ id: 'Brake' });
export type Brake = z.infer<typeof brakeSchema>;

export const stopEverythingSchema = z
  .strictObject({ reason: z.string().trim().max(MAX_NOTE_CHARS).default('') })
  .meta({ id: 'StopEverything' });
