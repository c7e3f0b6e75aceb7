import { z } from 'zod';
import { MAX_CAP_HOURS, MAX_SCREENED_NUMBERS } from '../people-limits.ts';

/** Why a number is not called: the rule, since when, and by whom. */
export const skipReasonSchema = z.object({
  rule: z.enum(['suppressed', 'called_recently']),
  detail: z
    .string()
    .describe(
      'Where the entry comes from, or which cap is reached; `template`, `changed`, `status_unknown`: called lately with the same template, and what the status column says is as it was, another, or cannot be compared',
    ),
  since: z.string(),
  by: z.string(),
  importName: z.string().nullable().describe('The import that called last, or that an entry came from'),
  note: z.string().nullable(),
});
export type SkipReason = Readonly<z.infer<typeof skipReasonSchema>>;

/** Numbers that are not called, ascending, each with the place of its reason. */
export interface ScreenHits {
  readonly suppressed: Float64Array;
  readonly suppressedBy: Uint32Array;
  readonly calledRecently: Float64Array;
  readonly calledBy: Uint32Array;
  readonly reasons: readonly SkipReason[];
}

/** People whom the template called or is about to call within so many days count as called recently too. */
export const notCalledForDaysSchema = z
  .int()
  .min(1)
  .max(MAX_CAP_HOURS / 24);

export const screenRequestSchema = z
  .strictObject({
    template: z.string().min(1),
    numbers: z.array(z.string().max(100)).max(MAX_SCREENED_NUMBERS).describe('However they are written'),
    notCalledForDays: notCalledForDaysSchema.optional(),
    import: z.string().optional().describe('Its own reservations do not count'),
  })
  .meta({ id: 'ScreenRequest' });

export const screenAnswerSchema = z
  .object({
    suppressed: z.array(z.string()).describe('E.164'),
    calledRecently: z.array(z.string()).describe('E.164; none of them is suppressed'),
    unreadable: z.array(z.string()).describe('As they were sent'),
    reasons: z.array(skipReasonSchema.extend({ number: z.string() })),
  })
  .meta({ id: 'ScreenAnswer' });
export type ScreenAnswer = z.infer<typeof screenAnswerSchema>;
