import { z } from 'zod';

/** A text as Exotel writes it, now and then as a number; '' where there is none, of which coercion would make "undefined". */
export const wireText = z.union([z.string(), z.number().transform(String)]).catch('');
