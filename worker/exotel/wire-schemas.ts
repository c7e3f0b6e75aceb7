import { z } from 'zod';

/** A text as Exotel writes it, now and then as a number; '' where there is none, of which coercion would make "undefined". */
export const wireText = z.union([z.string(), z.number().transform(String)]).catch('');

/** A count as Exotel writes it, now and then as a text; null where there is none, of which coercion would make 0. */
export const wireCount = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,15}(?:\.\d{1,6})?$/)
      .transform(Number),
  ])
  .pipe(z.number().min(0))
  .nullable()
  .catch(null);
