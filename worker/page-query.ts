import { z } from 'zod';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../shared/limits.ts';

export const pageQuerySchema = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  // A limit larger than a page gets one page; the answer says how many that is.
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .default(DEFAULT_PAGE_SIZE)
    .transform((limit) => Math.min(limit, MAX_PAGE_SIZE)),
});
