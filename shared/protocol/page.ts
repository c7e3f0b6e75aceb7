import { z } from 'zod';

/** The form of every list in the API. */
export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    total: z.int().min(0),
    offset: z.int().min(0),
    limit: z.int().min(1),
  });
}
