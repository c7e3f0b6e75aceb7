import { z } from 'zod';

/** Every list on the wire. */
export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    total: z.int().min(0),
    offset: z.int().min(0),
    limit: z.int().min(1),
  });
}
