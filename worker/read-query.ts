import { MAX_PARAMETER_NAME_CHARS_SHOWN } from '../shared/limits.ts';
import { ApiError } from './errors.ts';
import { parseAs } from './request-body.ts';
import type { z } from 'zod';
import type { AppContext } from './context.ts';

/**
 * Reads the query of an address. A parameter that is unknown or given twice is refused by name, with the known ones
 * listed: the slip might start calls, keep a list, or return everybody.
 */
export function readQuery<Schema extends z.ZodObject>(c: AppContext, schema: Schema): z.output<Schema> {
  const known = Object.keys(schema.shape);
  for (const [name, values] of Object.entries(c.req.queries())) {
    const shown = JSON.stringify(name.slice(0, MAX_PARAMETER_NAME_CHARS_SHOWN));
    const fault = !known.includes(name)
      ? `There is no parameter ${shown} here. Known are: ${known.join(', ')}.`
      : values.length > 1
        ? `The parameter ${shown} is there ${values.length} times. Say it once.`
        : null;
    if (fault !== null) throw new ApiError({ code: 'invalid_request', message: fault });
  }
  return parseAs(schema, c.req.query());
}
