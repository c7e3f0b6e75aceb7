import { z } from 'zod';
import { sampleText } from './exotel-samples.ts';

/** What the pages leave blank or mask in a sample, and what stands there instead wherever it must be real. */
const STAND_INS = {
  '<your_sid>': 'Exotel',
  '<app_id>': '123',
  '0xxxx83280': '08088883280',
  '0XXXX83280': '08088883280',
  '0XXXX683280': '08088683280',
  '0XXXXXXXXX1': '08088919881',
} as const;

/** The sample with its blanks filled in; `more` replaces ids that have to exist. Everything else is as printed. */
export function filledIn(file: string, more: Readonly<Record<string, string>> = {}): unknown {
  let text = sampleText(file);
  for (const [blank, real] of Object.entries({ ...STAND_INS, ...more })) text = text.replaceAll(blank, real);
  return JSON.parse(text);
}

const texts = z.array(z.string());

/** A voice campaign as the samples of both directions write it. */
export const voiceSampleSchema = z.looseObject({
  name: z.string().optional(),
  caller_id: z.string().default(''),
  from: texts.optional(),
  lists: texts.optional(),
  url: z.string().optional(),
  read_via_text: z.string().optional(),
  retries: z
    .object({
      number_of_retries: z.number(),
      interval_mins: z.number(),
      mechanism: z.enum(['Linear', 'Exponential']),
      on_status: z.array(z.enum(['busy', 'no-answer', 'failed'])),
    })
    .optional(),
  status_callback: z.string().default(''),
  call_status_callback: z.string().default(''),
  call_schedule_callback: z.string().default(''),
  custom_field: z.string().optional(),
});

const bodySchema = z.object({ campaigns: z.tuple([voiceSampleSchema]) });

/** The one campaign of a create or update sample. */
export function campaignOf(body: unknown): z.infer<typeof voiceSampleSchema> {
  return bodySchema.parse(body).campaigns[0];
}
