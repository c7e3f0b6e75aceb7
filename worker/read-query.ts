import { MAX_PARAMETER_NAME_CHARS_SHOWN } from '../shared/limits.ts';
import { ApiError } from './errors.ts';
import { parseAs } from './request-body.ts';
import type { z } from 'zod';
import type { AppContext } from './context.ts';

/**
 * What an address asks for. A parameter nobody knows, or one said twice, may be the slip that starts calls, keeps a list, or
 * is answered with everybody: it is refused by its name, with those that are known.
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
