import { z } from 'zod';

/** A text that Exotel sometimes writes as a number; '' if it is missing, because coercion would make it "undefined". */
export const wireText = z.union([z.string(), z.number().transform(String)]).catch('');

/** A count that Exotel sometimes writes as a text; null if it is missing, because coercion would make it 0. */
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
