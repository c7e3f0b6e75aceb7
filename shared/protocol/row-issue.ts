import { z } from 'zod';
import { skipReasonSchema } from '../people/screen-answer.ts';

/** One row that is not called, and why. */
export const rowIssueViewSchema = z
  .object({
    line: z.int().min(1),
    value: z.string(),
    code: z.string(),
    message: z.string(),
    fix: z.string(),
    firstLine: z.int().min(1).optional(),
    ...skipReasonSchema.partial().shape,
  })
  .meta({ id: 'RowIssue' });
export type RowIssueView = z.infer<typeof rowIssueViewSchema>;
